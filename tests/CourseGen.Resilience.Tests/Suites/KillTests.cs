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

    async Task Kill(int rounds)
    {
        var seed = Seeds.First(Verdict.Variable);
        var verdict = new Verdict(output, "kill", seed);
        var expected = await UndisturbedCourse.Artifacts();
        await using var servers = await ClusterServers.Start();
        await using var cluster = await CourseCluster.Start(servers, new ClusterSettings { Buckets = rounds, Latency = TimeSpan.FromSeconds(1.5) });
        for (var round = 0; round < rounds; round++)
        {
            var random = new Random(seed + round);
            var victim = cluster.Services.Values.ElementAt(random.Next(cluster.Services.Count));
            var progress = random.Next(LateProgress);
            cluster.ForgetCalls();
            await cluster.Begin(round);
            await cluster.Progressed(round, progress);
            await Task.Delay(random.Next(500));
            await victim.Kill();
            var cutOff = await cluster.LostWith(victim, round);
            verdict.Attempt($"round {round}: {victim.Name} killed once {progress} items were through, {cutOff.Count} calls in flight");
            victim.Start();
            await cluster.Completed(round);
            // A call that ended with its process is paid for twice, or what it used is unknown; no account tells which.
            verdict.Complete(await cluster.Artifacts(round), expected, cluster.Calls().Repeated, cutOff, account: false);
            await victim.Ready();
            verdict.Recovered();
            await cluster.IsClean();
        }
        verdict.Print();
    }
}

/// <summary>Suites that load the whole machine run one after another.</summary>
[CollectionDefinition(nameof(Cluster), DisableParallelization = true)]
public sealed class Cluster;
