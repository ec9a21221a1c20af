using System.Diagnostics;

namespace CourseGen.Bench.Decks;

/// <param name="Name">Of what was measured.</param>
/// <param name="Milliseconds">Of each round.</param>
sealed record Rounds(string Name, IReadOnlyList<double> Milliseconds)
{
    internal double Median
    {
        get
        {
            var sorted = Milliseconds.Order().ToList();
            return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
        }
    }
}

/// <param name="Patience">When its rounds have taken so long, it takes part in no more of them.</param>
sealed record Work(string Name, Action Run, TimeSpan Patience);

/// <summary>Measures works in turns in one warm process, so that what else the machine does disturbs all of them alike.</summary>
static class WarmRounds
{
    static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(1);

    /// <returns>In the order of the works.</returns>
    internal static IReadOnlyList<Rounds> Measure(int rounds, params IReadOnlyList<Work> works)
    {
        foreach (var work in works)
            Warm(work);
        var taken = works.Select(_ => new List<double>()).ToList();
        for (var round = 0; round < rounds; round++)
        {
            foreach (var (work, times) in works.Zip(taken).Where(pair => round == 0 || pair.Second.Sum() < pair.First.Patience.TotalMilliseconds))
                times.Add(Once(work));
        }
        return [.. works.Zip(taken, (work, times) => new Rounds(work.Name, times))];
    }

    /// <summary>Until the runtime has compiled what is called often with what it learned.</summary>
    static void Warm(Work work)
    {
        var start = Stopwatch.GetTimestamp();
        do
            work.Run();
        while (Stopwatch.GetElapsedTime(start) < WarmUp);
    }

    /// <summary>Each begins with a tidy heap; what it leaves behind is its own.</summary>
    static double Once(Work work)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var start = Stopwatch.GetTimestamp();
        work.Run();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
