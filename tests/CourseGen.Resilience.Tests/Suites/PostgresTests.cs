using CourseGen.Resilience.Tests.Clusters;
using Xunit.Abstractions;

namespace CourseGen.Resilience.Tests.Suites;

/// <summary>Postgres is stopped in mid-course as a power cut would stop it, and started again.</summary>
[Collection(nameof(Cluster))]
public sealed class PostgresTests(ITestOutputHelper output)
{
    [Fact]
    public Task A_course_survives_a_database_that_stops_at_once() => Stop(1);

    [Fact, Trait("Category", "Long")]
    public Task A_course_survives_a_database_that_stops_at_once_five_times() => Stop(5);

    async Task Stop(int times)
    {
        var seed = Seeds.First(Verdict.Variable);
        var (verdict, random) = (new Verdict(output, "postgres", seed), new Random(seed));
        var expected = await UndisturbedCourse.Artifacts();
        await using var servers = await ClusterServers.Start(ownDatabase: true);
        await using var cluster = await CourseCluster.Start(servers);
        await cluster.Begin(0);
        for (var time = 0; time < times; time++)
        {
            var progress = (time * 15) + random.Next(15);
            await cluster.Progressed(0, progress);
            await servers.Database.StopImmediately();
            verdict.Attempt($"stopped once {progress} items were through");
            await Task.Delay(random.Next(3000));
            await servers.Database.StartAgain();
            await cluster.Progressed(0, progress);
            verdict.Recovered();
        }
        await cluster.Completed(0);
        verdict.Complete(await cluster.Artifacts(0), expected, cluster.Calls().Repeated, []);
        await cluster.IsClean();
        verdict.Print();
    }
}
