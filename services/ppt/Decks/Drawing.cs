using System.Xml.Linq;
using CourseGen.Ppt.Packages;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Decks;

/// <summary>DrawingML elements that slides, layouts and notes are made of.</summary>
static class Drawing
{
    internal static XElement Tree(params IEnumerable<XElement?> shapes) => new(P + "spTree",
        new XElement(P + "nvGrpSpPr", new XElement(P + "cNvPr", new XAttribute("id", 1), new XAttribute("name", "")), new XElement(P + "cNvGrpSpPr"), new XElement(P + "nvPr")),
        new XElement(P + "grpSpPr"),
        shapes);

    internal static XAttribute[] Namespaces { get; } =
        [new(XNamespace.Xmlns + "a", A), new(XNamespace.Xmlns + "r", R), new(XNamespace.Xmlns + "p", P)];

    internal static XElement Placeholder(string type, int index) => new(P + "ph",
        type == "body" ? null : new XAttribute("type", type),
        index == 0 ? null : new XAttribute("idx", index));

    internal static XElement Frame(Box box, XName? name = null) => new(name ?? A + "xfrm",
        new XElement(A + "off", new XAttribute("x", Emu(box.X)), new XAttribute("y", Emu(box.Y))),
        new XElement(A + "ext", new XAttribute("cx", Emu(box.Width)), new XAttribute("cy", Emu(box.Height))));

    internal static XElement Rectangle => new(A + "prstGeom", new XAttribute("prst", "rect"), new XElement(A + "avLst"));

    internal static XElement SchemeFill(string color) => new(A + "solidFill", new XElement(A + "schemeClr", new XAttribute("val", color)));

    /// <summary>A coloured area without text, which readers pass over.</summary>
    internal static XElement Area(int id, string name, Box box, string color) => new(P + "sp",
        new XElement(P + "nvSpPr", Named(id, name), new XElement(P + "cNvSpPr"), new XElement(P + "nvPr", new XAttribute("userDrawn", 1))),
        new XElement(P + "spPr", Frame(box), Rectangle, SchemeFill(color), new XElement(A + "ln", new XElement(A + "noFill"))),
        new XElement(P + "txBody", new XElement(A + "bodyPr"), new XElement(A + "lstStyle"), new XElement(A + "p")));

    internal static XElement Named(int id, string name, string? description = null) => new(P + "cNvPr",
        new XAttribute("id", id), new XAttribute("name", name),
        string.IsNullOrEmpty(description) ? null : new XAttribute("descr", XmlText.Clean(description)));

    internal static long Emu(double points) => (long)Math.Round(points * Box.EmuPerPoint);

    /// <summary>Hundredths of a point.</summary>
    internal static int Centi(double points) => (int)Math.Round(points * 100);
}
