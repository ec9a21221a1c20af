using CourseGen.BedrockSim.Answers;
using CourseGen.Contracts;

namespace CourseGen.Bench.Quota;

/// <summary>The bound on the very calls that the simulator draws for a course.</summary>
static class DrawnBound
{
    const double Burndown = 5;
    static readonly TimeSpan Picture = TimeSpan.FromSeconds(4);

    /// <summary>Book and deck take no calls, so neither the bound nor what is measured holds them.</summary>
    public static Bound Of(BenchmarkCourse course, Scenario scenario)
    {
        var draws = new CallDraws(scenario.Seed, new DrawnCourse());
        var lessons = course.Lessons.Select(lesson => new LessonCalls(Call(WorkKind.Lesson, lesson), Call(WorkKind.Visuals, lesson), Call(WorkKind.Slides, lesson), Picture));
        return Bound.Of([.. lessons], new Limits(scenario.TokensPerMinute, Burst: scenario.TokensPerMinute, Burndown));

        BoundCall Call(WorkKind kind, string lesson)
        {
            var drawn = draws.Of(kind, lesson);
            return new BoundCall(kind, lesson, drawn.Input!.Value, CacheWrite: 0, drawn.Output!.Value, TimeSpan.FromSeconds(drawn.FirstToken), drawn.Rate);
        }
    }
}
