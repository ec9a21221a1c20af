using CourseGen.Documents.Diagrams;

namespace CourseGen.Documents.Tests.Diagrams;

public sealed class SpacingTests
{
    [Fact]
    public void Wishes_that_keep_their_distance_come_true() =>
        Spacing.Solve([new(0, 1), new(5, 1), new(9, 1)], [0, 2, 2]).ShouldBe([0, 5, 9]);

    [Fact]
    public void Wishes_for_one_place_are_spread_around_it() =>
        Spacing.Solve([new(10, 1), new(10, 1), new(10, 1)], [0, 2, 2]).ShouldBe([8, 10, 12]);

    [Fact]
    public void The_heavier_wish_moves_less() =>
        Spacing.Solve([new(10, 3), new(10, 1)], [0, 4]).ShouldBe([9, 13]);
}
