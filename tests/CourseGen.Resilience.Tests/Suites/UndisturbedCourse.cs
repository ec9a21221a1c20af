using System.Collections.Concurrent;
using CourseGen.Resilience.Tests.Clusters;

namespace CourseGen.Resilience.Tests.Suites;

/// <summary>What every disturbed course is held against; made once.</summary>
static class UndisturbedCourse
{
    static readonly ConcurrentDictionary<string, Lazy<Task<IReadOnlyDictionary<string, string>>>> Made = new();

    public static Task<IReadOnlyDictionary<string, string>> Artifacts(string modules = "1-2") => Made.GetOrAdd(modules, _ => new(() => Make(modules))).Value;

    static async Task<IReadOnlyDictionary<string, string>> Make(string modules)
    {
        await using var servers = await ClusterServers.Start();
        await using var cluster = await CourseCluster.Start(servers, new ClusterSettings { Modules = modules, Latency = TimeSpan.Zero });
        await cluster.Begin(0);
        await cluster.Completed(0);
        return await cluster.Artifacts(0);
    }
}
