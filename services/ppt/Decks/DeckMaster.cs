using System.Xml.Linq;
using static CourseGen.Ppt.Decks.Drawing;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Decks;

/// <summary>The slide master: what every slide inherits, and the notes master.</summary>
static class DeckMaster
{
    /// <param name="layouts">Relationship id and deck-wide id of each layout.</param>
    internal static XElement Slides(IEnumerable<(string RelationshipId, uint Id)> layouts, bool rightToLeft)
    {
        var form = SlideGeometry.FormOf(Contracts.Documents.SlideLayout.TitleContent, rightToLeft);
        return new XElement(P + "sldMaster", Namespaces,
            new XElement(P + "cSld",
                Background("bg1"),
                Tree(
                    Place(2, form.Title, null),
                    Place(3, form.Body with { Type = "body" }, null),
                    Place(4, form[SlotRole.Footer] with { Index = 3 }, Style(form[SlotRole.Footer].Style, rightToLeft)),
                    Place(5, form[SlotRole.Number] with { Index = 4 }, Style(form[SlotRole.Number].Style, rightToLeft)))),
            ColorMap(),
            new XElement(P + "sldLayoutIdLst", layouts.Select(layout =>
                new XElement(P + "sldLayoutId", new XAttribute("id", layout.Id), new XAttribute(R + "id", layout.RelationshipId)))),
            XElement.Parse(rightToLeft ? TextStyles.Replace("algn=\"l\"", "algn=\"r\" rtl=\"1\"", StringComparison.Ordinal) : TextStyles));
    }

    /// <summary>Of the notes' text, in points.</summary>
    internal const double NotesSize = 12;

    internal static XElement Notes(bool rightToLeft) => new(P + "notesMaster", Namespaces,
        new XElement(P + "cSld",
            Background("bg1"),
            Tree(
                new XElement(P + "sp",
                    new XElement(P + "nvSpPr", Named(2, "Slide image"),
                        new XElement(P + "cNvSpPr", new XElement(A + "spLocks", new XAttribute("noGrp", 1), new XAttribute("noRot", 1), new XAttribute("noChangeAspect", 1))),
                        new XElement(P + "nvPr", new XElement(P + "ph", new XAttribute("type", "sldImg"), new XAttribute("idx", 2)))),
                    new XElement(P + "spPr", Frame(new Box(54, 57, 432, 243)), Rectangle)),
                Place(3, new Slot("Notes", "body", 3, new Box(54, 322, 432, 340), new TextStyle(NotesSize)), null),
                Place(4, new Slot("Footer", "ftr", 4, new Box(54, 676, 324, 24), new TextStyle(10)), Style(new TextStyle(10, "tx1"), rightToLeft)),
                Place(5, new Slot("Page number", "sldNum", 5, new Box(396, 676, 90, 24), new TextStyle(10)), Style(new TextStyle(10, "tx1", Align: "r"), rightToLeft)))),
        ColorMap(),
        new XElement(P + "notesStyle", new XElement(A + "lvl1pPr", new XAttribute("marL", 0), new XAttribute("indent", 0), new XAttribute("algn", rightToLeft ? "r" : "l"),
            rightToLeft ? new XAttribute("rtl", 1) : null,
            new XElement(A + "defRPr", new XAttribute("sz", Centi(NotesSize)), SchemeFill("tx1"), Fonts("+mn")))));

    internal static XElement DefaultTextStyle() => new(P + "defaultTextStyle",
        new XElement(A + "defPPr", new XElement(A + "defRPr", new XAttribute("lang", "en"))),
        new XElement(A + "lvl1pPr", new XAttribute("marL", 0), new XAttribute("algn", "l"),
            new XElement(A + "defRPr", new XAttribute("sz", 1800), SchemeFill("tx1"), Fonts("+mn"))));

    internal static XElement Background(string color) => new(P + "bg", new XElement(P + "bgPr", SchemeFill(color), new XElement(A + "effectLst")));

    /// <summary>A placeholder of a master or layout, with its own place and paragraph style.</summary>
    internal static XElement Place(int id, Slot slot, XElement? style, IEnumerable<XElement>? fill = null) => new(P + "sp",
        new XElement(P + "nvSpPr", Named(id, slot.Name),
            new XElement(P + "cNvSpPr", new XElement(A + "spLocks", new XAttribute("noGrp", 1))),
            new XElement(P + "nvPr", slot.Placeholder)),
        new XElement(P + "spPr", Frame(slot.Box), Rectangle, fill),
        new XElement(P + "txBody",
            new XElement(A + "bodyPr", new XAttribute("vert", "horz"), new XAttribute("wrap", "square"),
                new XAttribute("lIns", Emu(Slot.InsetX)), new XAttribute("tIns", Emu(Slot.InsetY)),
                new XAttribute("rIns", Emu(Slot.InsetX)), new XAttribute("bIns", Emu(Slot.InsetY)),
                new XAttribute("anchor", slot.Style.Anchor), new XElement(A + "normAutofit")),
            style is null ? new XElement(A + "lstStyle") : new XElement(A + "lstStyle", style),
            new XElement(A + "p", Prompt(slot))));

    static object Prompt(Slot slot) => slot.Type == "sldNum"
        ? new XElement(A + "fld", new XAttribute("id", SlideShapes.NumberFieldId), new XAttribute("type", "slidenum"), new XElement(A + "rPr", new XAttribute("lang", "en")), new XElement(A + "t", "‹#›"))
        : new XElement(A + "endParaRPr", new XAttribute("lang", "en"));

    /// <summary>Paragraphs without bullets, in one size and colour.</summary>
    internal static XElement Style(TextStyle style, bool rightToLeft, double before = 0, string font = "+mn") => new(A + "lvl1pPr",
        new XAttribute("marL", 0), new XAttribute("indent", 0), new XAttribute("algn", rightToLeft ? Mirrored(style.Align) : style.Align),
        rightToLeft ? new XAttribute("rtl", 1) : null,
        new XElement(A + "lnSpc", new XElement(A + "spcPct", new XAttribute("val", 100000))),
        new XElement(A + "spcBef", new XElement(A + "spcPts", new XAttribute("val", Centi(before)))),
        new XElement(A + "buNone"),
        new XElement(A + "defRPr", new XAttribute("sz", Centi(style.Size)), new XAttribute("b", style.Bold ? 1 : 0), new XAttribute("i", style.Italic ? 1 : 0),
            SchemeFill(style.Color ?? "tx1"), font.StartsWith('+') ? Fonts(font) : [new XElement(A + "latin", new XAttribute("typeface", font)), new XElement(A + "cs", new XAttribute("typeface", font))]));

    /// <summary>For a paragraph that inherits no bullet.</summary>
    internal static XElement Bullet() => new(A + "pPr",
        new XAttribute("marL", Emu(TextFit.BulletIndent)), new XAttribute("indent", -Emu(TextFit.BulletIndent)),
        new XElement(A + "spcBef", new XElement(A + "spcPct", new XAttribute("val", (int)(TextFit.SpaceBefore * 100_000)))),
        new XElement(A + "buFont", new XAttribute("typeface", "Arial")), new XElement(A + "buChar", new XAttribute("char", "•")));

    static string Mirrored(string align) => align switch { "l" => "r", "r" => "l", _ => align };

    static XElement[] Fonts(string theme) =>
        [new(A + "latin", new XAttribute("typeface", $"{theme}-lt")), new(A + "ea", new XAttribute("typeface", $"{theme}-ea")), new(A + "cs", new XAttribute("typeface", $"{theme}-cs"))];

    static XElement ColorMap() => new(P + "clrMap",
        new XAttribute("bg1", "lt1"), new XAttribute("tx1", "dk1"), new XAttribute("bg2", "lt2"), new XAttribute("tx2", "dk2"),
        new XAttribute("accent1", "accent1"), new XAttribute("accent2", "accent2"), new XAttribute("accent3", "accent3"),
        new XAttribute("accent4", "accent4"), new XAttribute("accent5", "accent5"), new XAttribute("accent6", "accent6"),
        new XAttribute("hlink", "hlink"), new XAttribute("folHlink", "folHlink"));

    static readonly string TextStyles = $"""
        <p:txStyles xmlns:p="{P}" xmlns:a="{A}">
          <p:titleStyle><a:lvl1pPr algn="l"><a:lnSpc><a:spcPct val="95000"/></a:lnSpc><a:buNone/><a:defRPr sz="3200" b="1"><a:solidFill><a:schemeClr val="tx2"/></a:solidFill><a:latin typeface="+mj-lt"/><a:ea typeface="+mj-ea"/><a:cs typeface="+mj-cs"/></a:defRPr></a:lvl1pPr></p:titleStyle>
          <p:bodyStyle>
            <a:lvl1pPr marL="254000" indent="-254000" algn="l"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc><a:spcBef><a:spcPct val="40000"/></a:spcBef><a:buClr><a:schemeClr val="accent2"/></a:buClr><a:buFont typeface="Arial"/><a:buChar char="•"/><a:defRPr sz="2400"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl1pPr>
            <a:lvl2pPr marL="508000" indent="-254000" algn="l"><a:spcBef><a:spcPct val="20000"/></a:spcBef><a:buFont typeface="Arial"/><a:buChar char="–"/><a:defRPr sz="2000"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl2pPr>
          </p:bodyStyle>
          <p:otherStyle><a:lvl1pPr marL="0" algn="l"><a:defRPr sz="1800"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl1pPr></p:otherStyle>
        </p:txStyles>
        """;
}
