using System.Diagnostics;

namespace CourseGen.Storage;

/// <summary>This assembly started as a process of its own, for what a test process cannot do or measure.</summary>
static class OwnProcess
{
    static Task Main(string[] args) => args switch
    {
        [nameof(OtherProcess.Race), var root] => OtherProcess.Race(root),
        [nameof(TransferMemoryTests.Measure), var endpoint, var bucket] => TransferMemoryTests.Measure(new(endpoint), bucket),
        [nameof(S3FaultsTests.AskWithoutCredentials), var endpoint, var bucket] => S3FaultsTests.AskWithoutCredentials(new(endpoint), bucket),
        [nameof(WebIdentityTests.Resolve)] => WebIdentityTests.Resolve(),
        _ => throw new ArgumentException($"no such process: {string.Join(' ', args)}", nameof(args)),
    };

    /// <returns>What it printed, by lines.</returns>
    public static async Task<string[]> Run(IReadOnlyDictionary<string, string?> environment, params string[] args)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(OwnProcess).Assembly.Location, .. args])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, await errors);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
