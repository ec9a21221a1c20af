using CourseGen.Contracts.Documents;

namespace CourseGen.Documents.Diagrams;

/// <summary>A node with its wrapped label.</summary>
public sealed record PlacedNode(DiagramNode Node, Rect Box, LabelText Text);

/// <summary>An edge as a line of level and upright pieces.</summary>
/// <param name="From">Index of a node.</param>
/// <param name="Points">From border to border; the arrow head is at the last one.</param>
/// <param name="Label">Where the label stands; it hides the line behind it.</param>
public sealed record PlacedEdge(int From, int To, IReadOnlyList<Point> Points, string? Text, Rect? Label);

/// <summary>A diagram laid out, in em.</summary>
public sealed record PlacedDiagram(IReadOnlyList<PlacedNode> Nodes, IReadOnlyList<PlacedEdge> Edges)
{
    /// <summary>Edge labels are a little smaller than the text of nodes.</summary>
    public const double LabelSize = 0.95;

    /// <summary>Of a round box's corners.</summary>
    public const double RoundRadius = NodeSizes.RoundRadius;

    /// <summary>Of a note's folded corner, which no text covers.</summary>
    public const double NoteFold = NodeSizes.NoteFold;

    public Rect Bounds { get; } = BoundsOf(Nodes, Edges);

    public static double LabelWidth(string text) => LabelText.WidthOf(text) * LabelSize + 0.5;

    public static double LabelHeight => 1.25 * LabelSize;

    static Rect BoundsOf(IReadOnlyList<PlacedNode> nodes, IReadOnlyList<PlacedEdge> edges)
    {
        var boxes = nodes.Select(node => node.Box)
            .Concat(edges.SelectMany(edge => edge.Points).Select(point => new Rect(point.X, point.Y, 0, 0)))
            .Concat(edges.Where(edge => edge.Label is not null).Select(edge => edge.Label!.Value)).ToList();
        var (left, top) = (boxes.Min(box => box.X), boxes.Min(box => box.Y));
        return new Rect(left, top, boxes.Max(box => box.Right) - left, boxes.Max(box => box.Bottom) - top);
    }
}
