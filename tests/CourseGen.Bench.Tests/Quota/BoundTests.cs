using CourseGen.Bench.Quota;
using CourseGen.Contracts;

namespace CourseGen.Bench.Tests.Quota;

/// <summary>42 lessons of mean size at 63 tokens a second, first token after 1.8 s, one output token for five of the quota.</summary>
public sealed class BoundTests
{
    const double Burndown = 5;
    static readonly TimeSpan BookAndMerge = TimeSpan.FromSeconds(3);

    [Fact]
    public void The_demand_is_what_all_calls_settle() => At(200_000).Demand.ShouldBe(4_557_000);

    [Fact]
    public void A_small_quota_is_the_bound() => At(200_000).Least.TotalMinutes.ShouldBe(21.785, 0.001);

    [Fact]
    public void With_a_large_quota_the_longest_chain_is_the_bound()
    {
        At(1_000_000).Least.ShouldBe(At(1_000_000).CriticalPath);
        At(5_000_000).Least.TotalMinutes.ShouldBe(4.343, 0.001);
    }

    [Fact]
    public void Pictures_lengthen_the_chain_only_when_they_end_after_the_slides()
    {
        Bound.Of([MeanLesson(TimeSpan.FromSeconds(4))], Tokens(5_000_000)).CriticalPath.TotalSeconds.ShouldBe(257.57, 0.01);
        Bound.Of([MeanLesson(TimeSpan.FromSeconds(400))], Tokens(5_000_000)).CriticalPath.TotalSeconds.ShouldBe(554.40, 0.01);
    }

    [Fact]
    public void Few_requests_a_minute_are_the_bound_when_they_last_longest()
    {
        var bound = Bound.Of(Course(), new Limits(5_000_000, 5_000_000, Burndown, RequestsPerMinute: 10));
        bound.Least.TotalMinutes.ShouldBe(11.6, 0.001);
    }

    [Fact]
    public void Cache_writes_count_and_a_bucket_larger_than_the_demand_leaves_no_wait()
    {
        var lesson = MeanLesson(TimeSpan.Zero);
        var written = lesson with { Lesson = lesson.Lesson with { CacheWrite = 2_000 } };
        Bound.Of([written], Tokens(200_000)).Demand.ShouldBe(110_500);
        Bound.Of([written], Tokens(200_000)).Quota.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void Ten_lessons_at_a_time_use_up_200_000_tokens_a_minute() =>
        Bound.IdealConcurrency(MeanLesson(TimeSpan.Zero).Lesson, Tokens(200_000)).ShouldBe(9.98, 0.01);

    static Bound At(double tokensPerMinute) => Bound.Of(Course(), Tokens(tokensPerMinute), BookAndMerge);

    static Limits Tokens(double perMinute) => new(perMinute, Burst: perMinute, Burndown);

    static List<LessonCalls> Course() => [.. Enumerable.Range(0, 42).Select(_ => MeanLesson(TimeSpan.FromSeconds(4)))];

    static LessonCalls MeanLesson(TimeSpan picture) => new(Call(WorkKind.Lesson, 3_000, 8_000), Call(WorkKind.Visuals, 9_000, 1_500), Call(WorkKind.Slides, 9_000, 8_000), picture);

    static BoundCall Call(WorkKind kind, long input, long output) => new(kind, "01-01", input, 0, output, TimeSpan.FromSeconds(1.8), 63);
}
