using CourseGen.Contracts.Documents;
using CourseGen.Documents.Diagrams;

namespace CourseGen.Documents.Tests.Diagrams;

public sealed class DiagramLayoutTests
{
    const double Hair = 1e-6, Level = 0.02;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 150)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Nothing_overlaps(int seed)
    {
        var placed = DiagramLayout.Place(Samples.Random(seed));

        foreach (var (i, node) in placed.Nodes.Index())
        {
            foreach (var other in placed.Nodes.Skip(i + 1))
                node.Box.Overlaps(other.Box).ShouldBeFalse($"{node.Node.Label} and {other.Node.Label}");
            foreach (var edge in placed.Edges.Where(edge => edge.Label is not null))
                node.Box.Overlaps(edge.Label!.Value).ShouldBeFalse($"{node.Node.Label} and the edge label {edge.Text}");
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Text_is_inside_its_shape(int seed)
    {
        foreach (var node in DiagramLayout.Place(Samples.Random(seed)).Nodes)
        {
            foreach (var (line, text) in node.Text.Lines.Index())
            {
                var middle = (line - (node.Text.Lines.Count - 1) / 2.0) * LabelText.LinePitch;
                var (x, y) = (LabelText.WidthOf(text) / 2, Math.Abs(middle) + 0.4);
                var inside = node.Node.Shape == NodeShape.Diamond
                    ? x / (node.Box.Width / 2) + y / (node.Box.Height / 2) <= 1
                    : x <= node.Box.Width / 2 - 0.5 && y <= node.Box.Height / 2;
                inside.ShouldBeTrue($"{text} in {node.Node.Shape} {node.Box}");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Every_edge_runs_from_border_to_border_and_through_no_node(int seed)
    {
        var diagram = Samples.Random(seed);
        var placed = DiagramLayout.Place(diagram);

        placed.Edges.Count.ShouldBe(diagram.Edges.Select(edge => (edge.From, edge.To)).Distinct().Count());
        foreach (var edge in placed.Edges)
        {
            placed.Nodes.Any(node => IsOnBorder(node, edge.Points[0])).ShouldBeTrue($"{edge} begins at a border");
            placed.Nodes.Any(node => IsOnBorder(node, edge.Points[^1])).ShouldBeTrue($"{edge} ends at a border");
            foreach (var (from, to) in edge.Points.Zip(edge.Points.Skip(1)))
            {
                (Math.Abs(from.X - to.X) < Level || Math.Abs(from.Y - to.Y) < Level).ShouldBeTrue($"{from} to {to} is level or upright");
                var piece = new Rect(Math.Min(from.X, to.X), Math.Min(from.Y, to.Y), Math.Abs(from.X - to.X), Math.Abs(from.Y - to.Y));
                foreach (var node in placed.Nodes.Where(node => node.Node.Shape == NodeShape.Box))
                    node.Box.Grown(-0.01).Overlaps(piece).ShouldBeFalse($"{node.Node.Label} is crossed");
            }
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Edge_labels_do_not_cover_each_other(int seed)
    {
        var labels = DiagramLayout.Place(Samples.Random(seed)).Edges.Where(edge => edge.Label is not null).Select(edge => edge.Label!.Value).ToList();

        foreach (var (i, label) in labels.Index())
            labels.Skip(i + 1).ShouldAllBe(other => !label.Overlaps(other));
    }

    [Fact]
    public void Few_nodes_have_larger_text_than_many() =>
        TextOnSlide(Samples.Chain(DiagramDirection.Right, 2)).ShouldBeGreaterThan(TextOnSlide(Samples.Chain(DiagramDirection.Right, 10)));

    [Fact]
    public void Arrows_point_where_the_diagram_says()
    {
        var right = DiagramLayout.Place(Samples.Chain(DiagramDirection.Right, 3)).Nodes;
        var down = DiagramLayout.Place(Samples.Chain(DiagramDirection.Down, 3)).Nodes;

        right[0].Box.Right.ShouldBeLessThan(right[1].Box.X);
        right[1].Box.Right.ShouldBeLessThan(right[2].Box.X);
        down[0].Box.Bottom.ShouldBeLessThan(down[1].Box.Y);
        down[1].Box.Bottom.ShouldBeLessThan(down[2].Box.Y);
    }

    [Theory]
    [InlineData(DiagramDirection.Right)]
    [InlineData(DiagramDirection.Down)]
    public void A_long_chain_turns_back_rather_than_shrink(DiagramDirection direction)
    {
        var placed = DiagramLayout.Place(Samples.Chain(direction, 9, label: "then do"));

        placed.Nodes.Select(node => node.Box.Y).Distinct().Count().ShouldBe(3);
        placed.Nodes.Select(node => node.Box.X).Distinct().Count().ShouldBe(3);
        DiagramLayout.TextSize(placed, DiagramSpace.Picture).ShouldBeGreaterThan(12);
    }

    [Fact]
    public void A_long_flow_with_branches_goes_on_in_a_second_band_rather_than_shrink()
    {
        var diagram = new Diagram(DiagramDirection.Down,
            [
                new("a", "Printed time 2324"), new("b", "Zone is UT?", NodeShape.Diamond), new("c", "Apply the printed zone"), new("d", "Summer time in force?", NodeShape.Diamond),
                new("e", "Add one hour"), new("f", "Past midnight?", NodeShape.Diamond), new("g", "Date moves to next day", NodeShape.Note), new("h", "Local time on the plan", NodeShape.Round),
            ],
            [
                new("a", "b"), new("b", "c", "no"), new("b", "d", "yes"), new("c", "d", "now in UT"), new("d", "e", "yes"),
                new("d", "h", "no"), new("e", "f"), new("f", "g", "yes: 0024"), new("f", "h", "no"), new("g", "h"),
            ]);

        var placed = DiagramLayout.Place(diagram);

        DiagramLayout.TextSize(placed, DiagramSpace.Picture).ShouldBeGreaterThan(12);
        placed.Nodes[^1].Box.Y.ShouldBeGreaterThan(placed.Nodes[0].Box.Bottom);
    }

    [Fact]
    public void A_closed_chain_is_a_ring()
    {
        var nodes = DiagramLayout.Place(Samples.Chain(DiagramDirection.Right, 6, closed: true)).Nodes;

        nodes[0].Box.X.ShouldBe(nodes[5].Box.X, Hair);
        nodes[2].Box.X.ShouldBe(nodes[3].Box.X, Hair);
        nodes[0].Box.Y.ShouldBeLessThan(nodes[5].Box.Y);
    }

    [Fact]
    public void A_branch_that_returns_is_led_around()
    {
        var diagram = new Diagram(DiagramDirection.Right,
            [new("a", "Draft"), new("b", "Review"), new("c", "Good enough?", NodeShape.Diamond), new("d", "Publish")],
            [new("a", "b"), new("b", "c"), new("c", "d", "yes"), new("c", "a", "no")]);

        var placed = DiagramLayout.Place(diagram);

        var back = placed.Edges.Single(edge => edge.Text == "no");
        back.Points.Max(point => point.Y).ShouldBeGreaterThan(placed.Nodes.Max(node => node.Box.Bottom));
    }

    [Fact]
    public void Nodes_without_edges_stand_in_a_grid() =>
        DiagramLayout.Place(new Diagram(DiagramDirection.Down, [.. Enumerable.Range(0, 6).Select(i => new DiagramNode($"{i}", $"Part {i}"))], []))
            .Nodes.Select(node => node.Box.Y).Distinct().Count().ShouldBeLessThan(4);

    [Fact]
    public void A_note_has_room_for_its_folded_corner()
    {
        double Height(NodeShape shape) => DiagramArrangement.Of(new Diagram(DiagramDirection.Right, [new("a", "One", shape), new("b", "Two", shape)], [new("a", "b")])).First().Tightest!.Nodes[0].Box.Height;
        Height(NodeShape.Note).ShouldBe(Height(NodeShape.Box) + PlacedDiagram.NoteFold, Hair);
    }

    [Fact]
    public void Lines_that_are_further_apart_make_boxes_higher()
    {
        double Height(double linePitch) => DiagramArrangement.Of(Samples.Chain(DiagramDirection.Right, 2), linePitch).First().Tightest!.Nodes[0].Box.Height;
        Height(1.5).ShouldBe(Height(1.2) + 0.3, Hair);
    }

    [Fact]
    public void An_arrangement_gets_as_much_air_as_is_accepted()
    {
        var arrangement = DiagramArrangement.Of(Samples.Chain(DiagramDirection.Right, 3)).First();
        var tightest = arrangement.Tightest!.Bounds;
        arrangement.Roomiest(placed => placed.Bounds.Width <= tightest.Width * 1.3 ? placed : null)!.Bounds.Width.ShouldBeInRange(tightest.Width * 1.01, tightest.Width * 1.3);
        arrangement.Roomiest(placed => placed.Bounds.Width < tightest.Width ? placed : null).ShouldBeNull();
    }

    static double TextOnSlide(Diagram diagram) => DiagramLayout.TextSize(DiagramLayout.Place(diagram), DiagramSpace.Picture);

    static bool IsOnBorder(PlacedNode node, Point point)
    {
        var (x, y) = (Math.Abs(point.X - node.Box.Centre.X) / (node.Box.Width / 2), Math.Abs(point.Y - node.Box.Centre.Y) / (node.Box.Height / 2));
        return node.Node.Shape switch
        {
            NodeShape.Diamond => Math.Abs(x + y - 1) < Hair,
            NodeShape.Round => IsOnRoundBorder(node.Box, point),
            _ => Math.Abs(Math.Max(x, y) - 1) < Hair,
        };
    }

    static bool IsOnRoundBorder(Rect box, Point point)
    {
        var radius = Math.Min(NodeSizes.RoundRadius, Math.Min(box.Width, box.Height) / 2);
        var x = Math.Max(0, Math.Abs(point.X - box.Centre.X) - (box.Width / 2 - radius));
        var y = Math.Max(0, Math.Abs(point.Y - box.Centre.Y) - (box.Height / 2 - radius));
        return Math.Abs(Math.Sqrt(x * x + y * y) - radius) < Hair;
    }
}
