using System.Text;
using System.Xml.Linq;
using static CourseGen.Ppt.Decks.Drawing;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Decks;

/// <summary>Paragraphs and runs, each run with its language; paragraphs of a right-to-left script run that way.</summary>
sealed class TextBody(string language)
{
    readonly string _language = language;

    /// <param name="size">In points; null for the placeholder's own.</param>
    internal XElement Of(IReadOnlyList<FlowLine> lines, double? size) => new(P + "txBody",
        new XElement(A + "bodyPr", new XElement(A + "normAutofit")),
        new XElement(A + "lstStyle"),
        lines.Count == 0 ? new XElement(A + "p") : lines.Select(line => Paragraph(line, size)));

    /// <summary>Text of one colour in a shape that is no placeholder.</summary>
    internal XElement Plain(string text, double size, string color, string anchor, bool bold, double inset = SlideGeometry.InsetX, string? align = null) => new(P + "txBody",
        new XElement(A + "bodyPr", new XAttribute("wrap", "square"), new XAttribute("lIns", Emu(inset)), new XAttribute("rIns", Emu(inset)), new XAttribute("anchor", anchor), new XElement(A + "noAutofit")),
        new XElement(A + "lstStyle"),
        Paragraph(text, size, color, bold, align));

    internal XElement Paragraph(string text, double size, string color, bool bold, string? align = null) => new(A + "p",
        ParagraphProperties(text, align),
        Runs(text, size, bold, SchemeFill(color)));

    internal XElement Code(IEnumerable<string> lines, double size) => new(P + "txBody",
        new XElement(A + "bodyPr", new XAttribute("lIns", Emu(CodeFit.Padding)), new XAttribute("rIns", Emu(CodeFit.Padding)), new XAttribute("tIns", Emu(CodeFit.Padding)), new XAttribute("bIns", Emu(CodeFit.Padding)), new XElement(A + "noAutofit")),
        new XElement(A + "lstStyle"),
        lines.Select(line => new XElement(A + "p", line.Length == 0
            ? new XElement(A + "endParaRPr", new XAttribute("lang", _language), new XAttribute("sz", Centi(size)))
            : new XElement(A + "r", new XElement(A + "rPr", new XAttribute("lang", _language), new XAttribute("sz", Centi(size)), new XAttribute("noProof", 1)), new XElement(A + "t", line)))));

    internal XElement SlideNumber() => new(P + "txBody",
        new XElement(A + "bodyPr"), new XElement(A + "lstStyle"),
        new XElement(A + "p", new XElement(A + "fld", new XAttribute("id", SlideShapes.NumberFieldId), new XAttribute("type", "slidenum"),
            new XElement(A + "rPr", new XAttribute("lang", _language)), new XElement(A + "t", "‹#›"))));

    XElement Paragraph(FlowLine line, double? size)
    {
        var properties = ParagraphProperties(line.Text);
        if (line.Kind != LineKind.Bullet)
        {
            properties.SetAttributeValue("marL", 0);
            properties.SetAttributeValue("indent", 0);
            properties.Add(new XElement(A + "buNone"));
        }
        return new XElement(A + "p", properties, Runs(line.Text, size, line.Kind == LineKind.Heading, line.Kind == LineKind.Heading ? SchemeFill("tx2") : null));
    }

    static XElement ParagraphProperties(string text, string? align = null) => new(A + "pPr",
        (align ?? (IsRightToLeft(text) ? "r" : null)) is { } alignment ? new XAttribute("algn", alignment) : null,
        IsRightToLeft(text) ? new XAttribute("rtl", 1) : null);

    /// <summary>Line breaks inside a text stay line breaks.</summary>
    IEnumerable<XElement> Runs(string text, double? size, bool bold, XElement? fill) => text.Split('\n').SelectMany((line, index) =>
        (IEnumerable<XElement>)[
            .. index == 0 ? (IEnumerable<XElement>)[] : [new XElement(A + "br", RunProperties(size, bold, fill))],
            new XElement(A + "r", RunProperties(size, bold, fill), new XElement(A + "t", line))]);

    XElement RunProperties(double? size, bool bold, XElement? fill) => new(A + "rPr",
        new XAttribute("lang", _language),
        size is { } points ? new XAttribute("sz", Centi(points)) : null,
        bold ? new XAttribute("b", 1) : null,
        fill);

    /// <summary>By the first letter that has a direction: Hebrew, Arabic and their neighbours.</summary>
    static bool IsRightToLeft(string text) =>
        text.EnumerateRunes().FirstOrDefault(Rune.IsLetter).Value is >= 0x590 and <= 0x8FF or >= 0xFB1D and <= 0xFDFF or >= 0xFE70 and <= 0xFEFF or >= 0x10800 and <= 0x10FFF;
}
