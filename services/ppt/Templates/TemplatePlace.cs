using System.Xml.Linq;
using CourseGen.Ppt.Decks;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Templates;

/// <summary>A placeholder of a template's layout.</summary>
/// <param name="Ink">Fill of its text; null where it names none.</param>
/// <param name="Type">As PowerPoint writes it; <c>obj</c> where it writes none.</param>
sealed record TemplatePlace(string Name, string Type, int Index, Box Box, TextStyle Style, XElement? Ink, ParagraphSpacing Spacing)
{
    const double DefaultSize = 18;
    /// <summary>Points: of places that hold anything, and of slides (56 inches).</summary>
    const double LeastSide = 8, MostSide = 4032;
    /// <summary>Points: of text in a place for content; another size is an ornament's, not a text's.</summary>
    const double LeastText = 8, MostText = 48;

    /// <summary>Points, and lines: beyond them a place is no place for a text.</summary>
    const double MostIndent = 100, MostLine = 3;

    internal bool IsTitle => Type is "title" or "ctrTitle";
    internal bool IsText => Type is "body" or "obj" or "subTitle" && Style.Size is >= LeastText and <= MostText;

    internal Slot Slot => new(Name, Type == "obj" ? null : Type, Index, Box, Style);

    internal static IReadOnlyList<TemplatePlace> Of(XElement layout, XElement master)
    {
        var inherited = Shapes(master).ToList();
        return [.. Shapes(layout).Select(shape => Of(shape, inherited, master)).OfType<TemplatePlace>()];
    }

    /// <returns>Null when it stands nowhere.</returns>
    static TemplatePlace? Of(XElement shape, List<XElement> inherited, XElement master)
    {
        var type = TypeOf(shape);
        var parent = inherited.FirstOrDefault(other => TypeOf(other) == MasterTypeOf(type));
        if ((BoxOf(shape) ?? (parent is null ? null : BoxOf(parent))) is not { Width: >= LeastSide, Height: >= LeastSide and <= MostSide } box)
            return null;
        var styles = new[] { LevelOf(shape), parent is null ? null : LevelOf(parent), master.Element(P + "txStyles")?.Element(P + StyleOf(type))?.Element(A + "lvl1pPr") };
        var runs = styles.Select(style => style?.Element(A + "defRPr")).OfType<XElement>().ToList();
        var size = runs.Select(run => (double?)run.Attribute("sz")).FirstOrDefault(found => found is not null) / 100 ?? DefaultSize;
        var bold = runs.Select(run => (string?)run.Attribute("b")).FirstOrDefault(found => found is not null) is "1" or "true";
        return new TemplatePlace((string?)shape.Descendants(P + "cNvPr").First().Attribute("name") ?? type, type, (int?)Placeholder(shape).Attribute("idx") ?? 0, box, new TextStyle(size, Bold: bold, Bullets: true),
            runs.Select(run => run.Element(A + "solidFill")).FirstOrDefault(fill => fill is not null), SpacingOf([.. styles.OfType<XElement>()], size));
    }

    static ParagraphSpacing SpacingOf(IReadOnlyList<XElement> styles, double size)
    {
        var indent = styles.Select(style => (double?)style.Attribute("marL")).FirstOrDefault(found => found is not null) / Box.EmuPerPoint ?? 0;
        return new ParagraphSpacing(Math.Clamp(indent, 0, MostIndent), Math.Max(TextFit.SpaceBefore, Lines("spcBef") + Lines("spcAft")), Math.Clamp(Lines("lnSpc"), 1, MostLine));

        double Lines(string name) => styles.Select(style => style.Element(A + name)).FirstOrDefault(found => found is not null)?.Elements().FirstOrDefault() is not { } value ? 0
            : value.Name == A + "spcPct" ? ((double?)value.Attribute("val") ?? 0) / 100_000 : ((double?)value.Attribute("val") ?? 0) / 100 / size;
    }

    static IEnumerable<XElement> Shapes(XElement part) => part.Descendants(P + "spTree").Elements().Where(shape => shape.Descendants(P + "ph").Any());

    static XElement Placeholder(XElement shape) => shape.Descendants(P + "ph").First();

    static string TypeOf(XElement shape) => (string?)Placeholder(shape).Attribute("type") ?? "obj";

    static string MasterTypeOf(string type) => type switch { "ctrTitle" => "title", "title" or "dt" or "ftr" or "sldNum" => type, _ => "body" };

    static string StyleOf(string type) => type switch { "title" or "ctrTitle" => "titleStyle", "dt" or "ftr" or "sldNum" => "otherStyle", _ => "bodyStyle" };

    static XElement? LevelOf(XElement shape) => shape.Element(P + "txBody")?.Element(A + "lstStyle")?.Element(A + "lvl1pPr");

    static Box? BoxOf(XElement shape)
    {
        var frame = shape.Descendants(A + "xfrm").FirstOrDefault();
        return frame?.Element(A + "off") is { } at && frame.Element(A + "ext") is { } size
            ? new Box(Points(at, "x"), Points(at, "y"), Points(size, "cx"), Points(size, "cy"))
            : null;
    }

    static double Points(XElement element, string attribute) => ((double?)element.Attribute(attribute) ?? 0) / Box.EmuPerPoint;
}
