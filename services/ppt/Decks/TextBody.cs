using System.Xml.Linq;
using CourseGen.Documents.Fonts;
using static CourseGen.Ppt.Decks.Drawing;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Decks;

/// <summary>Paragraphs and runs, each run with its language; paragraphs of a right-to-left script run that way.</summary>
/// <param name="rightToLeft">The whole deck does.</param>
sealed class TextBody(string language, bool rightToLeft, SlideLinks links, SlideColors colors)
{
    static readonly XNamespace LinkColor = "http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor";

    /// <summary>Text in a placeholder, which has its size from there.</summary>
    /// <param name="shrink">The share of that size at which it fits. Autofit itself comes from the layout: where it is written on a slide,
    /// LibreOffice sets lines closer although nothing needs to shrink.</param>
    /// <param name="size">In points, where the text has one of its own.</param>
    internal XElement Of(IEnumerable<FlowLine> lines, double shrink = 1, double? size = null) => new(P + "txBody",
        new XElement(A + "bodyPr", shrink == 1 ? null : new XElement(A + "normAutofit", new XAttribute("fontScale", (int)Math.Round(shrink * 100_000)))),
        new XElement(A + "lstStyle"),
        Paragraphs(lines, size));

    internal XElement Of(string text, double? size = null, double? inset = null)
    {
        var body = Of([new FlowLine(LineKind.Bullet, text)], size: size);
        if (inset is { } points)
            body.Element(A + "bodyPr")!.ReplaceAttributes(Insets(points));
        return body;
    }

    /// <summary>Text in a shape that is no placeholder, which has nothing to inherit.</summary>
    internal XElement Alone(string text, TextStyle style, double inset = Slot.InsetX, bool wrap = true) => new(P + "txBody",
        new XElement(A + "bodyPr", new XAttribute("wrap", wrap ? "square" : "none"), Insets(inset), new XAttribute("anchor", style.Anchor), new XElement(A + "noAutofit")),
        new XElement(A + "lstStyle"),
        Paragraph(text, style));

    internal XElement Paragraph(string text, TextStyle style) => new(A + "p",
        Direction(text, style.Align), Runs(text, style.Size, style.Bold, style.Color));

    /// <summary>Code runs from left to right in every language, and no one checks its spelling.</summary>
    internal XElement Code(IEnumerable<string> lines, double size) => new(P + "txBody",
        new XElement(A + "bodyPr", Insets(CodeFit.Padding, CodeFit.InsetY), new XElement(A + "noAutofit")),
        new XElement(A + "lstStyle"),
        lines.Select(line => new XElement(A + "p", rightToLeft ? new XElement(A + "pPr", new XAttribute("algn", "l"), new XAttribute("rtl", 0)) : null, line.Length == 0
            ? new XElement(A + "endParaRPr", new XAttribute("lang", language), new XAttribute("sz", Centi(size)))
            : new XElement(A + "r", new XElement(A + "rPr", new XAttribute("lang", language), new XAttribute("sz", Centi(size)), new XAttribute("noProof", 1)), new XElement(A + "t", line)))));

    internal XElement SlideNumber() => new(P + "txBody",
        new XElement(A + "bodyPr"), new XElement(A + "lstStyle"),
        new XElement(A + "p", new XElement(A + "fld", new XAttribute("id", SlideShapes.NumberFieldId), new XAttribute("type", "slidenum"),
            new XElement(A + "rPr", new XAttribute("lang", language)), new XElement(A + "t", "‹#›"))));

    IEnumerable<XElement> Paragraphs(IEnumerable<FlowLine> lines, double? size)
    {
        var any = false;
        foreach (var line in lines)
        {
            any = true;
            var properties = Direction(line.Text, null);
            if (line.Kind != LineKind.Bullet)
                (properties ??= new XElement(A + "pPr")).Add(new XAttribute("marL", 0), new XAttribute("indent", 0), new XElement(A + "buNone"));
            yield return new XElement(A + "p", properties, Runs(line.Text, size, line.Kind == LineKind.Heading, line.Kind == LineKind.Heading ? colors.Heading : null));
        }
        if (!any)
            yield return new XElement(A + "p");
    }

    XElement? Direction(string text, string? align)
    {
        if (rightToLeft || Script.IsRightToLeft(text))
            return new XElement(A + "pPr", new XAttribute("algn", align is null or "l" ? "r" : align == "r" ? "l" : align), new XAttribute("rtl", 1));
        return align is null or "l" ? null : new XElement(A + "pPr", new XAttribute("algn", align));
    }

    /// <summary>Line breaks inside a text stay line breaks.</summary>
    IEnumerable<XElement> Runs(string text, double? size, bool bold, string? color)
    {
        var first = true;
        foreach (var line in text.Split('\n'))
        {
            if (!first)
                yield return new XElement(A + "br", RunProperties(size, bold, color, null));
            first = false;
            foreach (var (part, url) in links.Split(line))
                yield return new XElement(A + "r", RunProperties(size, bold, color, url), new XElement(A + "t", part));
        }
    }

    XElement RunProperties(double? size, bool bold, string? color, string? url) => new(A + "rPr",
        new XAttribute("lang", language),
        size is { } points ? new XAttribute("sz", Centi(points)) : null,
        bold ? new XAttribute("b", 1) : null,
        color is null ? null : SchemeFill(color),
        url is null ? null : new XElement(A + "hlinkClick", new XAttribute(R + "id", links.RelationshipOf(url)), colors.LinksAsText ? AsText() : null));

    static XElement AsText() => new(A + "extLst", new XElement(A + "ext", new XAttribute("uri", "{A12FA001-AC4F-418D-AE19-62706E023703}"),
        new XElement(LinkColor + "hlinkClr", new XAttribute(XNamespace.Xmlns + "ahyp", LinkColor), new XAttribute("val", "tx"))));

    static XAttribute[] Insets(double points, double most = 12) =>
        [new("lIns", Emu(points)), new("tIns", Emu(Math.Min(points, most))), new("rIns", Emu(points)), new("bIns", Emu(Math.Min(points, most)))];
}
