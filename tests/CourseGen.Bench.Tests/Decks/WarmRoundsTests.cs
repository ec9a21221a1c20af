using CourseGen.Bench.Decks;

namespace CourseGen.Bench.Tests.Decks;

public sealed class WarmRoundsTests
{
    [Theory]
    [InlineData(new[] { 3.0, 1, 2 }, 2)]
    [InlineData(new[] { 4.0, 1, 2, 100 }, 3)]
    [InlineData(new[] { 7.0 }, 7)]
    public void The_median_is_the_middle_of_the_sorted_rounds(double[] milliseconds, double median) => new Rounds("", milliseconds).Median.ShouldBe(median);

    [Fact]
    public void Works_take_turns_after_they_are_warm()
    {
        var order = new List<string>();
        var rounds = WarmRounds.Measure(3, Work("a", order, TimeSpan.MaxValue), Work("b", order, TimeSpan.MaxValue));
        order.TakeLast(6).ShouldBe(["a", "b", "a", "b", "a", "b"]);
        rounds.Select(one => (one.Name, one.Milliseconds.Count)).ShouldBe([("a", 3), ("b", 3)]);
    }

    [Fact]
    public void A_work_that_took_its_time_stays_out_of_later_rounds() =>
        WarmRounds.Measure(3, Work("slow", [], TimeSpan.Zero), Work("quick", [], TimeSpan.MaxValue)).Select(one => one.Milliseconds.Count).ShouldBe([1, 3]);

    static Work Work(string name, List<string> order, TimeSpan patience) => new(name, () => order.Add(name), patience);
}
