using Xunit.Abstractions;

namespace CourseGen.Resilience.Tests.Clusters;

/// <summary>Five processes, left alone.</summary>
[Collection(nameof(Suites.Cluster))]
public sealed class UndisturbedTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_course_completes_and_makes_every_call_once()
    {
        await using var servers = await ClusterServers.Start();
        await using var cluster = await CourseCluster.Start(servers);
        await cluster.Begin(0);
        var took = await cluster.Completed(0);
        var calls = cluster.Calls();
        calls.Began.ShouldNotBeEmpty();
        calls.Repeated.ShouldBeEmpty();
        var artifacts = await cluster.Artifacts(0);
        artifacts.Keys.Count(key => key.StartsWith("lessons/", StringComparison.Ordinal) && key.EndsWith(".md", StringComparison.Ordinal)).ShouldBe(12);
        await cluster.IsClean();
        output.WriteLine($"undisturbed: {took.TotalSeconds:0.0} s, {calls.Began.Count} calls, {artifacts.Count} artifacts");
    }
}
