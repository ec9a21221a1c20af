using CourseGen.Resilience.Tests.Clusters;
using Xunit.Abstractions;

namespace CourseGen.Resilience.Tests.Suites;

/// <summary>A service ends, as <c>kill -9</c> ends it, at a named point of its work; it is started again, and the course is what it would have been.</summary>
[Collection(nameof(Cluster))]
public sealed class CrashPointTests(ITestOutputHelper output)
{
    /// <summary>Service, point, and how often a course of one module passes it at least.</summary>
    static readonly (string Service, string Point, int Passings)[] Points =
    [
        ("planner", "commit.before", 40), ("planner", "commit.after", 40),
        ("planner", "publish.before", 40), ("planner", "publish.unconfirmed", 40), ("planner", "publish.confirmed", 40),
        ("planner", "delivered.before", 20), ("planner", "delivered.after", 20), ("planner", "ack.before", 40), ("planner", "ack.after", 40),
        ("contentgen", "publish.before", 8), ("contentgen", "publish.confirmed", 8), ("contentgen", "claim.put.after", 6),
        ("contentgen", "answer.put.before", 6), ("contentgen", "answer.put.after", 6),
        ("contentgen", "artifact.put.before", 6), ("contentgen", "artifact.put.after", 6),
        ("contentgen", "ack.before", 3), ("contentgen", "ack.after", 3),
    ];

    static readonly TimeSpan ReachedWithin = TimeSpan.FromMinutes(2);

    /// <summary>Some, chosen by the seed.</summary>
    [Fact]
    public Task A_service_that_ends_at_a_named_point_loses_nothing() =>
        Crash([.. new Random(Seeds.First(Verdict.Variable)).GetItems(Points, 3)]);

    [Fact, Trait("Category", "Long")]
    public Task Services_that_end_at_every_named_point_lose_nothing() => Crash([.. Points.SelectMany(point => Enumerable.Repeat(point, 3))]);

    Task Crash(IReadOnlyList<(string Service, string Point, int Passings)> crashes)
    {
        var seed = Seeds.First(Verdict.Variable);
        var random = new Random(seed);
        var settings = new ClusterSettings { Modules = "1", CrashPoints = true, Latency = TimeSpan.FromMilliseconds(150) };
        return DisturbedRounds.Play(output, "crash points", seed, settings, [.. crashes.Select(crash => Round(crash.Service, crash.Point, 1 + random.Next(crash.Passings)))]);
    }

    static DisturbedRound Round(string service, string point, int passing) => new(service, $"ended at {point}, passing {passing}", async (cluster, process, course) =>
    {
        await File.WriteAllTextAsync(cluster.CrashFile(process), $"{point} {passing}");
        await cluster.Begin(course);
        await process.Ended(ReachedWithin);
    });
}
