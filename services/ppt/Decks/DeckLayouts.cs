using System.Xml.Linq;
using CourseGen.Contracts.Documents;
using static CourseGen.Ppt.Decks.DeckMaster;
using static CourseGen.Ppt.Decks.Drawing;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Decks;

/// <summary>The product's own slide layouts, one for each <see cref="SlideLayout"/>, named as people see them in PowerPoint.</summary>
static class DeckLayouts
{
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

    /// <summary>Of <c>p:sldLayout</c>, where PowerPoint has a type for it.</summary>
    internal static string? TypeOf(SlideLayout layout) => layout switch
    {
        SlideLayout.Cover => "title",
        SlideLayout.Section => "secHead",
        SlideLayout.TitleContent => "obj",
        SlideLayout.TwoColumns => "twoTxTwoObj",
        _ => null,
    };

    internal static XElement Of(SlideForm form, bool rightToLeft)
    {
        var layout = form.Layout;
        var decorations = Decorations(layout).Select(area => Area(area.Id, area.Name, rightToLeft ? area.Box.Mirrored(Box.SlideWidth) : area.Box, area.Color));
        return new XElement(P + "sldLayout", Namespaces,
            TypeOf(layout) is { } type ? new XAttribute("type", type) : null,
            new XAttribute("preserve", 1), new XAttribute("userDrawn", 1),
            new XElement(P + "cSld", new XAttribute("name", form.Name),
                SlideGeometry.IsDark(layout) ? Background("tx2") : null,
                Tree([.. decorations, .. form.Slots.Select((slot, index) => PlaceOf(slot.Key, slot.Value, index + 2, rightToLeft))])),
            new XElement(P + "clrMapOvr", new XElement(A + "masterClrMapping")));
    }

    static XElement PlaceOf(SlotRole role, Slot slot, int id, bool rightToLeft) => Place(id, slot, role switch
    {
        SlotRole.Title when slot.Style.Color is null => null,
        SlotRole.Title => Style(slot.Style, rightToLeft, font: "+mj"),
        SlotRole.Code => Style(slot.Style, rightToLeft: false, font: ThemeFonts.Code),
        _ when slot.Style.Bullets => new XElement(A + "lvl1pPr", new XElement(A + "defRPr", new XAttribute("sz", Centi(slot.Style.Size)))),
        _ => Style(slot.Style, rightToLeft, before: role == SlotRole.Body ? 4 : 0),
    }, role switch
    {
        SlotRole.Code => [SchemeFill("accent5")],
        SlotRole.Callout => [SchemeFill("bg2"), new XElement(A + "ln", new XAttribute("w", 19050), SchemeFill("accent2"))],
        _ => [],
    });

    static IEnumerable<(int Id, string Name, Box Box, string Color)> Decorations(SlideLayout layout) => layout switch
    {
        SlideLayout.Cover or SlideLayout.Closing => [(40, "Band", new Box(0, 0, 24, Box.SlideHeight), "accent3"), (41, "Rule", new Box(87, 288, 120, 4), "accent3")],
        SlideLayout.Section => [(40, "Band", new Box(0, 0, 24, Box.SlideHeight), "accent2"), (41, "Rule", new Box(87, 234, 120, 4), "accent3")],
        SlideLayout.LessonTitle => [
            (40, "Panel", new Box(0, 0, 240, Box.SlideHeight), "tx2"),
            (41, "Edge", new Box(240, 0, 8, Box.SlideHeight), "accent3"),
            (42, "Rule", new Box(307, 296, 120, 4), "accent2")],
        SlideLayout.Quote => [.. Heading(), (42, "Mark", new Box(84, 150, 6, 270), "accent2")],
        SlideLayout.Summary => [(39, "Panel", SlideGeometry.SummaryPanel, "bg2"), .. Heading()],
        _ => Heading(),
    };

    static IEnumerable<(int, string, Box, string)> Heading() =>
        [(40, "Bar", new Box(36, 34, 6, 54), "accent3"), (41, "Divider", new Box(50, 102, 860, 1), "accent4")];
}
