using CourseGen.Resilience.Tests.Clusters;
using Xunit.Abstractions;

namespace CourseGen.Resilience.Tests.Suites;

/// <summary>No worker is there for longer than a command may wait: its reservation comes back, it is sent again, and nothing becomes a gap.</summary>
[Collection(nameof(Cluster))]
public sealed class WorkersDownTests(ITestOutputHelper output)
{
    [Fact]
    public Task Workers_that_come_late_find_their_work() => Await(endedLeases: 3);

    [Fact, Trait("Category", "Long")]
    public Task Workers_that_come_very_late_find_their_work() => Await(endedLeases: 30);

    async Task Await(int endedLeases)
    {
        var verdict = new Verdict(output, "workers down", Seeds.First(Verdict.Variable));
        var expected = await UndisturbedCourse.Artifacts();
        await using var servers = await ClusterServers.Start();
        await using var cluster = await CourseCluster.Start(servers, new ClusterSettings { StartWithin = TimeSpan.FromSeconds(3) });
        var workers = cluster.Services.Values.Where(service => service.Name != "planner").ToList();
        foreach (var worker in workers)
            await worker.Stop(ClusterSettings.ShutdownTimeout);
        await cluster.Begin(0);
        await Eventually.Holds($"{endedLeases} leases have ended", CourseCluster.CoursePatience, async () => await cluster.Rows.EndedLeases() >= endedLeases);
        verdict.Attempt($"no worker until {endedLeases} leases had ended");
        foreach (var worker in workers)
            worker.Start();
        await cluster.Completed(0);
        verdict.Recovered();
        // Work whose lease ended may be ordered twice: which of the two orders made it, and which found it, is a matter of moments.
        verdict.Complete(await cluster.Artifacts(0), expected, cluster.Calls().Repeated, [], account: false);
        await cluster.IsClean();
        verdict.Print();
    }
}
