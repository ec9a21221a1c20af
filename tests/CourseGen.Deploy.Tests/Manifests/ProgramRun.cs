using System.ComponentModel;
using System.Diagnostics;

namespace CourseGen.Deploy.Manifests;

/// <summary>A program of this machine, run to its end.</summary>
static class ProgramRun
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <param name="remedy">What to do when the program is missing.</param>
    /// <returns>Its standard output.</returns>
    public static async Task<string> Output(string program, string[] arguments, string remedy, string input = "")
    {
        using var process = Start(program, arguments, remedy);
        using var late = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(late.Token);
        var errors = process.StandardError.ReadToEndAsync(late.Token);
        await process.StandardInput.WriteAsync(input.AsMemory(), late.Token);
        process.StandardInput.Close();
        await process.WaitForExitAsync(late.Token);
        return process.ExitCode == 0
            ? await output
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} failed ({process.ExitCode}): {await errors}");
    }

    static Process Start(string program, string[] arguments, string remedy)
    {
        try
        {
            return Process.Start(new ProcessStartInfo(program, arguments)
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
        }
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException($"{program} is not on the PATH: {remedy}, or run ./test.sh as root, which installs it.", missing);
        }
    }
}
