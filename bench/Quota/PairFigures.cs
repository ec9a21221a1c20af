using System.Diagnostics;

namespace CourseGen.Bench.Quota;

/// <param name="PerSecond">Pairs.</param>
/// <param name="Milliseconds">Of each pair.</param>
sealed record PairFigures(double PerSecond, IReadOnlyList<double> Milliseconds)
{
    public double P99 => Milliseconds.Order().ElementAt((int)(Milliseconds.Count * 0.99));

    /// <param name="pair">Of one client, by its number.</param>
    public static async Task<PairFigures> Measure(TimeSpan length, int clients, Func<int, Task> pair)
    {
        await Run(length / 2); // a planner runs for days: code is compiled and statements are prepared once
        var begun = Stopwatch.GetTimestamp();
        var times = await Run(length);
        return new PairFigures(times.Sum(client => client.Count) / Stopwatch.GetElapsedTime(begun).TotalSeconds, [.. times.SelectMany(client => client)]);

        Task<List<double>[]> Run(TimeSpan time) => Task.WhenAll(Enumerable.Range(0, clients).Select(client => Client(client, time)));

        async Task<List<double>> Client(int client, TimeSpan time)
        {
            var (milliseconds, begun) = (new List<double>(), Stopwatch.GetTimestamp());
            while (Stopwatch.GetElapsedTime(begun) < time)
            {
                var start = Stopwatch.GetTimestamp();
                await pair(client);
                milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
            return milliseconds;
        }
    }
}
