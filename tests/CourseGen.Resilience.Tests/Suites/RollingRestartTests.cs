using CourseGen.Resilience.Tests.Clusters;
using Xunit.Abstractions;

namespace CourseGen.Resilience.Tests.Suites;

/// <summary>Every service is told to end (SIGTERM) and started again under load: what it has in hand it ends first.</summary>
[Collection(nameof(Cluster))]
public sealed class RollingRestartTests(ITestOutputHelper output)
{
    [Fact]
    public Task A_rolling_restart_repeats_no_call() => Roll(1);

    [Fact, Trait("Category", "Long")]
    public Task Four_rolling_restarts_repeat_no_call() => Roll(4);

    async Task Roll(int times)
    {
        var seed = Seeds.First(Verdict.Variable);
        var (verdict, random) = (new Verdict(output, "rolling restart", seed), new Random(seed));
        var expected = await UndisturbedCourse.Artifacts();
        await using var servers = await ClusterServers.Start();
        await using var cluster = await CourseCluster.Start(servers, new ClusterSettings { Buckets = times, Latency = TimeSpan.FromSeconds(1) });
        for (var time = 0; time < times; time++)
        {
            cluster.ForgetCalls();
            await cluster.Begin(time);
            await cluster.Progressed(time, 1);
            foreach (var service in cluster.Services.Values.OrderBy(_ => random.Next()).ToList())
            {
                var took = await service.Stop(ClusterSettings.ShutdownTimeout);
                verdict.Attempt($"{service.Name} ended after {took.TotalSeconds:0.0} s");
                took.ShouldBeLessThan(ClusterSettings.ShutdownTimeout, $"{service.Name} had to be killed");
                service.Start();
                await service.Ready();
                verdict.Recovered();
            }
            await cluster.Completed(time);
            verdict.Complete(await cluster.Artifacts(time), expected, cluster.Calls().Repeated, []);
            await cluster.IsClean();
        }
        verdict.Print();
    }
}
