using CourseGen.Documents.Diagrams;

namespace CourseGen.Ppt.Decks;

/// <summary>An arrow's way between the middles of two shapes' sides, and where its label stands. In em, as the layout.</summary>
sealed record ConnectorRoute(PlacedEdge Edge, IReadOnlyList<Point> Points, Rect? Label);

/// <summary>
/// The layout's arrows as connectors draw them. Their ends are at connection sites. One that turns once does so halfway wherever nothing is
/// in its way, because some programs turn all connectors there; its label then stands where the arrow is in any case.
/// </summary>
sealed class DiagramRoutes
{
    const double Level = 0.03, Clearance = 0.25, ArrowLength = 0.75, Air = 0.15;

    readonly PlacedDiagram _placed;
    readonly List<IReadOnlyList<Point>> _ways;
    readonly List<Rect> _labels = [];

    DiagramRoutes(PlacedDiagram placed)
    {
        _placed = placed;
        _ways = [.. placed.Edges.Select(edge => (IReadOnlyList<Point>)Snapped(edge))];
        for (var index = 0; index < _ways.Count; index++)
        {
            if (_ways[index].Count > 2 && Halfway(_ways[index]) is { } halfway && IsClear(halfway, index))
                _ways[index] = halfway;
        }
    }

    internal static IReadOnlyList<ConnectorRoute> Of(PlacedDiagram placed)
    {
        var routes = new DiagramRoutes(placed);
        return [.. placed.Edges.Select((edge, index) => new ConnectorRoute(edge, routes._ways[index], routes.LabelOf(edge, index)))];
    }

    List<Point> Snapped(PlacedEdge edge)
    {
        var points = Simplified(edge.Points);
        var (leavesLevel, comesLevel) = (IsLevel(points[0], points[1]), IsLevel(points[^2], points[^1]));
        var start = Site(_placed.Nodes[edge.From].Box, points[0], points[1]);
        var end = Site(_placed.Nodes[edge.To].Box, points[^1], points[^2]);
        if (points.Count == 2)
            return Turning(start, end, leavesLevel);
        points[1] = leavesLevel ? points[1] with { Y = start.Y } : points[1] with { X = start.X };
        points[^2] = comesLevel ? points[^2] with { Y = end.Y } : points[^2] with { X = end.X };
        (points[0], points[^1]) = (start, end);
        return Simplified(points);
    }

    /// <returns>Null where the arrow does not go on in the direction in which it begins.</returns>
    static List<Point>? Halfway(IReadOnlyList<Point> way)
    {
        var level = IsLevel(way[0], way[1]);
        if (IsLevel(way[^2], way[^1]) != level)
            return null;
        var along = Along(way[^1] - way[0], level);
        return Along(way[1] - way[0], level) * along > 0 && Along(way[^1] - way[^2], level) * along > 0 ? Turning(way[0], way[^1], level) : null;
    }

    static List<Point> Turning(Point start, Point end, bool level)
    {
        var middle = Point.Between(start, end, 0.5);
        return Simplified(level
            ? [start, new Point(middle.X, start.Y), new Point(middle.X, end.Y), end]
            : [start, new Point(start.X, middle.Y), new Point(end.X, middle.Y), end]);
    }

    bool IsClear(List<Point> way, int index)
    {
        var edge = _placed.Edges[index];
        foreach (var piece in Pieces(way))
        {
            if (_placed.Nodes.Where((_, node) => node != edge.From && node != edge.To).Any(node => node.Box.Grown(Clearance).Overlaps(piece)))
                return false;
            var others = _placed.Edges.Select((other, at) => (other, at)).Where(other => other.other.From != edge.From && other.other.To != edge.To);
            if (others.SelectMany(other => Pieces(_ways[other.at])).Any(other => (other.Width < Level) == (piece.Width < Level) && other.Grown(Clearance).Overlaps(piece.Grown(Clearance))))
                return false;
        }
        return true;
    }

    Rect? LabelOf(PlacedEdge edge, int index)
    {
        if (edge.Text is not { } text || edge.Label is not { } own)
            return null;
        var chosen = Places(_ways[index], PlacedDiagram.LabelWidth(text), PlacedDiagram.LabelHeight, Joins(edge)).Append(own)
            .OrderBy(place => Faults(place, index)).First();
        _labels.Add(chosen);
        return chosen;
    }

    /// <summary>It comes alone and meets others at its end, so that its own part is the first one.</summary>
    bool Joins(PlacedEdge edge) => _placed.Edges.Count(other => other.From == edge.From) == 1 && _placed.Edges.Count(other => other.To == edge.To) > 1;

    int Faults(Rect place, int index) =>
        (8 * _placed.Nodes.Count(node => node.Box.Overlaps(place)))
        + (8 * _labels.Count(place.Overlaps))
        + (2 * _ways.Where((_, at) => at != index).Count(way => Pieces(way).Any(piece => piece.Overlaps(place))))
        + (Pieces(_ways[index]).Any(piece => piece.Overlaps(place.Grown(Air * 2))) ? 0 : 4);

    /// <summary>On the arrow's own part where it is long enough, else beside that; then the same at its other part. The preferred ones first.</summary>
    static IEnumerable<Rect> Places(IReadOnlyList<Point> way, double width, double height, bool firstPart)
    {
        List<(Point From, Point To, double Kept)> parts = [(way[^2], way[^1], ArrowLength), (way[0], way[1], 0)];
        if (firstPart)
            parts.Reverse();
        if (way.Count == 2)
            parts = [(way[0], way[1], ArrowLength / 2)];
        if (way.Count > 4 || (way.Count == 4 && Halfway(way) is null))
            parts.Insert(0, Enumerable.Range(0, way.Count - 1).Select(at => (way[at], way[at + 1], 0.0)).MaxBy(part => (part.Item2 - part.Item1).Length));
        foreach (var (from, to, kept) in parts)
        {
            var along = (to - from).Normalized();
            var room = (to - from).Length - kept;
            var centre = from + (along * (room / 2));
            var level = IsLevel(from, to);
            if (room >= (level ? width : height) - Air)
                yield return Rect.Around(centre, width, height);
            var aside = level ? new Point(0, (height / 2) + Air) : new Point((width / 2) + Air, 0);
            var back = level && width > room ? to - (along * (kept + (width / 2))) : centre;
            yield return Rect.Around(back - aside, width, height);
            yield return Rect.Around(back + aside, width, height);
        }
    }

    static double Along(Point way, bool level) => level ? way.X : way.Y;

    /// <summary>The middle of the side at which an arrow leaves, or comes.</summary>
    static Point Site(Rect box, Point at, Point next) => IsLevel(at, next)
        ? new Point(next.X > at.X ? box.Right : box.X, box.Centre.Y)
        : new Point(box.Centre.X, next.Y > at.Y ? box.Bottom : box.Y);

    internal static bool IsLevel(Point a, Point b) => Math.Abs(b.Y - a.Y) < Math.Abs(b.X - a.X);

    /// <summary>Without points that are on the way, and without pieces too short to be seen.</summary>
    static List<Point> Simplified(IEnumerable<Point> points)
    {
        var kept = new List<Point>();
        foreach (var point in points)
        {
            if (kept.Count > 0 && (point - kept[^1]).Length < Level)
                continue;
            if (kept.Count > 1 && IsOnTheWay(kept[^2], kept[^1], point))
                kept[^1] = point;
            else
                kept.Add(point);
        }
        return kept;
    }

    static bool IsOnTheWay(Point a, Point b, Point c) =>
        (Math.Abs(a.X - b.X) < Level && Math.Abs(b.X - c.X) < Level) || (Math.Abs(a.Y - b.Y) < Level && Math.Abs(b.Y - c.Y) < Level);

    static IEnumerable<Rect> Pieces(IReadOnlyList<Point> way) => way.Zip(way.Skip(1), (a, b) =>
        new Rect(Math.Min(a.X, b.X), Math.Min(a.Y, b.Y), Math.Abs(a.X - b.X), Math.Abs(a.Y - b.Y)));
}
