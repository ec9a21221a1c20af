using System.Xml.Linq;
using CourseGen.Documents.Diagrams;
using CourseGen.Ppt.Decks;
using static CourseGen.Ppt.Decks.Drawing;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Diagrams;

/// <summary>
/// An arrow between two shapes: PowerPoint's own connector, glued to them so that it follows them when they are moved. A way that some programs
/// would change on their own is a freeform line, which all draw as it is.
/// </summary>
static class ConnectorShape
{
    const int QuarterTurn = 5_400_000;

    /// <param name="way">On the slide, in points.</param>
    /// <param name="isPlain">See <see cref="ConnectorRoute.IsPlain"/>.</param>
    /// <param name="from">Id of the shape at its start.</param>
    internal static XElement Of(int id, List<Point> way, bool isPlain, int from, int to) => isPlain ? Connector(id, way, from, to) : Freeform(id, way);

    static XElement Connector(int id, List<Point> way, int from, int to) => new(P + "cxnSp",
        new XElement(P + "nvCxnSpPr", NamedDecoration(id, "Connector"),
            new XElement(P + "cNvCxnSpPr",
                new XElement(A + "stCxn", new XAttribute("id", from), new XAttribute("idx", SiteOf(way[0], way[1]))),
                new XElement(A + "endCxn", new XAttribute("id", to), new XAttribute("idx", SiteOf(way[^1], way[^2])))),
            new XElement(P + "nvPr")),
        new XElement(P + "spPr", GeometryOf(way), Line()));

    static XElement Freeform(int id, List<Point> way)
    {
        var (left, top) = (way.Min(point => point.X), way.Min(point => point.Y));
        var box = new Box(left, top, way.Max(point => point.X) - left, way.Max(point => point.Y) - top);
        var path = new XElement(A + "path", new XAttribute("w", Emu(box.Width)), new XAttribute("h", Emu(box.Height)), new XAttribute("fill", "none"),
            way.Select((point, index) => new XElement(A + (index == 0 ? "moveTo" : "lnTo"),
                new XElement(A + "pt", new XAttribute("x", Emu(point.X - left)), new XAttribute("y", Emu(point.Y - top))))));
        return new XElement(P + "sp",
            new XElement(P + "nvSpPr", NamedDecoration(id, "Arrow"), new XElement(P + "cNvSpPr"), new XElement(P + "nvPr")),
            new XElement(P + "spPr", Frame(box),
                new XElement(A + "custGeom",
                    new XElement(A + "avLst"), new XElement(A + "gdLst"), new XElement(A + "ahLst"), new XElement(A + "cxnLst"),
                    new XElement(A + "rect", new XAttribute("l", "0"), new XAttribute("t", "0"), new XAttribute("r", "r"), new XAttribute("b", "b")),
                    new XElement(A + "pathLst", path)),
                new XElement(A + "noFill"), Line()));
    }

    static XElement Line() => new(A + "ln", new XAttribute("w", 19050), SchemeFill("accent4"), new XElement(A + "miter", new XAttribute("lim", 800000)), new XElement(A + "tailEnd", new XAttribute("type", "triangle")));

    /// <summary>Connection sites of rectangles, diamonds and notes: top, left, bottom, right.</summary>
    static int SiteOf(Point at, Point next) => RoutePiece.DirectionOf(at, next) ? next.X > at.X ? 3 : 1 : next.Y > at.Y ? 2 : 0;

    /// <summary>
    /// The preset of as many pieces, whose path begins level in its own frame; one that begins upright is that turned by a quarter, which
    /// takes the frame's axes (u, v) to (y, -x) of the slide.
    /// </summary>
    static object[] GeometryOf(List<Point> route)
    {
        var straight = route.Count == 2;
        var upright = !straight && !RoutePiece.DirectionOf(route[0], route[1]);
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
