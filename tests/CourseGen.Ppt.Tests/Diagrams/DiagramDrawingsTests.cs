using CourseGen.Contracts.Documents;
using CourseGen.Documents.Diagrams;
using CourseGen.Ppt.Decks;
using CourseGen.Ppt.Diagrams;

namespace CourseGen.Ppt.Tests.Diagrams;

public sealed class DiagramDrawingsTests
{
    /// <summary>Points: beside a slide's text, and below it.</summary>
    const double Width = 645, Height = 330;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 200)];

    public static TheoryData<string> Recorded => [.. DrawnDiagrams.Recorded.Keys];

    [Theory]
    [MemberData(nameof(Recorded))]
    public void The_recorded_diagrams_are_clean_and_large_enough(string name)
    {
        var drawn = Draw(DrawnDiagrams.Recorded[name]).ShouldNotBeNull();
        DrawnDiagrams.FaultsOf(drawn, Width, Height).ShouldBeEmpty();
        drawn.SmallestText.ShouldBeGreaterThanOrEqualTo(12);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Any_diagram_that_is_large_enough_is_clean(int seed)
    {
        if (Draw(DrawnDiagrams.Random(seed)) is { SmallestText: >= 12 } drawn)
            DrawnDiagrams.FaultsOf(drawn, Width, Height).ShouldBeEmpty();
    }

    [Fact]
    public void Nearly_all_diagrams_can_be_drawn() =>
        Enumerable.Range(0, 50).Count(seed => Draw(DrawnDiagrams.Random(seed)) is null).ShouldBeLessThan(5);

    [Fact]
    public void More_room_makes_text_larger()
    {
        var drawings = new DiagramDrawings(DrawnDiagrams.Recorded.Values.First(), DeckTemplate.Default.Fonts);
        drawings.Largest(Width, Height)!.Scale.ShouldBeGreaterThan(drawings.Largest(Width * 0.7, Height)!.Scale);
    }

    [Fact]
    public void Boxes_that_arrows_join_stand_in_line()
    {
        var diagram = new Diagram(DiagramDirection.Down,
            [new("a", "Start", NodeShape.Round), new("b", "Is it deep enough?", NodeShape.Diamond), new("c", "Go"), new("d", "Wait for the flood")],
            [new("a", "b"), new("b", "c", "yes"), new("b", "d", "no")]);
        Draw(diagram)!.Routes[0].Points.Count.ShouldBe(2);
    }

    [Fact]
    public void An_arrow_that_all_programs_draw_alike_is_plain()
    {
        var edge = new PlacedEdge(0, 1, [], null, null);
        bool IsPlain(params (double X, double Y)[] points) => new ConnectorRoute(edge, [.. points.Select(point => new Point(point.X, point.Y))], null).IsPlain;
        IsPlain((0, 0), (4, 0)).ShouldBeTrue();
        IsPlain((0, 0), (4, 0), (4, 4)).ShouldBeTrue();
        IsPlain((0, 0), (2, 0), (2, 4), (4, 4)).ShouldBeTrue("it turns halfway");
        IsPlain((0, 0), (1, 0), (1, 4), (4, 4)).ShouldBeFalse("it turns elsewhere");
        IsPlain((0, 0), (6, 0), (6, 4), (4, 4)).ShouldBeFalse("it goes out and back");
        IsPlain((0, 0), (1, 0), (1, 4), (4, 4), (4, 6)).ShouldBeFalse("it turns three times");
    }

    static DrawnDiagram? Draw(Diagram diagram) => new DiagramDrawings(diagram, DeckTemplate.Default.Fonts).Largest(Width, Height);
}
