using CourseGen.Resilience.Tests.Clusters;
using Xunit.Abstractions;

namespace CourseGen.Resilience.Tests.Suites;

/// <summary>The broker goes away, or one worker's connection does, while model calls run: the calls run on, and nothing is called twice.</summary>
[Collection(nameof(Cluster))]
public sealed class BrokerTests(ITestOutputHelper output)
{
    /// <summary>From the port's opening to the last endpoint's consumer.</summary>
    static readonly TimeSpan BackWithin = TimeSpan.FromSeconds(5);

    /// <summary>Longer than a broker takes to start, so that calls span it.</summary>
    static readonly TimeSpan LongCall = TimeSpan.FromSeconds(30);

    /// <summary>Longer than a worker takes to connect again.</summary>
    static readonly TimeSpan ShorterCall = TimeSpan.FromSeconds(12);

    /// <summary>Of a course calls begin at a few moments only, so many disturbances take more than one.</summary>
    const int MostCourses = 10;

    static ClusterSettings CallsOf(TimeSpan latency) => new()
    {
        Latency = latency,
        ConcurrentCalls = 16,
        WorkDeadline = TimeSpan.FromSeconds(180),
        StartWithin = TimeSpan.FromSeconds(60),
        Buckets = MostCourses,
    };

    [Fact]
    public Task A_restarted_broker_repeats_no_call() => Restart(1);

    [Fact, Trait("Category", "Long")]
    public Task Five_restarted_brokers_repeat_no_call() => Restart(5);

    [Fact]
    public Task Three_closed_connections_repeat_no_call() => Close(3);

    [Fact, Trait("Category", "Long")]
    public Task Twenty_closed_connections_repeat_no_call() => Close(20);

    Task Restart(int times) => Disturb("broker", times, LongCall, async (servers, _, verdict) =>
    {
        await servers.Broker.Kill();
        await servers.Broker.StartAgain();
        verdict.Attempt("killed and started again");
    });

    Task Close(int times) => Disturb("connection", times, ShorterCall, async (servers, random, verdict) =>
    {
        var worker = Workers[random.Next(Workers.Length)];
        var closed = await servers.Broker.CloseConnections($"coursegen-{worker}@{Environment.MachineName}");
        verdict.Attempt($"closed {closed} connections of {worker}");
    });

    static readonly string[] Workers = ["contentgen", "images", "ppt", "bookbuilder"];

    async Task Disturb(string suite, int times, TimeSpan latency, Func<ClusterServers, Random, Verdict, Task> disturb)
    {
        var seed = Seeds.First(Verdict.Variable);
        var (verdict, random) = (new Verdict(output, suite, seed), new Random(seed));
        var expected = await UndisturbedCourse.Artifacts();
        await using var servers = await ClusterServers.Start(ownBroker: true);
        await using var cluster = await CourseCluster.Start(servers, CallsOf(latency));
        var (course, spanned) = (0, 0);
        await cluster.Begin(course);
        for (var time = 0; time < times; time++)
        {
            var open = await JustBegun();
            await disturb(servers, random, verdict);
            var back = await Eventually.Holds("every endpoint consumes again", BackWithin * 6, async () => (await cluster.Queues.Unconsumed()).Count == 0);
            spanned += open.Intersect(cluster.Calls().CutOff).Count();
            output.WriteLine($"{suite}: consuming after {back.TotalSeconds:0.0} s, {open.Intersect(cluster.Calls().CutOff).Count()} of {open.Count} calls still run");
            back.ShouldBeLessThan(BackWithin);
            verdict.Recovered();
        }
        spanned.ShouldBeGreaterThan(0, "no call was in flight all the while, so this shows nothing");
        await Through();
        await cluster.IsClean();
        verdict.Print();

        // Calls that have just begun outlast what comes; returns all that are in flight then.
        async Task<IReadOnlyList<ModelCall>> JustBegun()
        {
            var before = cluster.Calls().Began.Count;
            await Eventually.Holds("a call begins", CourseCluster.CoursePatience, async () =>
            {
                if (cluster.Calls().Began.Count > before)
                    return true;
                if (!await cluster.IsThrough(course))
                    return false;
                await Through();
                cluster.ForgetCalls();
                before = 0;
                await cluster.Begin(++course);
                return false;
            });
            return cluster.Calls().CutOff;
        }

        async Task Through()
        {
            await cluster.Completed(course);
            verdict.Complete(await cluster.Artifacts(course), expected, cluster.Calls().Repeated, []);
        }
    }
}
