using System.Xml.Linq;
using CourseGen.Ppt.Packages;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Decks;

/// <summary>DrawingML elements that slides, layouts and notes are made of.</summary>
static class Drawing
{
    static readonly XNamespace Decorative = "http://schemas.microsoft.com/office/drawing/2017/decorative";

    internal static XElement Tree(params IEnumerable<XElement?> shapes) => new(P + "spTree",
        new XElement(P + "nvGrpSpPr", new XElement(P + "cNvPr", new XAttribute("id", 1), new XAttribute("name", "")), new XElement(P + "cNvGrpSpPr"), new XElement(P + "nvPr")),
        new XElement(P + "grpSpPr"),
        shapes);

    internal static XAttribute[] Namespaces { get; } =
        [new(XNamespace.Xmlns + "a", A), new(XNamespace.Xmlns + "r", R), new(XNamespace.Xmlns + "p", P)];

    internal static XElement Frame(Box box, XName? name = null) => new(name ?? A + "xfrm",
        new XElement(A + "off", new XAttribute("x", Emu(box.X)), new XAttribute("y", Emu(box.Y))),
        new XElement(A + "ext", new XAttribute("cx", Emu(box.Width)), new XAttribute("cy", Emu(box.Height))));

    internal static XElement Rectangle => Geometry("rect");

    internal static XElement Geometry(string preset, params IEnumerable<(string Name, long Value)> guides) => new(A + "prstGeom", new XAttribute("prst", preset),
        new XElement(A + "avLst", guides.Select(guide => new XElement(A + "gd", new XAttribute("name", guide.Name), new XAttribute("fmla", $"val {guide.Value}")))));

    internal static XElement SchemeFill(string color) => new(A + "solidFill", new XElement(A + "schemeClr", new XAttribute("val", color)));

    /// <summary>A coloured area without text, which readers pass over.</summary>
    internal static XElement Area(int id, string name, Box box, string color) => new(P + "sp",
        new XElement(P + "nvSpPr", NamedDecoration(id, name), new XElement(P + "cNvSpPr"), new XElement(P + "nvPr", new XAttribute("userDrawn", 1))),
        new XElement(P + "spPr", Frame(box), Rectangle, SchemeFill(color), new XElement(A + "ln", new XElement(A + "noFill"))),
        new XElement(P + "txBody", new XElement(A + "bodyPr"), new XElement(A + "lstStyle"), new XElement(A + "p")));

    internal static XElement Named(int id, string name, string? description = null) => new(P + "cNvPr",
        new XAttribute("id", id), new XAttribute("name", name),
        string.IsNullOrEmpty(description) ? null : new XAttribute("descr", XmlText.Clean(description)));

    /// <summary>Marked as nothing that is worth reading aloud.</summary>
    internal static XElement NamedDecoration(int id, string name) => new(P + "cNvPr", new XAttribute("id", id), new XAttribute("name", name),
        new XElement(A + "extLst", new XElement(A + "ext", new XAttribute("uri", "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"),
            new XElement(Decorative + "decorative", new XAttribute(XNamespace.Xmlns + "adec", Decorative), new XAttribute("val", 1)))));

    internal static long Emu(double points) => (long)Math.Round(points * Box.EmuPerPoint);

    /// <summary>Hundredths of a point.</summary>
    internal static int Centi(double points) => (int)Math.Round(points * 100);
}
