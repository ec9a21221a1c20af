using CourseGen.Contracts;
using CourseGen.Resilience.Tests.Clusters;
using Xunit.Abstractions;

namespace CourseGen.Resilience.Tests.Suites;

/// <summary>The same start, from many senders at once.</summary>
[Collection(nameof(Cluster))]
public sealed class DoubleStartTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Fifty_equal_starts_at_once_make_one_course()
    {
        var verdict = new Verdict(output, "double start", Seeds.First(Verdict.Variable));
        var expected = await UndisturbedCourse.Artifacts();
        await using var servers = await ClusterServers.Start();
        await using var cluster = await CourseCluster.Start(servers);
        await cluster.PutOutline(0);
        await Task.WhenAll(Enumerable.Range(0, 25).SelectMany(_ => new[]
        {
            cluster.Queues.Send(QueueNames.Start, cluster.StartJson(0)),
            cluster.Queues.SendByManagement(QueueNames.Start, cluster.StartJson(0)),
        }));
        verdict.Attempt("50 starts");
        await cluster.Completed(0);
        (await cluster.Rows.Courses()).ShouldBe(1);
        verdict.Recovered();
        verdict.Complete(await cluster.Artifacts(0), expected, cluster.Calls().Repeated, []);
        await cluster.IsClean();
        verdict.Print();
    }
}
