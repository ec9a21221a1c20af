namespace CourseGen.Bench.Decks;

/// <summary>Medians of several runs of a program, each a process of its own.</summary>
static class Processes
{
    internal static async Task<ProcessMeasurement> Median(int runs, string program, params IReadOnlyList<string> arguments)
    {
        var measured = new List<ProcessMeasurement>();
        for (var run = 0; run < runs; run++)
            measured.Add(await MeasuredProcess.Run(program, arguments));
        return new ProcessMeasurement(MedianOf(measured.Select(one => one.Seconds)), MedianOf(measured.Select(one => one.PeakMegabytes)));
    }

    static double MedianOf(IEnumerable<double> values) => new Rounds("", [.. values]).Median;
}
