using CourseGen.Resilience.Tests.Clusters;
using CourseGen.Servers;
using Xunit.Abstractions;

namespace CourseGen.Resilience.Tests.Suites;

/// <summary><c>kill -9</c> on a random service at a random moment of a course; it is started again at once.</summary>
[Collection(nameof(Cluster))]
public sealed class KillTests(ITestOutputHelper output)
{
    /// <summary>Of a course's items, that are through when the last kill comes.</summary>
    const int LateProgress = 85;

    [Fact]
    public Task A_killed_service_loses_nothing() => Kill(2);

    [Fact, Trait("Category", "Long")]
    public Task Thirty_killed_services_lose_nothing() => Kill(30);

    Task Kill(int count)
    {
        var seed = Seeds.First(Verdict.Variable);
        var settings = new ClusterSettings { Latency = TimeSpan.FromSeconds(18) / 30 };
        return DisturbedRounds.Play(output, "kill", seed, settings, [.. Enumerable.Range(seed, count).Select(round => Round(new Random(round)))]);
    }

    static DisturbedRound Round(Random random)
    {
        var (victim, progress, delay) = (RunningServices.Names[random.Next(RunningServices.Names.Count)], random.Next(LateProgress), random.Next(500));
        return new(victim, $"killed once {progress} items were through", async (cluster, process, course) =>
        {
            await cluster.Begin(course);
            await cluster.Progressed(course, progress);
            await Task.Delay(delay);
            await process.Kill();
        });
    }
}

/// <summary>Suites that load the whole machine run one after another.</summary>
[CollectionDefinition(nameof(Cluster), DisableParallelization = true)]
public sealed class Cluster;
