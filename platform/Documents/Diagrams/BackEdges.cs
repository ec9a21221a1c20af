
namespace CourseGen.Documents.Diagrams;

/// <summary>An edge against the direction, led around the outside of the layers it spans.</summary>
sealed class BackEdge(GraphEdge edge, Cell from, Cell to, int side)
{
    public GraphEdge Edge { get; } = edge;
    public Cell From { get; } = from;
    public Cell To { get; } = to;
    /// <summary>1: beyond the last cells of the layers; -1: before the first ones.</summary>
    public int Side { get; } = side;
    /// <summary>Set where it cannot leave its node outwards and goes through the channel behind it.</summary>
    public Link? Exit { get; init; }
    /// <summary>Set where it reaches its node through the channel before it.</summary>
    public Link? Entry { get; init; }
    public double FromMain { get; set; }
    public double ToMain { get; set; }
    public double Lane { get; set; }

    public double Start => Math.Min(FromMain, ToMain);
    public double End => Math.Max(FromMain, ToMain);
}

/// <summary>Leads back edges around.</summary>
sealed class BackEdges(LayeredGraph graph, bool right)
{
    const double LaneDistance = 1.35, LanePitch = 0.65, PortStep = 1.5;
    /// <summary>Beyond every cell, whatever the layout.</summary>
    const double Outside = 1e6;

    readonly List<BackEdge> _edges = [];

    /// <summary>The pieces that run in channels.</summary>
    public IEnumerable<Link> Links => _edges.SelectMany(edge => new[] { edge.Exit, edge.Entry }).OfType<Link>();

    /// <summary>Chooses sides and ends; before ports are placed.</summary>
    public void Attach()
    {
        foreach (var edge in graph.Graph.Back.OrderBy(edge => graph.Graph.Layers[edge.From] - graph.Graph.Layers[edge.To]))
        {
            var (from, to) = (graph.NodeCells[edge.From], graph.NodeCells[edge.To]);
            var side = Obstacles(from, to, 1) <= Obstacles(from, to, -1) ? 1 : -1;
            var around = from == to;
            _edges.Add(new BackEdge(edge, from, to, side)
            {
                Exit = around || !IsOutermost(from, side) ? Outwards(from, side, leaving: true) : null,
                Entry = around || !IsOutermost(to, side) ? Outwards(to, side, leaving: false) : null,
            });
        }
    }

    int Obstacles(Cell from, Cell to, int side) =>
        (IsOutermost(from, side) ? 0 : 2) + (IsOutermost(to, side) ? 0 : 2) + _edges.Count(edge => edge.Side == side);

    bool IsOutermost(Cell cell, int side) => graph.Layers[cell.Layer][side > 0 ? ^1 : 0] == cell;

    static Link Outwards(Cell node, int side, bool leaving)
    {
        var beyond = new Cell(leaving ? node.Layer + 1 : node.Layer - 1, null, 0, 0) { Cross = side * Outside };
        var link = leaving ? new Link(node, beyond) : new Link(beyond, node);
        (leaving ? node.Out : node.In).Add(link);
        return link;
    }

    /// <summary>Chooses lanes; after everything else is placed.</summary>
    public void Place()
    {
        foreach (var edge in _edges)
            (edge.FromMain, edge.ToMain) = (edge.Exit?.Turn ?? edge.From.Main, edge.Entry?.Turn ?? edge.To.Main);
        var ends = _edges.Where(edge => edge.Exit is null).Select(edge => (Node: edge.From, Edge: edge, Leaving: true))
            .Concat(_edges.Where(edge => edge.Entry is null).Select(edge => (Node: edge.To, Edge: edge, Leaving: false)));
        foreach (var side in ends.GroupBy(end => (end.Node, end.Edge.Side)).ToList())
            Spread(side.Key.Node, [.. side.OrderBy(end => end.Leaving ? end.Edge.ToMain : end.Edge.FromMain)]);
        foreach (var (i, edge) in _edges.OrderBy(edge => edge.End - edge.Start).ToList().Index())
            PlaceLane(edge, [.. _edges.OrderBy(other => other.End - other.Start).Take(i)]);
    }

    static void Spread(Cell node, List<(Cell Node, BackEdge Edge, bool Leaving)> ends)
    {
        var step = Math.Min(PortStep, node.MainSize * 0.6 / ends.Count);
        foreach (var (i, (_, edge, leaving)) in ends.Index())
        {
            var main = node.Main + (i - (ends.Count - 1) / 2.0) * step;
            if (leaving)
                edge.FromMain = main;
            else
                edge.ToMain = main;
        }
    }

    void PlaceLane(BackEdge edge, List<BackEdge> placed)
    {
        var half = LabelCross(edge) / 2;
        var lane = graph.Layers.Where((_, layer) => layer >= edge.To.Layer - 1 && layer <= edge.From.Layer + 1)
            .SelectMany(layer => layer).Max(cell => edge.Side * cell.Cross + cell.CrossSize / 2) + LaneDistance + half;
        foreach (var other in placed.Where(other => other.Side == edge.Side && other.Start < edge.End + 1 && edge.Start < other.End + 1))
            lane = Math.Max(lane, edge.Side * other.Lane + LabelCross(other) / 2 + LanePitch + half);
        edge.Lane = edge.Side * lane;
    }

    double LabelCross(BackEdge edge) =>
        edge.Edge.Label is not { } text ? 0 : right ? PlacedDiagram.LabelHeight : PlacedDiagram.LabelWidth(text);

    /// <param name="at">From main and cross axis to the picture.</param>
    public IEnumerable<PlacedEdge> Edges(Func<double, double, Point> at) => _edges.Select(edge =>
    {
        var points = new List<Point>();
        if (edge.Exit is { } exit)
            points.Add(at(edge.From.Main + edge.From.BorderAlongMain(exit.FromPort), edge.From.Cross + exit.FromPort));
        points.Add(at(edge.FromMain, End(edge, edge.From, edge.Exit?.FromPort, edge.FromMain)));
        points.Add(at(edge.FromMain, edge.Lane));
        points.Add(at(edge.ToMain, edge.Lane));
        points.Add(at(edge.ToMain, End(edge, edge.To, edge.Entry?.ToPort, edge.ToMain)));
        if (edge.Entry is { } entry)
            points.Add(at(edge.To.Main - edge.To.BorderAlongMain(entry.ToPort), edge.To.Cross + entry.ToPort));
        var text = edge.Edge.Label;
        return new PlacedEdge(edge.Edge.From, edge.Edge.To, points, text, text is null ? null : LabelAt(text, at((edge.Start + edge.End) / 2, edge.Lane)));
    });

    static double End(BackEdge edge, Cell node, double? port, double main) =>
        node.Cross + (port ?? edge.Side * node.BorderAlongCross(main - node.Main));

    public static Rect LabelAt(string text, Point centre) => Rect.Around(centre, PlacedDiagram.LabelWidth(text), PlacedDiagram.LabelHeight);
}
