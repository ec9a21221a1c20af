using System.Xml.Linq;
using CourseGen.Contracts.Documents;
using static CourseGen.Ppt.Decks.DeckMaster;
using static CourseGen.Ppt.Decks.Drawing;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Decks;

/// <summary>The slide layouts, one for each <see cref="SlideLayout"/>, named as people see them in PowerPoint.</summary>
static class DeckLayouts
{
    internal const int BodyIndex = 1;
    internal const int SubtitleIndex = 10;
    internal const int LeftHeadingIndex = 11;
    internal const int RightHeadingIndex = 12;
    internal const int RightColumnIndex = 13;
    internal const int PictureIndex = 14;
    internal const int TableIndex = 15;
    internal const int CodeIndex = 16;
    internal const int AttributionIndex = 17;
    internal const int FooterIndex = 18;
    internal const int NumberIndex = 19;

    internal static IReadOnlyList<SlideLayout> All { get; } = Enum.GetValues<SlideLayout>();

    internal static string NameOf(SlideLayout layout) => layout switch
    {
        SlideLayout.Cover => "Cover",
        SlideLayout.Agenda => "Agenda",
        SlideLayout.Section => "Section",
        SlideLayout.LessonTitle => "Lesson title",
        SlideLayout.TitleContent => "Title and content",
        SlideLayout.TextImageLeft => "Picture left, text right",
        SlideLayout.TextImageRight => "Text left, picture right",
        SlideLayout.TwoColumns => "Two columns",
        SlideLayout.Table => "Table",
        SlideLayout.Code => "Code",
        SlideLayout.Quote => "Quote",
        SlideLayout.Summary => "Summary",
        SlideLayout.References => "References",
        SlideLayout.Glossary => "Glossary",
        SlideLayout.Closing => "Closing",
        _ => throw new ArgumentOutOfRangeException(nameof(layout), layout, "Not a slide layout."),
    };

    internal static bool IsDark(SlideLayout layout) => layout is SlideLayout.Cover or SlideLayout.Section or SlideLayout.Closing;

    /// <summary>Footer and slide number stand on all but the slides that open or close.</summary>
    internal static bool HasFooter(SlideLayout layout) => !IsDark(layout) && layout != SlideLayout.LessonTitle;

    internal static XElement Of(SlideLayout layout) => new(P + "sldLayout", Namespaces,
        new XAttribute("preserve", 1), new XAttribute("userDrawn", 1),
        layout is SlideLayout.TitleContent ? new XAttribute("type", "obj") : null,
        new XElement(P + "cSld", new XAttribute("name", NameOf(layout)),
            IsDark(layout) ? Background("tx2") : null,
            Tree([.. Decorations(layout), .. Placeholders(layout), .. HasFooter(layout) ? FooterPlaceholders() : []])),
        new XElement(P + "clrMapOvr", new XElement(A + "masterClrMapping")));

    static IEnumerable<XElement> Decorations(SlideLayout layout) => layout switch
    {
        SlideLayout.Cover or SlideLayout.Closing => [
            Area(20, "Band", new Box(0, 0, 24, Box.SlideHeight), "accent3"),
            Area(21, "Rule", new Box(87, 288, 120, 4), "accent3")],
        SlideLayout.Section => [Area(20, "Band", new Box(0, 0, 24, Box.SlideHeight), "accent2"), Area(21, "Rule", new Box(87, 234, 120, 4), "accent3")],
        SlideLayout.LessonTitle => [
            Area(20, "Panel", new Box(0, 0, 240, Box.SlideHeight), "tx2"),
            Area(21, "Edge", new Box(240, 0, 8, Box.SlideHeight), "accent3"),
            Area(22, "Rule", new Box(307, 296, 120, 4), "accent2")],
        SlideLayout.Quote => [.. Heading(), Area(22, "Bar", new Box(84, 150, 6, 270), "accent2")],
        SlideLayout.Summary => [Area(19, "Panel", SlideGeometry.SummaryPanel, "bg2"), .. Heading()],
        _ => Heading(),
    };

    static IEnumerable<XElement> Heading() => [
        Area(20, "Bar", new Box(36, 34, 6, 54), "accent3"),
        Area(21, "Divider", new Box(50, 102, 860, 1), "accent4")];

    static IEnumerable<XElement> Placeholders(SlideLayout layout)
    {
        var (title, subtitle, body) = SlideGeometry.Of(layout);
        var opens = IsDark(layout) || layout == SlideLayout.LessonTitle;
        var color = IsDark(layout) ? "bg1" : "tx2";
        yield return Text(2, "Title", Placeholder("title", 0), title, opens ? "b" : "ctr", opens ? Style(44, color, bold: true, font: "+mj") : null);
        if (subtitle is { } below)
            yield return Text(3, "Subtitle", Placeholder("body", SubtitleIndex), below, "t", Style(24, IsDark(layout) ? "bg1" : "accent4"));
        foreach (var shape in layout switch
        {
            SlideLayout.TextImageLeft or SlideLayout.TextImageRight => [Content(body), Picture(layout)],
            SlideLayout.TwoColumns => Columns(),
            SlideLayout.Table => [Content(body, Style(20, "tx1")), Text(5, "Table", Placeholder("tbl", TableIndex), SlideGeometry.Body.Below(80), "t", Style(16, "tx1"))],
            SlideLayout.Code => [Content(body), Code()],
            SlideLayout.Quote => [Content(body, Style(28, "tx2", italic: true)), Text(5, "Attribution", Placeholder("body", AttributionIndex), SlideGeometry.Attribution, "t", Style(20, "accent4"))],
            _ when opens => [Content(body, Style(20, IsDark(layout) ? "bg1" : "tx1", before: 4))],
            _ => (IEnumerable<XElement>)[Content(body)],
        })
            yield return shape;
    }

    static XElement Content(Box box, XElement? style = null) => Text(4, "Content", Placeholder("body", BodyIndex), box, "t", style);

    static XElement Picture(SlideLayout layout) =>
        Text(5, "Picture", Placeholder("pic", PictureIndex), SlideGeometry.PictureOf(layout), "t", Style(18, "accent4"));

    static IEnumerable<XElement> Columns() => [
        Text(5, "Left heading", Placeholder("body", LeftHeadingIndex), SlideGeometry.LeftHeading, "b", Style(22, "tx2", bold: true)),
        Content(SlideGeometry.LeftColumn),
        Text(6, "Right heading", Placeholder("body", RightHeadingIndex), SlideGeometry.RightHeading, "b", Style(22, "tx2", bold: true)),
        Text(7, "Right column", Placeholder("body", RightColumnIndex), SlideGeometry.RightColumn, "t")];

    static XElement Code() => Text(5, "Code", Placeholder("body", CodeIndex), SlideGeometry.Body, "t",
        Style(16, "accent6", font: DeckStyle.CodeFont), [SchemeFill("accent5")]);

    static IEnumerable<XElement> FooterPlaceholders() => [
        Text(8, "Footer", new XElement(P + "ph", new XAttribute("type", "ftr"), new XAttribute("sz", "quarter"), new XAttribute("idx", FooterIndex)), SlideGeometry.Footer, "ctr", Style(12, "accent4")),
        Text(9, "Slide number", new XElement(P + "ph", new XAttribute("type", "sldNum"), new XAttribute("sz", "quarter"), new XAttribute("idx", NumberIndex)), SlideGeometry.SlideNumber, "ctr", Style(12, "accent4", "r"))];
}
