using CourseGen.Bench.Quota;

namespace CourseGen.Bench.Tests.Quota;

public sealed class FairnessTests
{
    [Fact]
    public void Equal_shares_have_the_index_1() => Fairness.JainOf([2, 2, 2]).ShouldBe(1, 1e-9);

    [Fact]
    public void One_that_has_all_has_the_index_1_of_n() => Fairness.JainOf([5, 0, 0]).ShouldBe(1 / 3.0, 1e-9);

    [Fact]
    public void Courses_one_after_the_other_are_below_the_bar() => Fairness.JainOf([1, 1 / 2.0, 1 / 3.0]).ShouldBe(0.823, 0.001);
}
