using CourseGen.Planner.Tests.Quota.Simulation;
using Xunit.Abstractions;

namespace CourseGen.Planner.Tests.Quota;

public sealed class SaturationTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(200_000, true, 1.10)]
    [InlineData(200_000, false, 1.10)]
    [InlineData(1_000_000, true, 1.05)]
    [InlineData(1_000_000, false, 1.05)]
    [InlineData(5_000_000, true, 1.05)]
    [InlineData(5_000_000, false, 1.05)]
    public async Task A_course_takes_as_long_as_its_quota_allows_and_no_longer(double tokensPerMinute, bool progressive, double most)
    {
        var faults = new List<string>();
        foreach (var seed in Enumerable.Range(1, 3))
        {
            using var world = new QuotaWorld(tokensPerMinute, progressive);
            var drawn = new DrawnCourse(42, seed);
            var course = world.Add(drawn);
            await world.Run();
            var (from, to, burnt) = world.Saturated;
            var used = burnt / (tokensPerMinute + ((to - from) * tokensPerMinute / 60));
            var line = $"{tokensPerMinute:0} {(progressive ? "prog" : "end")} {seed}: {course.Seconds:0.0} s, bound {drawn.Bound(tokensPerMinute, 5):0.0}, ratio {course.Seconds / drawn.Bound(tokensPerMinute, 5):0.000}, refused {world.Bucket.Refused}, overshoot {world.Bucket.Overshoot:0}, lowest {world.Bucket.Lowest:0}, used {used:0.000}, saturated {from:0}-{to:0}";
            output.WriteLine(line);
            if (course.Seconds / drawn.Bound(tokensPerMinute, 5) > most || world.Bucket.Refused > 0 || world.Bucket.Overshoot > 0)
                faults.Add(line);
        }
        faults.ShouldBeEmpty();
    }
}
