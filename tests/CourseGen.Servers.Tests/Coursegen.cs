using System.Diagnostics;

namespace CourseGen.Servers;

/// <summary>The command line tool as a person runs it.</summary>
sealed record Coursegen(int ExitCode, string Output, string Errors)
{
    static readonly string Program = Path.Combine(AppContext.BaseDirectory, "coursegen.dll");

    public static async Task<Coursegen> Run(string workingFolder, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("dotnet", [Program, .. arguments])
        {
            WorkingDirectory = workingFolder, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Coursegen(process.ExitCode, await output, await errors);
    }
}
