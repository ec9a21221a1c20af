using System.Xml.Linq;
using static CourseGen.Ppt.Decks.Drawing;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Decks;

/// <summary>The slide master: what every slide inherits, and the notes master.</summary>
static class DeckMaster
{
    /// <param name="layouts">Relationship id and deck-wide id of each layout.</param>
    internal static XElement Slides(IEnumerable<(string RelationshipId, uint Id)> layouts) => new(P + "sldMaster", Namespaces,
        new XElement(P + "cSld",
            Background("bg1"),
            Tree(
                Text(2, "Title", Placeholder("title", 0), SlideGeometry.Title, "ctr"),
                Text(3, "Body", new XElement(P + "ph", new XAttribute("type", "body"), new XAttribute("idx", 1)), SlideGeometry.Body, "t"),
                Text(4, "Footer", new XElement(P + "ph", new XAttribute("type", "ftr"), new XAttribute("sz", "quarter"), new XAttribute("idx", 3)), SlideGeometry.Footer, "ctr", SmallText("l")),
                Text(5, "Slide number", new XElement(P + "ph", new XAttribute("type", "sldNum"), new XAttribute("sz", "quarter"), new XAttribute("idx", 4)), SlideGeometry.SlideNumber, "ctr", SmallText("r")))),
        ColorMap(),
        new XElement(P + "sldLayoutIdLst", layouts.Select(layout =>
            new XElement(P + "sldLayoutId", new XAttribute("id", layout.Id), new XAttribute(R + "id", layout.RelationshipId)))),
        XElement.Parse(TextStyles));

    internal static XElement Notes() => new(P + "notesMaster", Namespaces,
        new XElement(P + "cSld",
            Background("bg1"),
            Tree(
                new XElement(P + "sp",
                    new XElement(P + "nvSpPr", Named(2, "Slide image"),
                        new XElement(P + "cNvSpPr", new XElement(A + "spLocks", new XAttribute("noGrp", 1), new XAttribute("noRot", 1), new XAttribute("noChangeAspect", 1))),
                        new XElement(P + "nvPr", Placeholder("sldImg", 2))),
                    new XElement(P + "spPr", Frame(new Box(54, 57, 432, 243)), Rectangle)),
                Text(3, "Notes", new XElement(P + "ph", new XAttribute("type", "body"), new XAttribute("sz", "quarter"), new XAttribute("idx", 3)), new Box(54, 340, 432, 330), "t"))),
        ColorMap(),
        new XElement(P + "notesStyle", new XElement(A + "lvl1pPr", new XAttribute("marL", 0), new XAttribute("algn", "l"),
            new XElement(A + "defRPr", new XAttribute("sz", 1200), SchemeFill("tx1"), Font("+mn")))));

    internal static XElement DefaultTextStyle() => new(P + "defaultTextStyle",
        new XElement(A + "defPPr", new XElement(A + "defRPr", new XAttribute("lang", "en"))),
        new XElement(A + "lvl1pPr", new XAttribute("marL", 0), new XAttribute("algn", "l"),
            new XElement(A + "defRPr", new XAttribute("sz", 1800), SchemeFill("tx1"), Font("+mn"))));

    internal static XElement Background(string color) => new(P + "bg", new XElement(P + "bgPr", SchemeFill(color), new XElement(A + "effectLst")));

    /// <summary>A text placeholder of a master or layout, with its own place and paragraph style.</summary>
    internal static XElement Text(int id, string name, XElement placeholder, Box box, string anchor, XElement? style = null, IEnumerable<XElement>? fill = null) => new(P + "sp",
        new XElement(P + "nvSpPr", Named(id, name),
            new XElement(P + "cNvSpPr", new XElement(A + "spLocks", new XAttribute("noGrp", 1))),
            new XElement(P + "nvPr", placeholder)),
        new XElement(P + "spPr", Frame(box), Rectangle, fill),
        new XElement(P + "txBody",
            new XElement(A + "bodyPr", new XAttribute("vert", "horz"), new XAttribute("wrap", "square"),
                new XAttribute("lIns", Emu(SlideGeometry.InsetX)), new XAttribute("tIns", Emu(SlideGeometry.InsetY)),
                new XAttribute("rIns", Emu(SlideGeometry.InsetX)), new XAttribute("bIns", Emu(SlideGeometry.InsetY)),
                new XAttribute("anchor", anchor), new XElement(A + "normAutofit")),
            style is null ? new XElement(A + "lstStyle") : new XElement(A + "lstStyle", style),
            new XElement(A + "p", Content(placeholder))));

    static object Content(XElement placeholder) => (string?)placeholder.Attribute("type") == "sldNum"
        ? new XElement(A + "fld", new XAttribute("id", SlideShapes.NumberFieldId), new XAttribute("type", "slidenum"), new XElement(A + "rPr", new XAttribute("lang", "en")), new XElement(A + "t", "‹#›"))
        : new XElement(A + "endParaRPr", new XAttribute("lang", "en"));

    internal static XElement Font(string theme) => new(A + "latin", new XAttribute("typeface", $"{theme}-lt"));

    /// <summary>Paragraphs without bullets, in one size and colour.</summary>
    internal static XElement Style(double size, string color, string align = "l", bool bold = false, bool italic = false, double before = 0, string font = "+mn") => new(A + "lvl1pPr",
        new XAttribute("marL", 0), new XAttribute("indent", 0), new XAttribute("algn", align),
        new XElement(A + "lnSpc", new XElement(A + "spcPct", new XAttribute("val", 100000))),
        new XElement(A + "spcBef", new XElement(A + "spcPts", new XAttribute("val", Centi(before)))),
        new XElement(A + "buNone"),
        new XElement(A + "defRPr", new XAttribute("sz", Centi(size)), new XAttribute("b", bold ? 1 : 0), new XAttribute("i", italic ? 1 : 0),
            SchemeFill(color), font.StartsWith('+') ? Font(font) : new XElement(A + "latin", new XAttribute("typeface", font))));

    static XElement SmallText(string align) => Style(12, "accent4", align);

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
          <p:otherStyle><a:lvl1pPr marL="0" algn="l"><a:defRPr sz="1800"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr></p:otherStyle>
        </p:txStyles>
        """;
}
