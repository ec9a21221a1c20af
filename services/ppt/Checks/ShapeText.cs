using System.Xml.Linq;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Checks;

/// <summary>Text of one look.</summary>
/// <param name="Text">A line break is <c>\n</c>.</param>
/// <param name="Size">In points, as autofit leaves it.</param>
/// <param name="Fill">Its own or inherited; null for the default colour.</param>
/// <param name="OwnFill">It says its colour itself.</param>
/// <param name="Language">Its own; null when it has none.</param>
sealed record TextRun(string Text, double Size, bool Bold, string Font, XElement? Fill, bool OwnFill, bool Link, string? Language)
{
    internal bool IsBlank => string.IsNullOrWhiteSpace(Text);

    internal bool IsCode => Array.Exists(CodeFonts, name => Font.Contains(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>WCAG 2.2: at least 18 points, or 14 in bold.</summary>
    internal bool IsLarge => Size >= 18 || (Size >= 14 && Bold);

    static readonly string[] CodeFonts = ["Consolas", "Courier", "Mono", "Menlo", "Monaco", "Cascadia", "Source Code", "Fira Code"];
}

/// <summary>One paragraph.</summary>
/// <param name="Before">Points above it; as a share of the line (negative) where it is one.</param>
/// <param name="Line">Height of a line as a share of its own height; in points (negative) where it is fixed.</param>
/// <param name="Left">Points from the text's left edge to its lines after the first.</param>
/// <param name="First">Points from the text's left edge to its first line.</param>
sealed record TextParagraph(IReadOnlyList<TextRun> Runs, double Before, double After, double Line, double Left, double First, double Right, string Align)
{
    internal string Text => string.Concat(Runs.Select(run => run.Text));
}

/// <summary>A shape's or cell's text with all that it inherits.</summary>
static class ShapeText
{
    /// <summary>More paragraphs in one shape are looked at no more.</summary>
    const int MostParagraphs = 2000;

    /// <param name="text"><c>txBody</c>.</param>
    /// <param name="fit">What autofit makes of the sizes and the lines.</param>
    internal static IReadOnlyList<TextParagraph> Of(XElement text, TextStyle style, DeckSlide slide, Autofit fit) =>
        [.. text.Elements(A + "p").Take(MostParagraphs).Select(paragraph => Paragraph(paragraph, style, slide, fit))];

    static TextParagraph Paragraph(XElement paragraph, TextStyle style, DeckSlide slide, Autofit fit)
    {
        var properties = paragraph.Element(A + "pPr");
        var level = (int)Math.Clamp(Number((string?)properties?.Attribute("lvl"), 0), 0, 8);
        var runs = paragraph.Elements().Select(element => Run(element, level, style, slide, fit)).OfType<TextRun>().ToList();
        if (runs.Count == 0)
            runs.Add(RunOf("", paragraph.Element(A + "endParaRPr"), level, style, slide, fit));
        var left = Number(style.Paragraph(properties, level, "marL"), 0) / 12700;
        return new TextParagraph(
            runs,
            Spacing(style.ParagraphChild(properties, level, "spcBef"), 0),
            Spacing(style.ParagraphChild(properties, level, "spcAft"), 0),
            LineOf(style.ParagraphChild(properties, level, "lnSpc"), fit),
            left,
            Math.Max(0, left + (Number(style.Paragraph(properties, level, "indent"), 0) / 12700)),
            Number(style.Paragraph(properties, level, "marR"), 0) / 12700,
            AlignOf(style.Paragraph(properties, level, "algn"), style.Paragraph(properties, level, "rtl")));
    }

    static TextRun? Run(XElement element, int level, TextStyle style, DeckSlide slide, Autofit fit) => element.Name.Namespace != A ? null : element.Name.LocalName switch
    {
        "r" or "fld" => RunOf(element.Element(A + "t")?.Value ?? "", element.Element(A + "rPr"), level, style, slide, fit),
        "br" => RunOf("\n", element.Element(A + "rPr"), level, style, slide, fit),
        _ => null,
    };

    static TextRun RunOf(string text, XElement? properties, int level, TextStyle style, DeckSlide slide, Autofit fit) => new(
        text,
        Number(style.Run(properties, level, "sz"), 1800) / 100 * fit.Scale,
        style.Run(properties, level, "b") is "1" or "true",
        FontOf((string?)style.RunChild(properties, level, "latin")?.Attribute("typeface") ?? "+mn-lt", slide),
        style.Fill(properties, level),
        properties?.Element(A + "solidFill") is not null,
        properties?.Element(A + "hlinkClick")?.Attribute(R + "id") is { Value.Length: > 0 },
        (string?)properties?.Attribute("lang"));

    static string FontOf(string typeface, DeckSlide slide)
    {
        if (!typeface.StartsWith('+'))
            return typeface;
        var fonts = slide.Layout.Master.Theme?.Element(A + "themeElements")?.Element(A + "fontScheme")?.Element(A + (typeface.StartsWith("+mj", StringComparison.Ordinal) ? "majorFont" : "minorFont"));
        return (string?)fonts?.Element(A + "latin")?.Attribute("typeface") ?? "";
    }

    static double Spacing(XElement? spacing, double otherwise)
    {
        if (spacing?.Element(A + "spcPct") is { } share)
            return -Percent((string?)share.Attribute("val"), 0);
        return spacing?.Element(A + "spcPts") is { } points ? Number((string?)points.Attribute("val"), 0) / 100 : otherwise;
    }

    static double LineOf(XElement? spacing, Autofit fit)
    {
        if (spacing?.Element(A + "spcPts") is { } points)
            return -Number((string?)points.Attribute("val"), 0) / 100;
        return (spacing?.Element(A + "spcPct") is { } share ? Percent((string?)share.Attribute("val"), 1) : 1) - fit.LineReduction;
    }

    static string AlignOf(string? align, string? rightToLeft) => (align, rightToLeft) switch
    {
        (null or "l", "1" or "true") => "r",
        ("r", "1" or "true") => "l",
        (null, _) => "l",
        _ => align,
    };

    /// <summary>Thousandths of a percent, or in newer files with a percent sign.</summary>
    internal static double Percent(string? value, double otherwise) => value is not null && value.EndsWith('%')
        ? Number(value[..^1], otherwise * 100) / 100
        : Number(value, otherwise * 100_000) / 100_000;

    internal static double Number(string? value, double otherwise) => double.TryParse(value, out var number) && double.IsFinite(number) ? number : otherwise;
}
