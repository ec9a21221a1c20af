using CourseGen.Resilience.Tests.Clusters;
using CourseGen.Servers;
using Xunit.Abstractions;

namespace CourseGen.Resilience.Tests.Suites;

/// <summary>A course in which one service ends as <c>kill -9</c> ends it, and is started again.</summary>
/// <param name="Victim">The service's name.</param>
/// <param name="What">Becomes of it.</param>
/// <param name="Disturb">Begins the course, which the number tells, and waits until the victim has ended.</param>
sealed record DisturbedRound(string Victim, string What, Func<CourseCluster, ServiceProcess, int, Task> Disturb);

/// <summary>Rounds over two clusters beside each other, because most of a round is waiting for leases.</summary>
static class DisturbedRounds
{
    const int Clusters = 2;

    public static async Task Play(ITestOutputHelper output, string suite, int seed, ClusterSettings settings, IReadOnlyList<DisturbedRound> rounds)
    {
        var verdict = new Verdict(output, suite, seed);
        var expected = await UndisturbedCourse.Artifacts(settings.Modules);
        await using var servers = await ClusterServers.Start();
        await Task.WhenAll(rounds.Chunk((rounds.Count + Clusters - 1) / Clusters).Select(part => Play(servers, verdict, expected, settings, part)));
        verdict.Print();
    }

    static async Task Play(
        ClusterServers servers, Verdict verdict, IReadOnlyDictionary<string, string> expected, ClusterSettings settings, IReadOnlyList<DisturbedRound> rounds)
    {
        await using var cluster = await CourseCluster.Start(servers, settings with { Buckets = rounds.Count });
        foreach (var (course, round) in rounds.Index())
            await Play(cluster, verdict, expected, course, round);
    }

    static async Task Play(CourseCluster cluster, Verdict verdict, IReadOnlyDictionary<string, string> expected, int course, DisturbedRound round)
    {
        var victim = cluster.Services[round.Victim];
        cluster.ForgetCalls();
        await round.Disturb(cluster, victim, course);
        var cutOff = await cluster.LostWith(victim, course);
        verdict.Attempt($"{round.Victim} {round.What}, {cutOff.Count} calls in flight");
        victim.Start();
        await cluster.Completed(course);
        // A call that ended with its process is paid for twice, or what it used is unknown; no account tells which.
        verdict.Complete(await cluster.Artifacts(course), expected, cluster.Calls().Repeated, cutOff, account: false);
        await victim.Ready();
        verdict.Recovered();
        await cluster.IsClean();
    }
}
