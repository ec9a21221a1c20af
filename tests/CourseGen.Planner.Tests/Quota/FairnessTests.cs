using CourseGen.Planner.Tests.Quota.Simulation;

namespace CourseGen.Planner.Tests.Quota;

public sealed class FairnessTests
{
    const double TokensPerMinute = 200_000;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_lesson_that_arrives_under_a_saturating_course_takes_at_most_twice_as_long_as_alone(bool progressive)
    {
        var solo = await Seconds(new DrawnCourse(1, 7), progressive, under: null);
        var busy = await Seconds(new DrawnCourse(1, 7), progressive, under: new DrawnCourse(42, 1));
        (busy / solo).ShouldBeLessThanOrEqualTo(2, $"alone {solo:0} s, under another course {busy:0} s");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Three_equal_courses_get_equal_parts_of_the_quota(bool progressive)
    {
        using var world = new QuotaWorld(TokensPerMinute, progressive);
        var courses = Enumerable.Range(1, 3).Select(seed => world.Add(new DrawnCourse(42, seed))).ToList();
        await world.Run(until: () => world.Now > 1800);
        var served = courses.Select(course => course.Served).ToList();
        var jain = served.Sum() * served.Sum() / (served.Count * served.Sum(tokens => tokens * tokens));
        jain.ShouldBeGreaterThanOrEqualTo(0.95, string.Join(", ", served));
        (world.Bucket.Refused, world.Bucket.Overshoot).ShouldBe((0, 0));
    }

    static async Task<double> Seconds(DrawnCourse course, bool progressive, DrawnCourse? under)
    {
        using var world = new QuotaWorld(TokensPerMinute, progressive);
        if (under is not null)
            world.Add(under);
        var run = world.Add(course, at: under is null ? 0 : 300);
        await world.Run(until: () => double.IsFinite(run.Seconds));
        return run.Seconds;
    }
}
