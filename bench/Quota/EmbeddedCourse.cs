using System.Diagnostics;

namespace CourseGen.Bench.Quota;

/// <summary>Ours as one process: <c>coursegen generate … --provider bedrock</c>.</summary>
static class EmbeddedCourse
{
    const int Succeeded = 0;
    const int CompletedWithGaps = 6;

    /// <exception cref="InvalidOperationException">It failed.</exception>
    public static async Task<QuotaRun> Make(string root, BenchmarkCourse course, Scenario scenario, CancellationToken token)
    {
        await using var simulator = await SimulatorProcess.Start(root, scenario);
        var folder = Directory.CreateTempSubdirectory("coursegen-bench-");
        try
        {
            var outline = Path.Combine(folder.FullName, "outline.yaml");
            await File.WriteAllTextAsync(outline, course.Outline(), token);
            var exit = await Generate(root, outline, Path.Combine(folder.FullName, "out"), OurSettings.Of(scenario, simulator.Endpoint), token);
            return new QuotaRun("CourseGen", course, scenario, await simulator.Report(), Completed: exit == Succeeded);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static async Task<int> Generate(string root, string outline, string output, IReadOnlyDictionary<string, string> settings, CancellationToken token)
    {
        var start = new ProcessStartInfo("dotnet",
        [
            Path.Combine(root, "tools/coursegen/bin/Release/net10.0/coursegen.dll"), "generate", outline, "--out", output,
            "--provider", OurSettings.Provider, "--content-type", "theory",
        ])
        { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (variable, value) in settings)
            start.Environment[variable] = value;
        using var process = Process.Start(start)!;
        try
        {
            var said = process.StandardOutput.ReadToEndAsync(token);
            var errors = process.StandardError.ReadToEndAsync(token);
            await process.WaitForExitAsync(token);
            return process.ExitCode is Succeeded or CompletedWithGaps
                ? process.ExitCode
                : throw new InvalidOperationException($"coursegen generate ended with {process.ExitCode}: {await errors}{await said}");
        }
        finally
        {
            if (!process.HasExited)
                process.Kill(entireProcessTree: true);
        }
    }
}
