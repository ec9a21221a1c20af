using System.Xml.Linq;
using CourseGen.Documents.Diagrams;
using static CourseGen.Ppt.Decks.Drawing;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Decks;

/// <summary>
/// An arrow between two shapes as PowerPoint's own connector, so that it follows them when they are moved: its ends are at the shapes'
/// connection sites (the middles of their sides), its bends where the layout has them.
/// </summary>
static class ConnectorShape
{
    /// <summary>PowerPoint's bent connectors have up to five pieces.</summary>
    const int MostPieces = 5;
    const double Level = 0.03;
    const int QuarterTurn = 5_400_000;

    internal static bool CanDraw(PlacedDiagram placed) => placed.Edges.All(edge => RouteOf(edge, placed).Count <= MostPieces + 1);

    /// <param name="ids">Of the nodes' shapes.</param>
    /// <param name="at">From the layout to the slide.</param>
    internal static XElement Of(int id, PlacedEdge edge, PlacedDiagram placed, IReadOnlyList<int> ids, Func<Point, Point> at)
    {
        var route = RouteOf(edge, placed).Select(at).ToList();
        return new XElement(P + "cxnSp",
            new XElement(P + "nvCxnSpPr", NamedDecoration(id, "Connector"),
                new XElement(P + "cNvCxnSpPr",
                    new XElement(A + "stCxn", new XAttribute("id", ids[edge.From]), new XAttribute("idx", SiteOf(route[0], route[1]))),
                    new XElement(A + "endCxn", new XAttribute("id", ids[edge.To]), new XAttribute("idx", SiteOf(route[^1], route[^2])))),
                new XElement(P + "nvPr")),
            new XElement(P + "spPr", Geometry(route),
                new XElement(A + "ln", new XAttribute("w", 19050), SchemeFill("accent4"), new XElement(A + "miter", new XAttribute("lim", 800000)), new XElement(A + "tailEnd", new XAttribute("type", "triangle")))));
    }

    /// <summary>The layout's way, its ends moved to the middles of the sides that they touch.</summary>
    static List<Point> RouteOf(PlacedEdge edge, PlacedDiagram placed)
    {
        var points = Simplified(edge.Points);
        var (leavesLevel, comesLevel) = (IsLevel(points[0], points[1]), IsLevel(points[^2], points[^1]));
        var start = Site(placed.Nodes[edge.From].Box, points[0], points[1]);
        var end = Site(placed.Nodes[edge.To].Box, points[^1], points[^2]);
        if (points.Count == 2)
            return Simplified(Direct(start, end, leavesLevel));
        points[1] = leavesLevel ? points[1] with { Y = start.Y } : points[1] with { X = start.X };
        points[^2] = comesLevel ? points[^2] with { Y = end.Y } : points[^2] with { X = end.X };
        (points[0], points[^1]) = (start, end);
        return Simplified(points);
    }

    static List<Point> Direct(Point start, Point end, bool level)
    {
        if (Math.Abs(level ? start.Y - end.Y : start.X - end.X) < Level)
            return [start, end];
        var middle = Point.Between(start, end, 0.5);
        return level
            ? [start, new Point(middle.X, start.Y), new Point(middle.X, end.Y), end]
            : [start, new Point(start.X, middle.Y), new Point(end.X, middle.Y), end];
    }

    /// <summary>The middle of the side at which an edge leaves, or comes.</summary>
    static Point Site(Rect box, Point at, Point next) => IsLevel(at, next)
        ? new Point(next.X > at.X ? box.Right : box.X, box.Centre.Y)
        : new Point(box.Centre.X, next.Y > at.Y ? box.Bottom : box.Y);

    /// <summary>Connection sites of rectangles, diamonds and notes: top, left, bottom, right.</summary>
    static int SiteOf(Point at, Point next) => IsLevel(at, next) ? next.X > at.X ? 3 : 1 : next.Y > at.Y ? 2 : 0;

    static bool IsLevel(Point a, Point b) => Math.Abs(b.Y - a.Y) < Math.Abs(b.X - a.X);

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

    /// <summary>
    /// The preset of as many pieces, whose path begins level in its own frame; one that begins upright is that turned by a quarter, which
    /// takes the frame's axes (u, v) to (y, -x) of the slide.
    /// </summary>
    static object[] Geometry(List<Point> route)
    {
        var straight = route.Count == 2;
        var upright = !straight && !IsLevel(route[0], route[1]);
        var local = route.Select(point => point - route[0]).Select(point => upright ? new Point(point.Y, -point.X) : point).ToList();
        var (end, centre) = (local[^1], Point.Between(route[0], route[^1], 0.5));
        var least = straight ? 0 : 1;
        var (width, height) = (Math.Max(least, Math.Abs(end.X)), Math.Max(least, Math.Abs(end.Y)));
        var (flipX, flipY) = (end.X < 0, end.Y < 0);
        var frame = Frame(new Box(centre.X - (width / 2), centre.Y - (height / 2), width, height));
        frame.Add(upright ? new XAttribute("rot", QuarterTurn) : null, flipX ? new XAttribute("flipH", 1) : null, flipY ? new XAttribute("flipV", 1) : null);
        var preset = straight ? "straightConnector1" : $"bentConnector{route.Count - 1}";
        return [frame, Drawing.Geometry(preset, Guides().Select((value, index) => ($"adj{index + 1}", value)))];

        // Bends in turn along the frame's width and height, in shares of them.
        IEnumerable<long> Guides() => Enumerable.Range(1, Math.Max(0, route.Count - 3)).Select(bend => (long)Math.Round(100_000 * (bend % 2 == 1
            ? local[bend].X * (flipX ? -1 : 1) / width
            : local[bend].Y * (flipY ? -1 : 1) / height)));
    }
}
