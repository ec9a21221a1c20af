using CourseGen.Resilience.Tests.Clusters;
using Xunit.Abstractions;

namespace CourseGen.Resilience.Tests.Suites;

/// <summary>The broker takes no message for a while, and does not say so.</summary>
[Collection(nameof(Cluster))]
public sealed class MemoryAlarmTests(ITestOutputHelper output)
{
    [Fact]
    public Task A_short_memory_alarm_loses_nothing() => Raise(TimeSpan.FromSeconds(5));

    [Fact, Trait("Category", "Long")]
    public Task A_long_memory_alarm_loses_nothing() => Raise(TimeSpan.FromSeconds(30));

    async Task Raise(TimeSpan alarm)
    {
        var seed = Seeds.First(Verdict.Variable);
        var verdict = new Verdict(output, "memory alarm", seed);
        var expected = await UndisturbedCourse.Artifacts();
        await using var servers = await ClusterServers.Start(ownBroker: true);
        await using var cluster = await CourseCluster.Start(servers, new ClusterSettings { StartWithin = TimeSpan.FromSeconds(60) });
        await cluster.Begin(0);
        await cluster.Progressed(0, 5 + new Random(seed).Next(40));
        await servers.Broker.RaiseMemoryAlarm();
        verdict.Attempt($"alarm for {alarm.TotalSeconds} s");
        await Task.Delay(alarm);
        cluster.Services.Values.ShouldAllBe(service => service.IsRunning);
        await servers.Broker.ClearMemoryAlarm();
        await cluster.Completed(0);
        verdict.Recovered();
        verdict.Complete(await cluster.Artifacts(0), expected, cluster.Calls().Repeated, []);
        await cluster.IsClean();
        verdict.Print();
    }
}
