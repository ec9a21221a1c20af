namespace CourseGen.Models.Profiles;

public sealed class IdealConcurrencyTests
{
    static readonly (TimeSpan, double) Lesson = (TimeSpan.FromSeconds(128.8), 43_000);
    static readonly (TimeSpan, double) Visuals = (TimeSpan.FromSeconds(25.6), 16_500);
    static readonly (TimeSpan, double) Slides = (TimeSpan.FromSeconds(128.8), 49_000);

    /// <summary>By hand: 200,000 × 128.8 / 60 / 43,000.</summary>
    [Theory]
    [InlineData(200_000, 9.984)]
    [InlineData(1_000_000, 49.922)]
    [InlineData(5_000_000, 249.612)]
    public void So_many_lessons_at_a_time_use_a_quota_exactly(long tokensPerMinute, double calls) =>
        IdealConcurrency.Of(tokensPerMinute, Lesson.Item1, Lesson.Item2).ShouldBe(calls, 0.001);

    [Fact]
    public void Different_calls_together_use_it_by_their_sums() =>
        IdealConcurrency.Of(200_000, [Lesson, Visuals, Slides]).ShouldBe(200_000 * 283.2 / 60 / 108_500, 0.001);
}
