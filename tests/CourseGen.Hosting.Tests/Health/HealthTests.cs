using System.Net;
using CourseGen.Hosting.Testing;

namespace CourseGen.Hosting.Health;

public sealed class HealthTests(RunningPlanner planner) : IClassFixture<RunningPlanner>
{
    [Theory]
    [InlineData("livez")]
    [InlineData("readyz")]
    public async Task A_service_that_is_well_says_so_in_a_line_of_JSON(string path)
    {
        (await planner.Process.Status(path)).ShouldBe(HttpStatusCode.OK);
        (await planner.Process.Get(path)).ShouldBe("""{"status":"ok","reasons":{}}""");
    }

    [Fact]
    public async Task Logs_are_lines_of_JSON()
    {
        var lines = planner.Process.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        await Task.CompletedTask;

        lines.ShouldNotBeEmpty();
        lines.ShouldAllBe(line => line.StartsWith('{') && line.EndsWith('}'));
    }
}
