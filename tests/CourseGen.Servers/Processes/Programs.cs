using System.Diagnostics;

namespace CourseGen.Servers.Processes;

/// <summary>Programs that end by themselves.</summary>
static class Programs
{
    /// <returns>What it wrote to standard output.</returns>
    /// <exception cref="ServerUnavailableException">It ended with another code than 0.</exception>
    public static async Task<string> Run(string server, ProgramCommand command, CancellationToken token)
    {
        var start = command.StartInfo();
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(token);
            var errors = process.StandardError.ReadToEndAsync(token);
            await process.WaitForExitAsync(token);
            return process.ExitCode == 0
                ? await output
                : throw new ServerUnavailableException(server, $"{command.Program} ended with code {process.ExitCode}: {LastLine(await errors)}",
                    "Look at that message, and at the space and permissions of the folder.");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    static string LastLine(string text) => text.TrimEnd().Split('\n')[^1].Trim();
}
