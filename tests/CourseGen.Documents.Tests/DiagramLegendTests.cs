using CourseGen.Contracts.Documents;

namespace CourseGen.Documents;

public sealed class DiagramLegendTests
{
    [Fact]
    public void Labels_in_other_scripts_are_numbered_in_the_order_of_the_diagram()
    {
        var diagram = new Diagram(DiagramDirection.Right, [new("a", "海図"), new("b", "Depth"), new("c", "مد"), new("d", "海図")], [new("a", "b", "🌊"), new("b", "c")]);

        var numbered = DiagramLegend.Number(diagram);

        numbered.Legend.ShouldBe("1 = 海図, 2 = مد, 3 = 🌊");
        numbered.Diagram.Nodes.Select(node => node.Label).ShouldBe(["1", "Depth", "2", "1"]);
        numbered.Diagram.Edges.Select(edge => edge.Label).ShouldBe(["3", null]);
    }

    [Fact]
    public void A_legend_takes_no_number_that_a_label_already_is() =>
        DiagramLegend.Number(new Diagram(DiagramDirection.Down, [new("a", "1"), new("b", "海図")], [])).Legend.ShouldBe("2 = 海図");

    [Fact]
    public void Labels_that_can_be_drawn_need_no_legend() =>
        DiagramLegend.Number(new Diagram(DiagramDirection.Down, [new("a", "Μέση στάθμη"), new("b", "Глубина, año → 5 €")], [])).Legend.ShouldBeEmpty();

    [Fact]
    public void A_picture_that_is_no_diagram_has_no_legend()
    {
        DiagramLegend.Of(null).ShouldBeEmpty();
        DiagramLegend.Of(new Visual("01-01-0001", "01-01", "海", VisualType.ArtisticImage, "海", "海", "01-01-0001.png")).ShouldBeEmpty();
    }
}
