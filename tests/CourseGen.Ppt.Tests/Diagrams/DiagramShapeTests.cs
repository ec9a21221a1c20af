using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Checks;
using CourseGen.Ppt.Decks;
using CourseGen.Ppt.Tests.Checks;
using CourseGen.Ppt.Tests.Testing;
using A = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Presentation;

namespace CourseGen.Ppt.Tests.Diagrams;

public sealed class DiagramShapeTests
{
    static readonly Diagram Decision = new(DiagramDirection.Down,
        [new("a", "Figure on the chart"), new("b", "Underlined?", NodeShape.Diamond), new("c", "Tide plus figure"), new("d", "Tide minus figure", NodeShape.Note), new("e", "Depth", NodeShape.Round)],
        [new("a", "b"), new("b", "c", "no"), new("b", "d", "yes"), new("c", "e"), new("d", "e")]);

    [Fact]
    public void A_diagram_is_a_group_of_shapes_with_its_labels_inside_and_its_alternative_text()
    {
        var deck = Deck(Decision);
        DeckChecks.ShouldBeValid(deck);
        var group = Group(deck);
        group.NonVisualGroupShapeProperties!.NonVisualDrawingProperties!.Description!.Value.ShouldBe("How a figure is used");
        group.Elements<P.Shape>().Take(5).Select(shape => shape.TextBody!.InnerText).ShouldBe(["Figure on the chart", "Underlined?", "Tide plus figure", "Tide minus figure", "Depth"]);
        DeckChecks.Read(deck, slide => slide.ImageParts.Count()).ShouldBe([0]);
    }

    [Fact]
    public void An_arrow_that_goes_around_other_shapes_is_a_line_that_no_program_changes()
    {
        var group = Group(Deck(Decision with { Edges = [.. Decision.Edges, new("e", "a", "again")] }));
        var lines = group.Elements<P.Shape>().Where(shape => shape.Descendants<A.CustomGeometry>().Any()).ToList();
        lines.ShouldNotBeEmpty();
        lines.ShouldAllBe(line => line.NonVisualShapeProperties!.NonVisualDrawingProperties!.OuterXml.Contains("decorative") && line.Descendants<A.TailEnd>().Any());
    }

    [Fact]
    public void Every_other_arrow_is_glued_to_the_shapes_it_joins_and_passed_over_by_readers()
    {
        var group = Group(Deck(Decision));
        var ids = group.Elements<P.Shape>().Take(5).Select(shape => shape.NonVisualShapeProperties!.NonVisualDrawingProperties!.Id!.Value).ToList();
        var arrows = group.Elements<P.ConnectionShape>().Select(arrow => arrow.NonVisualConnectionShapeProperties!).ToList();
        arrows.Select(arrow => (
                ids.IndexOf(arrow.NonVisualConnectorShapeDrawingProperties!.StartConnection!.Id!.Value),
                ids.IndexOf(arrow.NonVisualConnectorShapeDrawingProperties.EndConnection!.Id!.Value)))
            .ShouldBe([(0, 1), (1, 2), (1, 3), (2, 4), (3, 4)], ignoreOrder: true);
        arrows.ShouldAllBe(arrow => arrow.NonVisualDrawingProperties!.OuterXml.Contains("decorative"));
    }

    [Fact]
    public void Its_text_is_large_enough_to_be_read_and_its_shapes_stand_on_the_slide()
    {
        var group = Group(Deck(Decision));
        group.Elements<P.Shape>().Take(5).SelectMany(shape => shape.Descendants<A.RunProperties>()).ShouldAllBe(run => run.FontSize!.Value >= 1200);
        foreach (var (offset, extents) in group.Descendants<A.Offset>().Zip(group.Descendants<A.Extents>()))
        {
            offset.X!.Value.ShouldBeGreaterThanOrEqualTo((long)(SlideGeometry.Body.X - 1) * Box.EmuPerPoint);
            offset.Y!.Value.ShouldBeGreaterThanOrEqualTo((long)(SlideGeometry.Body.Y - 1) * Box.EmuPerPoint);
            (offset.X.Value + extents.Cx!.Value).ShouldBeLessThanOrEqualTo((long)(SlideGeometry.Body.Right + 1) * Box.EmuPerPoint);
            (offset.Y.Value + extents.Cy!.Value).ShouldBeLessThanOrEqualTo((long)(SlideGeometry.Body.Bottom + 1) * Box.EmuPerPoint);
        }
    }

    [Fact]
    public void Labels_that_no_picture_can_show_are_shown_as_they_are()
    {
        var deck = Deck(new Diagram(DiagramDirection.Right, [new("a", "潮汐"), new("b", "المد")], [new("a", "b", "次")]), language: "ja");
        DeckChecks.ShouldBeValid(deck);
        DeckChecks.Texts(deck)[0].ShouldContain("潮汐");
        DeckChecks.Texts(deck)[0].ShouldNotContain("1 =");
    }

    [Fact]
    public void A_diagram_that_would_be_too_small_to_read_is_shown_as_its_picture_and_the_checks_say_so()
    {
        var nodes = Enumerable.Range(0, 10).Select(i => new DiagramNode($"{i}", string.Join(' ', Enumerable.Repeat($"label{i}", 20)))).ToList();
        var edges = Enumerable.Range(0, 9).Select(i => new DiagramEdge($"{i}", $"{i + 1}", "a label of an edge that is long")).ToList();
        var deck = Deck(new Diagram(DiagramDirection.Down, nodes, edges));
        DeckChecks.Read(deck, slide => slide.ImageParts.Count()).ShouldBe([1]);
        DeckChecks.Read(deck, slide => slide.Slide.Descendants<P.GroupShape>().Count()).ShouldBe([0]);
        CheckedDecks.Check(deck).Select(finding => finding.Rule).ShouldContain(DeckRules.Diagram);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void Any_diagram_gives_a_valid_slide(int seed)
    {
        var random = new Random(seed);
        var nodes = Enumerable.Range(0, random.Next(2, 11)).Select(i => new DiagramNode($"n{i}", string.Join(' ', Enumerable.Repeat("node", random.Next(1, 5))), (NodeShape)random.Next(4))).ToList();
        var edges = Enumerable.Range(0, random.Next(0, 14)).Select(_ => new DiagramEdge($"n{random.Next(nodes.Count)}", $"n{random.Next(nodes.Count)}", random.Next(2) == 0 ? "label" : null)).ToList();
        DeckChecks.ShouldBeValid(Deck(new Diagram((DiagramDirection)random.Next(2), nodes, edges)));
    }

    static byte[] Deck(Diagram diagram, string language = "en") => Samples.Written(Samples.Deck(
        [Samples.Slide(SlideLayout.TextImageRight, "Title", Samples.Bullets("One", "Two"), Samples.Image("p", "A caption"))], language: language,
        pictures: new() { ["p"] = new DeckPicture(Samples.Png(640, 360), "How a figure is used", "1 = 潮汐") { Diagram = diagram } }));

    static P.GroupShape Group(byte[] deck) => DeckChecks.Read(deck, slide => slide.Slide.Descendants<P.GroupShape>().Single())[0];
}
