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
        await Task.WhenAll(Enumerable.Range(0, clients).Select(pair)); // connections and queries are made once
        var begun = Stopwatch.GetTimestamp();
        var times = await Task.WhenAll(Enumerable.Range(0, clients).Select(Client));
        return new PairFigures(times.Sum(client => client.Count) / Stopwatch.GetElapsedTime(begun).TotalSeconds, [.. times.SelectMany(client => client)]);

        async Task<List<double>> Client(int client)
        {
            var milliseconds = new List<double>();
            while (Stopwatch.GetElapsedTime(begun) < length)
            {
                var start = Stopwatch.GetTimestamp();
                await pair(client);
                milliseconds.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
            return milliseconds;
        }
    }
}
