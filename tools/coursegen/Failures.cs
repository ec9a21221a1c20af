using CourseGen.Hosting;
using CourseGen.Servers;
using CourseGen.Storage;
using Microsoft.Extensions.Options;

namespace CourseGen.Cli;

/// <summary>A command that cannot go on: one line for the person, and the exit code.</summary>
sealed class CommandException(int exitCode, string message, Exception? inner = null) : Exception(message, inner)
{
    public int ExitCode { get; } = exitCode;
}

/// <summary>Turns every expected failure into one line on the error stream, without a stack trace.</summary>
static class Failures
{
    /// <summary>For commands whose store is a server's: what <see cref="Guard"/> calls an output that cannot be written is a server out of reach here.</summary>
    public static async Task<int> OfServers(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (StoreUnusableException failure)
        {
            throw new CommandException(ExitCodes.Unreachable, $"{failure.Message} {failure.Remedy}", failure);
        }
    }

    public static async Task<int> Guard(Func<Task<int>> command)
    {
        try
        {
            return await command();
        }
        catch (CommandException failure)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return failure.ExitCode;
        }
        catch (StoreUnusableException failure)
        {
            await Console.Error.WriteLineAsync($"{failure.Message} {failure.Remedy}");
            return ExitCodes.Failed;
        }
        catch (BrokerUnusableException failure)
        {
            await Console.Error.WriteLineAsync($"{failure.Message} {failure.Remedy}");
            return ExitCodes.Unreachable;
        }
        catch (SettingsException failure)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return ExitCodes.Usage;
        }
        catch (OptionsValidationException failure)
        {
            await Console.Error.WriteLineAsync(string.Join(Environment.NewLine, failure.Failures));
            return ExitCodes.Usage;
        }
        catch (ServerUnavailableException failure)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return ExitCodes.Failed;
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Cancelled. What is made is kept; the same command goes on from here.");
            return ExitCodes.Cancelled;
        }
        catch (IOException failure)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return ExitCodes.Failed;
        }
        catch (UnauthorizedAccessException failure)
        {
            await Console.Error.WriteLineAsync(failure.Message);
            return ExitCodes.Failed;
        }
    }
}
