using CourseGen.Planner.Estimates;

namespace CourseGen.Planner.Tests.Estimates;

public sealed class DistributionTests
{
    [Fact]
    public void The_99th_percentile_is_at_most_a_twentieth_too_high()
    {
        var seen = Enumerable.Range(1, 1000).Aggregate(Distribution.None, (all, value) => all.With(value * 10));
        seen.Percentile(0.99)!.Value.ShouldBeInRange(9_900, 9_900 * 105 / 100);
        seen.Percentile(0.5)!.Value.ShouldBeInRange(5_000, 5_000 * 105 / 100);
    }

    [Fact]
    public void No_percentile_is_above_what_was_seen() => Distribution.None.With(8_000).With(8_000).Percentile(0.99).ShouldBe(8_000);

    [Fact]
    public void Of_nothing_there_is_none() => Distribution.None.Percentile(0.99).ShouldBeNull();

    [Fact]
    public void Two_add_up_and_fading_changes_no_percentile()
    {
        var one = Enumerable.Range(1, 50).Aggregate(Distribution.None, (all, value) => all.With(value * 100));
        var other = Enumerable.Range(51, 50).Aggregate(Distribution.None, (all, value) => all.With(value * 100));
        var both = Enumerable.Range(1, 100).Aggregate(Distribution.None, (all, value) => all.With(value * 100));
        one.With(other).Percentile(0.9).ShouldBe(both.Percentile(0.9));
        one.With(other).Times(0.5).Percentile(0.9).ShouldBe(both.Percentile(0.9));
    }
}
