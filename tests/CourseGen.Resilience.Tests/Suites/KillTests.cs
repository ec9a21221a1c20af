using CourseGen.Resilience.Tests.Clusters;
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

    async Task Kill(int count)
    {
        var seed = Seeds.First(Verdict.Variable);
        await using var rounds = await DisturbedRounds.Start(
            output, "kill", seed, new ClusterSettings { Buckets = count, Latency = TimeSpan.FromSeconds(1.5) });
        for (var round = 0; round < count; round++)
        {
            var (random, course, services) = (new Random(seed + round), round, rounds.Cluster.Services);
            var victim = services.Values.ElementAt(random.Next(services.Count));
            var progress = random.Next(LateProgress);
            await rounds.Play(round, victim, async () =>
            {
                await rounds.Cluster.Progressed(course, progress);
                await Task.Delay(random.Next(500));
                await victim.Kill();
            }, $"killed once {progress} items were through");
        }
        rounds.Print();
    }
}

/// <summary>Suites that load the whole machine run one after another.</summary>
[CollectionDefinition(nameof(Cluster), DisableParallelization = true)]
public sealed class Cluster;
