namespace CourseGen.Bench;

/// <summary>
/// Whole courses by the simulated model at zero latency, so that what is measured is CourseGen itself: from start to exit, and peak
/// memory; and whether a lesson of a course of 200 takes more than a lesson of a course of 42 in the same run.
/// </summary>
sealed class GenerateBenchmark(string root)
{
    const int DataEngineeringLessons = 42;
    const int LargeLessons = 200;

    public async Task<IReadOnlyList<Bar>> Run(bool quick)
    {
        var rounds = quick ? 1 : 3;
        var small = await Best("data-engineering", rounds);
        var large = await Best("large", quick ? 1 : 2);
        var ratio = large.Seconds / LargeLessons / (small.Seconds / DataEngineeringLessons);
        return
        [
            new Bar("data-engineering, start to exit", small.Seconds, "s", 20, "requirement, 2 cores"),
            new Bar("data-engineering, peak memory", small.PeakMegabytes, "MB", 400, "requirement"),
            new Bar("large, time per lesson ÷ data-engineering's", ratio, "×", 1.3, "data-engineering, same run"),
            new Bar("large, start to exit", large.Seconds, "s", 1.3 * LargeLessons * small.Seconds / DataEngineeringLessons, "data-engineering, same run"),
            new Bar("large, peak memory", large.PeakMegabytes, "MB", 700, "requirement"),
        ];
    }

    /// <summary>The fastest round; memory is the highest of all rounds.</summary>
    async Task<ProcessMeasurement> Best(string sample, int rounds)
    {
        var measured = new List<ProcessMeasurement>();
        for (var round = 0; round < rounds; round++)
            measured.Add(await Once(sample));
        return new ProcessMeasurement(measured.Min(one => one.Seconds), measured.Max(one => one.PeakMegabytes));
    }

    async Task<ProcessMeasurement> Once(string sample)
    {
        var output = Directory.CreateTempSubdirectory("coursegen-bench-");
        try
        {
            return await MeasuredProcess.Run("dotnet", Path.Combine(root, "tools/coursegen/bin/Release/net10.0/coursegen.dll"),
                "generate", Path.Combine(root, "samples", sample, "outline.yaml"), "--out", output.FullName, "--provider", "simulated");
        }
        finally
        {
            output.Delete(recursive: true);
        }
    }
}
