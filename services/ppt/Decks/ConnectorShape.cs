using System.Xml.Linq;
using CourseGen.Documents.Diagrams;
using static CourseGen.Ppt.Decks.Drawing;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Decks;

/// <summary>An arrow between two shapes as PowerPoint's own connector, glued to them so that it follows them when they are moved.</summary>
static class ConnectorShape
{
    /// <summary>PowerPoint's bent connectors have up to five pieces.</summary>
    const int MostPieces = 5;
    const int QuarterTurn = 5_400_000;

    internal static bool CanDraw(IEnumerable<ConnectorRoute> routes) => routes.All(route => route.Points.Count is >= 2 and <= MostPieces + 1);

    /// <param name="route">On the slide, in points.</param>
    /// <param name="from">Id of the shape at its start.</param>
    internal static XElement Of(int id, List<Point> route, int from, int to) => new(P + "cxnSp",
        new XElement(P + "nvCxnSpPr", NamedDecoration(id, "Connector"),
            new XElement(P + "cNvCxnSpPr",
                new XElement(A + "stCxn", new XAttribute("id", from), new XAttribute("idx", SiteOf(route[0], route[1]))),
                new XElement(A + "endCxn", new XAttribute("id", to), new XAttribute("idx", SiteOf(route[^1], route[^2])))),
            new XElement(P + "nvPr")),
        new XElement(P + "spPr", GeometryOf(route),
            new XElement(A + "ln", new XAttribute("w", 19050), SchemeFill("accent4"), new XElement(A + "miter", new XAttribute("lim", 800000)), new XElement(A + "tailEnd", new XAttribute("type", "triangle")))));

    /// <summary>Connection sites of rectangles, diamonds and notes: top, left, bottom, right.</summary>
    static int SiteOf(Point at, Point next) => DiagramRoutes.IsLevel(at, next) ? next.X > at.X ? 3 : 1 : next.Y > at.Y ? 2 : 0;

    /// <summary>
    /// The preset of as many pieces, whose path begins level in its own frame; one that begins upright is that turned by a quarter, which
    /// takes the frame's axes (u, v) to (y, -x) of the slide.
    /// </summary>
    static object[] GeometryOf(List<Point> route)
    {
        var straight = route.Count == 2;
        var upright = !straight && !DiagramRoutes.IsLevel(route[0], route[1]);
        var local = route.Select(point => point - route[0]).Select(point => upright ? new Point(point.Y, -point.X) : point).ToList();
        var (end, centre) = (local[^1], Point.Between(route[0], route[^1], 0.5));
        var least = straight ? 0 : 1;
        var (width, height) = (Math.Max(least, Math.Abs(end.X)), Math.Max(least, Math.Abs(end.Y)));
        var (flipX, flipY) = (end.X < 0, end.Y < 0);
        var frame = Frame(new Box(centre.X - (width / 2), centre.Y - (height / 2), width, height));
        frame.Add(upright ? new XAttribute("rot", QuarterTurn) : null, flipX ? new XAttribute("flipH", 1) : null, flipY ? new XAttribute("flipV", 1) : null);
        var preset = straight ? "straightConnector1" : $"bentConnector{route.Count - 1}";
        return [frame, Geometry(preset, Guides().Select((value, index) => ($"adj{index + 1}", value)))];

        // Bends in turn along the frame's width and height, in shares of them.
        IEnumerable<long> Guides() => Enumerable.Range(1, Math.Max(0, route.Count - 3)).Select(bend => (long)Math.Round(100_000 * (bend % 2 == 1
            ? local[bend].X * (flipX ? -1 : 1) / width
            : local[bend].Y * (flipY ? -1 : 1) / height)));
    }
}
