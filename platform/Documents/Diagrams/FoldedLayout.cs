using CourseGen.Contracts.Documents;

namespace CourseGen.Documents.Diagrams;

/// <summary>
/// A long diagram as two bands, one below the other, each laid out to the right, as a text goes on in its next line. Edges from the first band
/// to the second leave downwards and come in from above, through the room between the bands.
/// </summary>
static class FoldedLayout
{
    const double ChannelPadding = 0.9, LaneGap = 0.9, Clearance = 0.2;
    /// <summary>Edges between the bands; more are hard to follow.</summary>
    const int MostCrossing = 2;

    /// <param name="cut">The last layer of the first band.</param>
    /// <returns>Null where an edge between the bands would cross a node or run on top of another edge.</returns>
    public static PlacedDiagram? Place(DiagramGraph graph, int cut, int lines, Room room)
    {
        var crossing = graph.Forward.Where(edge => graph.Layers[edge.From] <= cut && graph.Layers[edge.To] > cut).ToList();
        if (crossing.Count > MostCrossing || graph.Back.Any(edge => graph.Layers[edge.From] > cut != graph.Layers[edge.To] > cut))
            return null;
        var first = Band.Of(graph, layer => layer <= cut, lines, room);
        var second = Band.Of(graph, layer => layer > cut, lines, room);
        bool[] sides = [false, true];
        return sides.SelectMany(turnFirst => sides.Select(turnSecond => Joined(graph, first.Turned(turnFirst), second.Turned(turnSecond), crossing, room))).FirstOrDefault(placed => placed is not null);
    }

    static PlacedDiagram? Joined(DiagramGraph graph, Band first, Band second, List<GraphEdge> crossing, Room room)
    {
        var pitch = (crossing.Any(edge => edge.Label is not null) ? PlacedDiagram.LabelHeight + 0.4 : LaneGap) * room.Cross;
        var top = first.Bounds.Bottom + (ChannelPadding * room.Cross);
        var upper = first.Moved(-first.Bounds.X, 0);
        var lower = second.Moved(-second.Bounds.X, top + ((crossing.Count - 1) * pitch) + ((ChannelPadding + 0.35) * room.Cross) - second.Bounds.Y);
        var nodes = upper.Nodes.Concat(lower.Nodes).ToDictionary(node => node.Key, node => node.Value);
        var joins = crossing.OrderBy(edge => nodes[edge.From].Box.Centre.X).ThenBy(edge => nodes[edge.To].Box.Centre.X)
            .Select((edge, lane) => Join(edge, nodes[edge.From].Box, nodes[edge.To].Box, top + (lane * pitch))).ToList();
        var placed = new PlacedDiagram([.. Enumerable.Range(0, graph.Nodes.Count).Select(index => nodes[index])], [.. upper.Edges, .. lower.Edges, .. joins]);
        return joins.TrueForAll(join => IsClear(join, placed)) ? placed : null;
    }

    static PlacedEdge Join(GraphEdge edge, Rect from, Rect to, double lane)
    {
        var (start, end) = (new Point(from.Centre.X, from.Bottom), new Point(to.Centre.X, to.Y));
        List<Point> points = Math.Abs(start.X - end.X) < 1e-6 ? [start, end] : [start, start with { Y = lane }, end with { Y = lane }, end];
        return new PlacedEdge(edge.From, edge.To, points, edge.Label, edge.Label is { } text ? BackEdges.LabelAt(text, new Point((start.X + end.X) / 2, lane)) : null);
    }

    static bool IsClear(PlacedEdge join, PlacedDiagram placed)
    {
        foreach (var piece in Pieces(join))
        {
            var around = piece.Grown(Clearance);
            var nodes = placed.Nodes.Where((_, index) => index != join.From && index != join.To).Select(node => node.Box);
            var ends = new[] { placed.Nodes[join.From].Box, placed.Nodes[join.To].Box }.Select(box => box.Grown(-0.01));
            var labels = placed.Edges.Where(edge => edge != join && edge.Label is not null).Select(edge => edge.Label!.Value);
            if (nodes.Concat(labels).Any(around.Overlaps) || ends.Any(piece.Overlaps))
                return false;
            if (placed.Edges.Where(edge => edge.From != join.From && edge.To != join.To).SelectMany(Pieces).Any(other => RunsAlong(piece, other)))
                return false;
        }
        return join.Label is not { } label || !placed.Nodes.Any(node => node.Box.Overlaps(label))
            && placed.Edges.Where(edge => edge.From != join.From && edge.To != join.To).SelectMany(Pieces).All(other => !other.Overlaps(label));
    }

    static bool RunsAlong(Rect a, Rect b) => (a.Width < 1e-6) == (b.Width < 1e-6) && a.Grown(Clearance).Overlaps(b.Grown(Clearance));

    static IEnumerable<Rect> Pieces(PlacedEdge edge) => edge.Points.Zip(edge.Points.Skip(1), (a, b) =>
        new Rect(Math.Min(a.X, b.X), Math.Min(a.Y, b.Y), Math.Abs(a.X - b.X), Math.Abs(a.Y - b.Y)));

    /// <summary>One band; its nodes by their numbers in the whole diagram.</summary>
    sealed record Band(IReadOnlyDictionary<int, PlacedNode> Nodes, IReadOnlyList<PlacedEdge> Edges, Rect Bounds)
    {
        public static Band Of(DiagramGraph graph, Func<int, bool> isIn, int lines, Room room)
        {
            var numbers = Enumerable.Range(0, graph.Nodes.Count).Where(node => isIn(graph.Layers[node])).ToList();
            var edges = graph.Forward.Concat(graph.Back).Where(edge => isIn(graph.Layers[edge.From]) && isIn(graph.Layers[edge.To]))
                .Select(edge => new DiagramEdge(graph.Nodes[edge.From].Id, graph.Nodes[edge.To].Id, edge.Label));
            var own = new DiagramGraph(new Diagram(DiagramDirection.Right, [.. numbers.Select(number => graph.Nodes[number])], [.. edges]));
            var placed = LayeredLayout.Place(own, LayerOrder.Of(own), right: true, lines, room);
            return new Band(
                numbers.Select((number, index) => (number, node: placed.Nodes[index])).ToDictionary(entry => entry.number, entry => entry.node),
                [.. placed.Edges.Select(edge => edge with { From = numbers[edge.From], To = numbers[edge.To] })], placed.Bounds);
        }

        public Band Moved(double x, double y) => Mapped(point => new Point(point.X + x, point.Y + y));

        /// <summary>Upside down, so that other nodes stand at its lower edge.</summary>
        public Band Turned(bool turned) => turned ? Mapped(point => point with { Y = -point.Y }) : this;

        Band Mapped(Func<Point, Point> map)
        {
            Rect At(Rect box) => Rect.Around(map(box.Centre), box.Width, box.Height);
            return new Band(
                Nodes.ToDictionary(node => node.Key, node => node.Value with { Box = At(node.Value.Box) }),
                [.. Edges.Select(edge => edge with { Points = [.. edge.Points.Select(map)], Label = edge.Label is { } label ? At(label) : null })], At(Bounds));
        }
    }
}
