using CourseGen.ContentGen.Answers;
using CourseGen.ContentGen.Visuals;
using CourseGen.Contracts.Documents;
using CourseGen.Documents;

namespace CourseGen.ContentGen.Tests.Visuals;

public sealed class VisualsReaderTests
{
    const string Nodes = """[{"id": "a", "label": "Chart datum", "shape": "note"}, {"id": "b", "label": "Depth?", "shape": "Diamond"}]""";
    const string Edges = """[{"from": "a", "to": "b", "label": "adds"}, {"from": "b", "to": "a", "label": " "}]""";

    static readonly VisualBlock[] Tags = [new("", 1, "01-02-0001", "How heights count from chart datum"), new("", 5, "01-02-0002", "A quiet harbour")];

    [Fact]
    public void A_full_answer_gives_the_visuals_in_the_order_of_the_tags()
    {
        var reading = Read($"{Entry("01-02-0002", type: "artistic_image", diagram: "null")}, {Entry("01-02-0001")}, {Entry("01-02-0009")}");
        reading.Faults.ShouldBeEmpty();
        reading.Value!.Visuals.Select(visual => visual.Id).ShouldBe(["01-02-0001", "01-02-0002"]);
        var visual = reading.Value.Visuals[0];
        (visual.LessonId, visual.Description, visual.Filename, visual.VisualType).ShouldBe(("01-02", Tags[0].Description, "01-02-0001.png", VisualType.Diagram));
        visual.Diagram!.Direction.ShouldBe(DiagramDirection.Down);
        visual.Diagram.Nodes.ShouldBe([new DiagramNode("a", "Chart datum", NodeShape.Note), new DiagramNode("b", "Depth?", NodeShape.Diamond)]);
        visual.Diagram.Edges.ShouldBe([new DiagramEdge("a", "b", "adds"), new DiagramEdge("b", "a")]);
        reading.Value.Visuals[1].Diagram.ShouldBeNull();
    }

    [Theory]
    [InlineData("""[{"id": "a", "label": "One"}]""", "[]", "a diagram has 2 to 10 nodes, not 1")]
    [InlineData("null", "null", "a diagram has 2 to 10 nodes, not 0")]
    [InlineData("""[{"id": "a", "label": "One"}, {"id": "a", "label": "Two"}]""", "[]", "the node id 'a' is missing or used twice")]
    [InlineData("""[{"id": "a", "label": "One"}, {"id": "b"}]""", "[]", "the label '' of node 'b' is missing or longer than 40 characters")]
    [InlineData("""[{"id": "a", "label": "One"}, {"id": "b", "label": "A label of more characters than forty of them"}]""", "[]",
        "the label 'A label of more characters than forty of them' of node 'b' is missing or longer than 40 characters")]
    [InlineData(Nodes, """[{"from": "a", "to": "c"}]""", "the edge from 'a' to 'c' does not join two nodes of the diagram")]
    [InlineData(Nodes, """[{"from": "a", "to": "a"}]""", "the edge from 'a' to 'a' does not join two nodes of the diagram")]
    [InlineData(Nodes, """[{"from": "a", "to": "b", "label": "longer than twenty chars"}]""", "the edge label 'longer than twenty chars' is longer than 20 characters")]
    public void A_diagram_that_cannot_be_drawn_is_a_fault_and_falls_back_to_an_image(string nodes, string edges, string fault)
    {
        var reading = Read($"{Entry("01-02-0001", diagram: $$"""{"nodes": {{nodes}}, "edges": {{edges}}}""")}, {Entry("01-02-0002")}");
        reading.Faults.ShouldBe([$"visual 01-02-0001: {fault}"]);
        (reading.Value!.Visuals[0].VisualType, reading.Value.Visuals[0].Diagram).ShouldBe((VisualType.ArtisticImage, null));
        reading.Value.Visuals[1].VisualType.ShouldBe(VisualType.Diagram);
    }

    [Fact]
    public void Too_many_edges_are_a_fault() =>
        Read(Entry("01-02-0001", diagram: $$"""{"nodes": {{Nodes}}, "edges": [{{string.Join(',', Enumerable.Repeat("""{"from": "a", "to": "b"}""", 15))}}]}"""))
            .Faults.ShouldContain("visual 01-02-0001: a diagram has at most 14 edges, not 15");

    [Theory]
    [InlineData("short")]
    [InlineData("tides_and_ranges.png")]
    public void An_alt_text_that_says_nothing_is_a_fault_and_falls_back_to_the_description(string alt)
    {
        var reading = Read($"{Entry("01-02-0001", alt: alt)}, {Entry("01-02-0002")}");
        reading.Faults.ShouldBe([$"visual 01-02-0001: alt_text must have 10 to 250 characters and say what the picture tells; it has {alt.Length}"]);
        reading.Value!.Visuals[0].AltText.ShouldBe(Tags[0].Description);
    }

    [Fact]
    public void An_alt_text_that_is_too_long_is_cut_between_words_when_it_stays_so()
    {
        var reading = Read($"{Entry("01-02-0001", alt: string.Concat(Enumerable.Repeat("water ", 50)))}, {Entry("01-02-0002")}");
        reading.Faults.ShouldHaveSingleItem();
        reading.Value!.Visuals[0].AltText.ShouldBe(string.Concat(Enumerable.Repeat("water ", 41)).Trim());
    }

    [Fact]
    public void A_missing_visual_is_a_fault_and_falls_back_to_its_description()
    {
        var reading = Read(Entry("01-02-0001"));
        reading.Faults.ShouldBe(["visual 01-02-0002 is missing"]);
        reading.Value!.Visuals[1].ShouldBe(new Visual(
            "01-02-0002", "01-02", "A quiet harbour", VisualType.ArtisticImage, "A quiet harbour", "A quiet harbour", "01-02-0002.png"));
    }

    [Theory]
    [InlineData("""{"visuals": []}""")]
    [InlineData("""{"pictures": []}""")]
    [InlineData("I cannot do that.")]
    public void An_answer_without_any_of_the_visuals_is_unusable(string answer)
    {
        var reading = VisualsReader.Read(answer, "01-02", Tags);
        reading.Value.ShouldBeNull();
        reading.Faults.ShouldNotBeEmpty();
    }

    [Fact]
    public void An_unknown_type_is_a_fault_and_the_structure_decides() =>
        Read($"{Entry("01-02-0001", type: "flowchart")}, {Entry("01-02-0002")}").ShouldSatisfyAllConditions(
            reading => reading.Faults.ShouldBe(["visual 01-02-0001: visual_type is 'flowchart', expected 'diagram' or 'artistic_image'"]),
            reading => reading.Value!.Visuals[0].VisualType.ShouldBe(VisualType.Diagram));

    static string Entry(string id, string type = "diagram", string alt = "Heights count upwards from chart datum.", string? diagram = null) => $$"""
        {"id": "{{id}}", "visual_type": "{{type}}", "enhanced_prompt": "Boxes.", "alt_text": "{{alt}}",
         "diagram": {{diagram ?? $$"""{"direction": "down", "nodes": {{Nodes}}, "edges": {{Edges}}}"""}}}
        """;

    static Reading<LessonVisuals> Read(string entries) => VisualsReader.Read($$"""{"visuals": [{{entries}}]}""", "01-02", Tags);
}
