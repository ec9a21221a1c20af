
namespace CourseGen.Documents.Diagrams;

/// <summary>The layered way to draw a directed graph (after Sugiyama): layers, order, places, then edges at right angles.</summary>
static class LayeredLayout
{
    /// <summary>Diamonds are flatter where layers follow each other downwards, because height is scarce.</summary>
    const double FlatnessRight = 1.7, FlatnessDown = 3.3;

    /// <param name="right">To the right, else down.</param>
    /// <param name="lines">The most lines of text in a box.</param>
    public static PlacedDiagram Place(DiagramGraph graph, LayerOrder order, bool right, int lines, Room room)
    {
        var layered = new LayeredGraph(graph, NodeSizes.Of(graph.Nodes, lines, right ? FlatnessRight : FlatnessDown, room), right);
        order.Apply(layered);
        CrossPlacement.Place(layered, room);
        var back = new BackEdges(layered, right);
        back.Attach();
        CrossPlacement.PlacePorts(layered.NodeCells, aligned: true);
        new Channels(layered, [.. layered.Links, .. back.Links], right, room).Place();
        back.Place();

        Point At(double main, double cross) => right ? new Point(main, cross) : new Point(cross, main);
        var nodes = layered.NodeCells.Select(cell => cell.Node!).Zip(layered.NodeCells, (size, cell) =>
            new PlacedNode(size.Node, Rect.Around(At(cell.Main, cell.Cross), size.Width, size.Height), size.Text));
        var edges = layered.Routes.Select(route => new PlacedEdge(
            route.Edge.From, route.Edge.To, Points(route, At), route.Edge.Label,
            route.Label is { } label ? BackEdges.LabelAt(route.Edge.Label!, At(label.Main, label.Cross)) : null));
        return new PlacedDiagram([.. nodes], [.. edges, .. back.Edges(At)]);
    }

    static List<Point> Points(Route route, Func<double, double, Point> at)
    {
        var (first, last) = (route.Links[0], route.Links[^1]);
        var points = new List<Point> { at(first.From.Main + first.From.BorderAlongMain(first.FromPort), first.From.Cross + first.FromPort) };
        foreach (var link in route.Links)
        {
            if (link.Turn is { } turn)
                points.AddRange([at(turn, link.From.Cross + link.FromPort), at(turn, link.To.Cross + link.ToPort)]);
        }
        points.Add(at(last.To.Main - last.To.BorderAlongMain(last.ToPort), last.To.Cross + last.ToPort));
        return points;
    }
}
