using CourseGen.Resilience.Tests.Clusters;
using CourseGen.Servers;
using Xunit.Abstractions;

namespace CourseGen.Resilience.Tests.Suites;

/// <summary>Rounds over one cluster: in each, a course of its own, in which one service ends as <c>kill -9</c> ends it and is started again.</summary>
sealed class DisturbedRounds : IAsyncDisposable
{
    readonly ClusterServers _servers;
    readonly CourseCluster _cluster;
    readonly Verdict _verdict;
    readonly IReadOnlyDictionary<string, string> _expected;

    DisturbedRounds(ClusterServers servers, CourseCluster cluster, Verdict verdict, IReadOnlyDictionary<string, string> expected) =>
        (_servers, _cluster, _verdict, _expected) = (servers, cluster, verdict, expected);

    public CourseCluster Cluster => _cluster;

    public static async Task<DisturbedRounds> Start(ITestOutputHelper output, string suite, int seed, ClusterSettings settings)
    {
        var expected = await UndisturbedCourse.Artifacts(settings.Modules);
        var servers = await ClusterServers.Start();
        return new(servers, await CourseCluster.Start(servers, settings), new Verdict(output, suite, seed), expected);
    }

    /// <param name="end">Waits until the victim is to end, and until it has.</param>
    public async Task Play(int round, ServiceProcess victim, Func<Task> end, string what)
    {
        _cluster.ForgetCalls();
        await _cluster.Begin(round);
        await end();
        var cutOff = await _cluster.LostWith(victim, round);
        _verdict.Attempt($"round {round}: {victim.Name} {what}, {cutOff.Count} calls in flight");
        victim.Start();
        await _cluster.Completed(round);
        // A call that ended with its process is paid for twice, or what it used is unknown; no account tells which.
        _verdict.Complete(await _cluster.Artifacts(round), _expected, _cluster.Calls().Repeated, cutOff, account: false);
        await victim.Ready();
        _verdict.Recovered();
        await _cluster.IsClean();
    }

    public void Print() => _verdict.Print();

    public async ValueTask DisposeAsync()
    {
        await _cluster.DisposeAsync();
        await _servers.DisposeAsync();
    }
}
