
namespace CourseGen.Documents.Diagrams;

/// <summary>Rows: a long chain turns back at the end of each row, a closed one makes a ring of two rows, nodes without edges a grid.</summary>
static class RowLayout
{
    const double Flatness = 2.0, LeastGapX = 2.4, LeastGapY = 2.0, LabelRoom = 1.7;

    public static PlacedDiagram Place(DiagramGraph graph, IReadOnlyList<int> order, int rows, int lines, Room room)
    {
        var sizes = NodeSizes.Of(graph.Nodes, lines, Flatness, room);
        var edges = graph.Forward.Concat(graph.Back).ToList();
        var labels = edges.Select(edge => edge.Label).OfType<string>().ToList();
        var pitch = new Point(
            sizes.Max(size => size.Width) + Math.Max(LeastGapX, labels.Select(text => PlacedDiagram.LabelWidth(text) + LabelRoom).DefaultIfEmpty(0).Max()) * room.Main,
            sizes.Max(size => size.Height) + (LeastGapY + (labels.Count > 0 ? PlacedDiagram.LabelHeight : 0)) * room.Cross);
        var columns = (order.Count + rows - 1) / rows;
        var closed = graph.Back.Count > 0;
        var turning = edges.Count > 0;
        var nodes = new PlacedNode[order.Count];
        foreach (var (position, node) in order.Index())
        {
            var (row, column) = (position / columns, (double)(position % columns));
            if (closed && row == 1 && order.Count % 2 != 0)
                column *= (columns - 1.0) / (columns - 2.0);
            if (turning && row % 2 != 0)
                column = columns - 1 - column;
            if (!turning && row == rows - 1)
                column += (rows * columns - order.Count) / 2.0;
            var (size, centre) = (sizes[node], new Point(column * pitch.X, row * pitch.Y));
            nodes[node] = new PlacedNode(size.Node, Rect.Around(centre, size.Width, size.Height), size.Text);
        }
        return new PlacedDiagram(nodes, [.. edges.Select(edge => Join(edge, nodes[edge.From].Box, nodes[edge.To].Box))]);
    }

    static PlacedEdge Join(GraphEdge edge, Rect from, Rect to)
    {
        var (start, end) = (from.Centre, to.Centre);
        var along = Math.Abs(end.Y - start.Y) < 1e-6;
        var sign = along ? Math.Sign(end.X - start.X) : Math.Sign(end.Y - start.Y);
        start += along ? new Point(sign * from.Width / 2, 0) : new Point(0, sign * from.Height / 2);
        end -= along ? new Point(sign * to.Width / 2, 0) : new Point(0, sign * to.Height / 2);
        return new PlacedEdge(edge.From, edge.To, [start, end], edge.Label, edge.Label is { } text ? BackEdges.LabelAt(text, Point.Between(start, end, 0.5)) : null);
    }
}
