using CourseGen.Contracts.Documents;

namespace CourseGen.Documents.Diagrams;

/// <summary>
/// What stands in a layer: a node, or an edge on its way through, with its label or without. Layers follow each other along the
/// main axis (to the right, or down); within a layer cells follow each other along the cross axis. All in em.
/// </summary>
sealed class Cell(int layer, SizedNode? node, double mainSize, double crossSize)
{
    public int Layer { get; } = layer;
    public SizedNode? Node { get; } = node;
    public double MainSize { get; } = mainSize;
    public double CrossSize { get; } = crossSize;
    /// <summary>The middle on the cross axis.</summary>
    public double Cross { get; set; }
    /// <summary>The middle on the main axis.</summary>
    public double Main { get; set; }
    public List<Link> In { get; } = [];
    public List<Link> Out { get; } = [];

    public bool IsLine => Node is null && MainSize == 0;

    public double Near => Cross - CrossSize / 2;
    public double Far => Cross + CrossSize / 2;

    /// <summary>How far the border is from the middle along the main axis, at so much beside the middle on the cross axis.</summary>
    public double BorderAlongMain(double beside) => Border(MainSize, CrossSize, beside);

    /// <summary>How far the border is from the middle along the cross axis, at so much beside the middle on the main axis.</summary>
    public double BorderAlongCross(double beside) => Border(CrossSize, MainSize, beside);

    double Border(double along, double across, double beside)
    {
        if (Node?.Node.Shape == NodeShape.Diamond)
            return along / 2 * (1 - Math.Abs(beside) / (across / 2));
        var radius = Math.Min(NodeSizes.RoundRadius, Math.Min(along, across) / 2);
        var intoCorner = Math.Abs(beside) - (across / 2 - radius);
        return Node?.Node.Shape == NodeShape.Round && intoCorner > 0
            ? along / 2 - radius + Math.Sqrt(radius * radius - intoCorner * intoCorner)
            : along / 2;
    }
}

/// <summary>A piece of an edge, from a cell to a cell of the next layer; the ports are where it touches them on the cross axis.</summary>
sealed class Link(Cell from, Cell to)
{
    public Cell From { get; } = from;
    public Cell To { get; } = to;
    public double FromPort { get; set; }
    public double ToPort { get; set; }
    /// <summary>Where on the main axis it changes from one port to the other; null when it goes straight.</summary>
    public double? Turn { get; set; }
}

/// <summary>A forward edge as the cells it passes: its nodes at the ends, between them a cell in each layer.</summary>
sealed record Route(GraphEdge Edge, IReadOnlyList<Link> Links, Cell? Label);
