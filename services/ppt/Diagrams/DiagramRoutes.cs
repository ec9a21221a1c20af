using CourseGen.Documents.Diagrams;

namespace CourseGen.Ppt.Diagrams;

/// <summary>
/// The layout's arrows as connectors draw them: from the middle of a side to the middle of a side, past all shapes, and none on top of another.
/// </summary>
sealed class DiagramRoutes
{
    const int Rounds = 3, Attempts = 4;

    readonly PlacedDiagram _placed;
    readonly DiagramFont _font;
    readonly RouteSearch _search;
    readonly IReadOnlyList<Point>?[] _ways;
    readonly bool[] _alone;
    List<int> _order;

    DiagramRoutes(PlacedDiagram placed, DiagramFont font)
    {
        (_placed, _font) = (placed, font);
        _search = new RouteSearch(placed, new RouteGrid(placed));
        _ways = new IReadOnlyList<Point>?[placed.Edges.Count];
        _alone = new bool[placed.Edges.Count];
        _order = [.. Enumerable.Range(0, placed.Edges.Count).OrderBy(edge => Distance(placed.Edges[edge]))];
    }

    /// <returns>Null where an arrow has no clear way, or its label no clear place.</returns>
    internal static IReadOnlyList<ConnectorRoute>? Of(PlacedDiagram placed, DiagramFont font) => new DiagramRoutes(placed, font).Routed();

    double Distance(PlacedEdge edge) => (_placed.Nodes[edge.From].Box.Centre - _placed.Nodes[edge.To].Box.Centre).Length;

    /// <summary>What has no way is the first to choose one in the next attempt; what has no place for its label gets a line for itself.</summary>
    IReadOnlyList<ConnectorRoute>? Routed()
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (FindWays() is { } stuck)
            {
                _order = [stuck, .. _order.Where(edge => edge != stuck)];
                continue;
            }
            var routes = _placed.Edges.Select((edge, index) => new ConnectorRoute(edge, _ways[index]!, null)).ToList();
            var (labels, without) = new LabelPlaces(_placed, routes, _font).Choose();
            if (without.Count == 0)
                return [.. routes.Select((route, index) => route with { Label = labels[index] })];
            if (without.TrueForAll(edge => _alone[edge]))
                return null;
            without.ForEach(edge => _alone[edge] = true);
        }
        return null;
    }

    /// <returns>An arrow that has no way.</returns>
    int? FindWays()
    {
        Array.Clear(_ways);
        for (var round = 0; round < Rounds; round++)
        {
            var changed = false;
            foreach (var edge in _order)
            {
                var others = Others(edge);
                if (_search.Find(edge, others) is not { } way)
                    return edge;
                var even = ConnectorRoute.Halfway(way) is { } halfway && IsAsGood(halfway, way, edge, others) ? halfway : way;
                changed |= _ways[edge] is not { } present || !present.SequenceEqual(even);
                _ways[edge] = even;
            }
            if (!changed)
                break;
        }
        return null;
    }

    List<(RoutePiece, bool)> Others(int edge)
    {
        var others = new List<(RoutePiece, bool)>();
        for (var other = 0; other < _ways.Length; other++)
        {
            if (other == edge || _ways[other] is not { } way)
                continue;
            var mayShare = !_alone[edge] && !_alone[other] && (_placed.Edges[edge].From == _placed.Edges[other].From || _placed.Edges[edge].To == _placed.Edges[other].To);
            others.AddRange(ConnectorRoute.PiecesOf(way).Select(piece => (piece, mayShare)));
        }
        return others;
    }

    /// <summary>Turning halfway where nothing is against it, as all programs can draw it.</summary>
    bool IsAsGood(IReadOnlyList<Point> halfway, IReadOnlyList<Point> way, int edge, List<(RoutePiece, bool)> others) => CostOf(halfway, edge, others) <= CostOf(way, edge, others) + 1e-6;

    double CostOf(IReadOnlyList<Point> way, int edge, List<(RoutePiece, bool)> others)
    {
        var (from, to) = (_placed.Edges[edge].From, _placed.Edges[edge].To);
        var pieces = ConnectorRoute.PiecesOf(way);
        return pieces.Any(piece => _placed.Nodes.Select((node, index) => (node, index)).Any(node => RouteRules.Meets(piece, node.node.Box, node.index == from, node.index == to)))
            ? RouteRules.Blocked
            : pieces.Sum(piece => RouteRules.CostBeside(piece, others));
    }
}
