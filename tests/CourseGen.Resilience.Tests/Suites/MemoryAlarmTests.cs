using System.Net;
using CourseGen.Contracts;
using CourseGen.Hosting;
using CourseGen.Resilience.Tests.Clusters;
using Xunit.Abstractions;

namespace CourseGen.Resilience.Tests.Suites;

/// <summary>The broker takes no message for a while, and does not say so.</summary>
[Collection(nameof(Cluster))]
public sealed class MemoryAlarmTests(ITestOutputHelper output)
{
    static readonly TimeSpan ClientPatience = TimeSpan.FromSeconds(2);

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
        await Task.WhenAll(Task.Delay(alarm), AClientIsNotKept(cluster), ServicesSayHowTheyAre(cluster));
        cluster.Services.Values.ShouldAllBe(service => service.IsRunning);
        await servers.Broker.ClearMemoryAlarm();
        await cluster.Completed(0);
        verdict.Recovered();
        verdict.Complete(await cluster.Artifacts(0), expected, cluster.Calls().Repeated, []);
        await cluster.IsClean();
        verdict.Print();
    }

    /// <summary>Of several commands at least one is not taken, and says so in its time; they are for a course that is not there.</summary>
    static async Task AClientIsNotKept(CourseCluster cluster)
    {
        var begun = TimeProvider.System.GetTimestamp();
        await using (var client = await BusClient.Connect(cluster.Queues.Address, "memory-alarm", _ => { }, ClientPatience, CancellationToken.None))
        {
            await Should.ThrowAsync<BrokerUnusableException>(async () =>
            {
                for (var sent = 0; sent < 3; sent++)
                    await client.Publish(new WorkStarted(Guid.NewGuid(), Guid.NewGuid()), ClientPatience, CancellationToken.None);
            });
        }
        TimeProvider.System.GetElapsedTime(begun).ShouldBeLessThan(ClientPatience * 10);
    }

    /// <summary>Alive, and ready or with reasons.</summary>
    static async Task ServicesSayHowTheyAre(CourseCluster cluster)
    {
        foreach (var service in cluster.Services.Values)
        {
            (await service.Get("livez")).Status.ShouldBe(HttpStatusCode.OK);
            var (status, answer) = await service.Get("readyz");
            if (status != HttpStatusCode.OK)
                answer.ShouldContain("\"reasons\":{\"", Case.Sensitive, service.Name);
        }
    }
}
