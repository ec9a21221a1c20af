using System.Runtime.InteropServices;
using System.Xml.Linq;
using CourseGen.Ppt.Decks;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Checks;

/// <summary>What ties a shape to the layout's, and that to the master's.</summary>
[StructLayout(LayoutKind.Auto)]
readonly record struct PlaceholderKey(string Type, uint Index)
{
    /// <summary>Types that stand for one another from one level to the next.</summary>
    internal string Family => Type switch
    {
        "ctrTitle" or "title" => "title",
        "dt" or "ftr" or "sldNum" or "hdr" or "sldImg" => Type,
        _ => "body",
    };

    internal bool IsTitle => Family == "title";
    /// <summary>Date, footer, number: filled by the program that shows the slide, and small by custom.</summary>
    internal bool IsFooter => Family is "dt" or "ftr" or "sldNum" or "hdr";
}

/// <summary>A shape of a slide, layout or master, out of its groups.</summary>
/// <param name="Frame">In points, before it is turned; null when it has none of its own, or its group is turned.</param>
/// <param name="Turn">Degrees, 0 to 360.</param>
/// <param name="Covered">A group around it has a description, or is marked as decorative.</param>
sealed record DeckShape(XElement Element, Box? Frame, double Turn, PlaceholderKey? Placeholder, bool Covered)
{
    internal string Name => (string?)Properties?.Attribute("name") is { Length: > 0 } name ? name : Kind;

    /// <summary>In words.</summary>
    internal string Kind => Element.Name.LocalName switch
    {
        "pic" => "picture",
        "graphicFrame" when Table is not null => "table",
        "graphicFrame" when Uri.EndsWith("/chart", StringComparison.Ordinal) || Uri.EndsWith("/chartex", StringComparison.Ordinal) => "chart",
        "graphicFrame" when Uri.EndsWith("/diagram", StringComparison.Ordinal) => "SmartArt",
        "graphicFrame" => "object",
        "cxnSp" => "connector",
        _ => "shape",
    };

    internal bool IsShape => Element.Name == P + "sp";
    internal bool IsPicture => Element.Name == P + "pic";
    internal bool IsFrame => Element.Name == P + "graphicFrame";

    /// <summary><c>cNvPr</c>: id, name and description.</summary>
    internal XElement? Properties => Element.Elements().FirstOrDefault(element => element.Name.LocalName.StartsWith("nv", StringComparison.Ordinal))?.Element(P + "cNvPr");

    internal XElement? ShapeProperties => Element.Element(P + "spPr");
    internal XElement? Text => Element.Element(P + "txBody");
    internal XElement? Table => GraphicData?.Element(A + "tbl");

    string Uri => (string?)GraphicData?.Attribute("uri") ?? "";
    XElement? GraphicData => Element.Element(A + "graphic")?.Element(A + "graphicData");
}
