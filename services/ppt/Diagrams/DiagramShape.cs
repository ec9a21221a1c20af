using System.Xml.Linq;
using CourseGen.Contracts.Documents;
using CourseGen.Documents.Diagrams;
using CourseGen.Ppt.Decks;
using CourseGen.Ppt.Packages;
using static CourseGen.Ppt.Decks.Drawing;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Diagrams;

/// <summary>
/// A diagram as a group of native shapes: boxes with their labels inside, connectors that are glued to them, and the labels of connectors. The
/// group carries the alternative text.
/// </summary>
/// <param name="mirrored">On slides that are read from right to left.</param>
sealed class DiagramShape(DrawnDiagram diagram, Box box, TextBody text, bool mirrored)
{
    /// <summary>Points: 0.05 inches. Large round corners keep text away from all edges themselves.</summary>
    const double Inset = 3.6;
    const double RoundCorner = 0.35;

    int _nextId;

    /// <param name="firstId">Of the group; its shapes take those that follow.</param>
    internal XElement Draw(int firstId, string altText, out int nextId)
    {
        _nextId = firstId + 1;
        var ids = diagram.Nodes.Select(_ => _nextId++).ToList();
        var bounds = At(diagram.Bounds);
        var group = new XElement(P + "grpSp",
            new XElement(P + "nvGrpSpPr", Named(firstId, "Diagram", altText), new XElement(P + "cNvGrpSpPr"), new XElement(P + "nvPr")),
            new XElement(P + "grpSpPr", GroupFrame(bounds)),
            diagram.Routes.Select(route => ConnectorShape.Of(_nextId++, [.. route.Points.Select(At)], route.IsPlain, ids[route.Edge.From], ids[route.Edge.To])),
            diagram.Nodes.Select((node, index) => Node(ids[index], node)),
            diagram.Routes.Where(route => route.Label is not null).Select(Label));
        nextId = _nextId;
        return group;
    }

    static XElement GroupFrame(Box bounds)
    {
        var frame = Frame(bounds);
        frame.Add(
            new XElement(A + "chOff", new XAttribute("x", Emu(bounds.X)), new XAttribute("y", Emu(bounds.Y))),
            new XElement(A + "chExt", new XAttribute("cx", Emu(bounds.Width)), new XAttribute("cy", Emu(bounds.Height))));
        return frame;
    }

    Point At(Point point)
    {
        var from = point - diagram.Bounds.Centre;
        return new Point(box.X + (box.Width / 2) + (from.X * diagram.Scale * (mirrored ? -1 : 1)), box.Y + (box.Height / 2) + (from.Y * diagram.Scale));
    }

    Box At(Rect rect)
    {
        var centre = At(rect.Centre);
        var (width, height) = (rect.Width * diagram.Scale, rect.Height * diagram.Scale);
        return new Box(centre.X - (width / 2), centre.Y - (height / 2), width, height);
    }

    XElement Node(int id, PlacedNode node)
    {
        var place = At(node.Box);
        var (shape, fill, line, ink) = node.Node.Shape switch
        {
            NodeShape.Round => (Geometry("roundRect", ("adj", Adjustment(place, PlacedDiagram.RoundRadius))), SchemeFill("tx2"), SchemeFill("tx2"), "bg1"),
            NodeShape.Diamond => (Geometry("diamond"), Tinted("accent3"), Shaded("accent3"), "tx1"),
            NodeShape.Note => (Geometry("foldedCorner", ("adj", Adjustment(place, PlacedDiagram.NoteFold))), Tinted("accent3"), Shaded("accent3"), "tx1"),
            _ => (Geometry("roundRect", ("adj", Adjustment(place, RoundCorner))), SchemeFill("bg2"), SchemeFill("accent2"), "tx1"),
        };
        var isDiamond = node.Node.Shape == NodeShape.Diamond;
        var label = XmlText.Clean(string.Join('\n', node.Text.Lines));
        return new XElement(P + "sp",
            new XElement(P + "nvSpPr", Named(id, XmlText.Clean(node.Node.Label)), new XElement(P + "cNvSpPr"), new XElement(P + "nvPr")),
            new XElement(P + "spPr", Frame(place), shape, fill, new XElement(A + "ln", new XAttribute("w", 19050), line)),
            text.Alone(label, new TextStyle(diagram.TextSize, ink, Anchor: "ctr", Align: "ctr"), node.Node.Shape == NodeShape.Round ? 0 : Inset, wrap: !isDiamond));
    }

    long Adjustment(Box place, double size) => (long)Math.Min(50_000, size * diagram.Scale / Math.Min(place.Width, place.Height) * 100_000);

    XElement Label(ConnectorRoute route)
    {
        var (edge, place) = (route.Edge, At(route.Label!.Value));
        return new XElement(P + "sp",
            new XElement(P + "nvSpPr", Named(_nextId++, $"Label: {XmlText.Clean(edge.Text!)}"), new XElement(P + "cNvSpPr", new XAttribute("txBox", 1)), new XElement(P + "nvPr")),
            new XElement(P + "spPr", Frame(place), Rectangle, SchemeFill("bg1")),
            text.Alone(XmlText.Clean(edge.Text!), new TextStyle(diagram.LabelSize, "accent4", Anchor: "ctr", Align: "ctr"), 0, wrap: false));
    }

    /// <summary>A light shade that dark text can be read on.</summary>
    static XElement Tinted(string color) => new(A + "solidFill", new XElement(A + "schemeClr", new XAttribute("val", color),
        new XElement(A + "lumMod", new XAttribute("val", 20000)), new XElement(A + "lumOff", new XAttribute("val", 80000))));

    static XElement Shaded(string color) => new(A + "solidFill", new XElement(A + "schemeClr", new XAttribute("val", color), new XElement(A + "lumMod", new XAttribute("val", 75000))));
}
