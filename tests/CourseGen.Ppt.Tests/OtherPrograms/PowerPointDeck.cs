using static CourseGen.Ppt.Tests.OtherPrograms.DeckParts;
using static CourseGen.Ppt.Tests.OtherPrograms.DeckXml;

namespace CourseGen.Ppt.Tests.OtherPrograms;

/// <summary>
/// What PowerPoint saves beside text: modern comments with their authors, sections, mc:AlternateContent, embedded fonts, SmartArt with its drawing,
/// tags, custom XML, p14 media, a chart with workbook and colours, handout master. Written to documentation, not by PowerPoint:
/// ISO/IEC 29500-1 §13 (parts) and 29500-3 (markup compatibility); [MS-PPTX] (p14 sections and media, p188 comments and authors);
/// [MS-ODRAWXML] (diagram drawing, chart colours).
/// </summary>
static class PowerPointDeck
{
    internal const string Author = "Reviewer";
    internal const string Comment = "Is this still so?";
    internal const string Reply = "It is.";
    const string P14 = "xmlns:p14=\"http://schemas.microsoft.com/office/powerpoint/2010/main\"";
    const string Microsoft = "http://schemas.microsoft.com/office/";
    const string AuthorId = "{0D1C2B3A-0000-4000-8000-000000000001}";
    const string Step = "{0D1C2B3A-0000-4000-8000-000000000032}";
    const int CreationId = 109857222;

    internal static byte[] Written() => new WrittenDeck().Frame(Presentation()).Core("From PowerPoint").App("Microsoft Office PowerPoint")
        .Default("mp4", "video/mp4").Default("fntdata", "application/x-fontdata")
        .Masters().Overview().Numbers().Film().Custom().Written();

    static string Presentation() =>
        $$"""
        <p:presentation {{Namespaces}} embedTrueTypeFonts="1" saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/>
        </p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId5"/></p:notesMasterIdLst><p:handoutMasterIdLst>
        <p:handoutMasterId r:id="rId6"/></p:handoutMasterIdLst><p:sldIdLst><p:sldId id="256" r:id="rId2"/><p:sldId id="311" r:id="rId3"/>
        <p:sldId id="258" r:id="rId4"/></p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/><p:embeddedFontLst>
        <p:embeddedFont><p:font typeface="Montserrat"/><p:regular r:id="rId7"/><p:bold r:id="rId8"/></p:embeddedFont></p:embeddedFontLst>
        <p:custDataLst><p:tags r:id="rId9"/></p:custDataLst>{{DefaultText()}}<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}">
        <p14:sectionLst {{P14}}><p14:section name="First part" id="{0D1C2B3A-0000-4000-8000-000000000011}"><p14:sldIdLst><p14:sldId id="256"/>
        </p14:sldIdLst></p14:section><p14:section name="Second part" id="{0D1C2B3A-0000-4000-8000-000000000012}"><p14:sldIdLst>
        <p14:sldId id="311"/><p14:sldId id="258"/></p14:sldIdLst></p14:section></p14:sectionLst></p:ext></p:extLst></p:presentation>
        """;

    static WrittenDeck Masters(this WrittenDeck deck) => deck
        .Relate("ppt/presentation.xml", "rId1", "slideMaster", "slideMasters/slideMaster1.xml")
        .Relate("ppt/presentation.xml", "rId5", "notesMaster", "notesMasters/notesMaster1.xml")
        .Relate("ppt/presentation.xml", "rId6", "handoutMaster", "handoutMasters/handoutMaster1.xml")
        .Relate("ppt/presentation.xml", "rId10", "theme", "theme/theme1.xml")
        .Relate("ppt/presentation.xml", "rId11", "presProps", "presProps.xml")
        .Relate("ppt/presentation.xml", "rId12", "viewProps", "viewProps.xml")
        .Relate("ppt/presentation.xml", "rId13", "tableStyles", "tableStyles.xml")
        .Part("ppt/slideMasters/slideMaster1.xml", Of("slideMaster"), Master([(2147483649, "rId1")]))
        .Relate("ppt/slideMasters/slideMaster1.xml", "rId1", "slideLayout", "../slideLayouts/slideLayout1.xml")
        .Relate("ppt/slideMasters/slideMaster1.xml", "rId2", "theme", "../theme/theme1.xml")
        .Part("ppt/slideLayouts/slideLayout1.xml", Of("slideLayout"), Layout("Title and Content", "type=\"obj\" preserve=\"1\""))
        .Relate("ppt/slideLayouts/slideLayout1.xml", "rId1", "slideMaster", "../slideMasters/slideMaster1.xml")
        .Part("ppt/theme/theme1.xml", DeckParts.Theme, DeckXml.Theme("Office Theme", "4472C4"))
        .Part("ppt/notesMasters/notesMaster1.xml", Of("notesMaster"), NotesMaster())
        .Relate("ppt/notesMasters/notesMaster1.xml", "rId1", "theme", "../theme/theme2.xml")
        .Part("ppt/theme/theme2.xml", DeckParts.Theme, DeckXml.Theme("Office Theme", "4472C4"))
        .Part("ppt/handoutMasters/handoutMaster1.xml", Of("handoutMaster"), HandoutMaster())
        .Relate("ppt/handoutMasters/handoutMaster1.xml", "rId1", "theme", "../theme/theme3.xml")
        .Part("ppt/theme/theme3.xml", DeckParts.Theme, DeckXml.Theme("Office Theme", "4472C4"));

    /// <summary>Links, a transition with a fallback, a tag, a modern comment with a reply.</summary>
    static WrittenDeck Overview(this WrittenDeck deck) => deck
        .Relate("ppt/presentation.xml", "rId2", "slide", "slides/slide1.xml")
        .Part("ppt/slides/slide1.xml", DeckParts.Slide, DeckXml.Slide("Overview", Body(3, SlideLink("To the film", "rId2") + WebLink("To the web", "rId3")), Transition,
            $$"""
            <p:custDataLst><p:tags r:id="rId5"/></p:custDataLst><p:extLst><p:ext uri="{BB962C8B-B14F-4D97-AF65-F5344CB8AC3E}">
            <p14:creationId {{P14}} val="{{CreationId}}"/></p:ext></p:extLst>
            """))
        .Relate("ppt/slides/slide1.xml", "rId1", "slideLayout", "../slideLayouts/slideLayout1.xml")
        .Relate("ppt/slides/slide1.xml", "rId2", "slide", "slide3.xml")
        .Relate("ppt/slides/slide1.xml", "rId3", "hyperlink", "https://example.org/a?b=c", external: true)
        .Relate("ppt/slides/slide1.xml", "rId4", "notesSlide", "../notesSlides/notesSlide1.xml")
        .Relate("ppt/slides/slide1.xml", "rId5", "tags", "../tags/tag2.xml")
        .Part("ppt/tags/tag2.xml", Of("tags"), $"""<p:tagLst {Namespaces}><p:tag name="KIND" val="overview"/></p:tagLst>""")
        .NotesOf(1, "Say what comes")
        .Relate("ppt/slides/slide1.xml", "rId6", $"{Microsoft}2018/10/relationships/comments", "../comments/modernComment_100_68C4686.xml")
        .Part("ppt/comments/modernComment_100_68C4686.xml", "application/vnd.ms-powerpoint.comments+xml", Comments)
        .Relate("ppt/presentation.xml", "rId14", $"{Microsoft}2018/10/relationships/authors", "authors.xml")
        .Part("ppt/authors.xml", "application/vnd.ms-powerpoint.authors+xml",
            $"""
            <p188:authorLst xmlns:p188="{Microsoft}powerpoint/2018/8/main">
            <p188:author id="{AuthorId}" name="{Author}" initials="R" userId="reviewer" providerId="None"/></p188:authorLst>
            """);

    /// <summary>A chart whose workbook has no number in its name, and SmartArt.</summary>
    static WrittenDeck Numbers(this WrittenDeck deck) => deck
        .Relate("ppt/presentation.xml", "rId3", "slide", "slides/slide2.xml")
        .Part("ppt/slides/slide2.xml", DeckParts.Slide, DeckXml.Slide("Numbers", ChartFrame(4, "Heights", "rId2") + GraphicFrame(5, "Steps",
            """
            <a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/diagram"><dgm:relIds
            xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram" r:dm="rId3" r:lo="rId4" r:qs="rId5" r:cs="rId6"/>
            </a:graphicData>
            """)))
        .Relate("ppt/slides/slide2.xml", "rId1", "slideLayout", "../slideLayouts/slideLayout1.xml")
        .Relate("ppt/slides/slide2.xml", "rId2", "chart", "../charts/chart1.xml")
        .ChartWithWorkbook("ppt/charts/chart1.xml", "Microsoft_Excel_Worksheet.xlsx", 1)
        .Relate("ppt/charts/chart1.xml", "rId2", $"{Microsoft}2011/relationships/chartColorStyle", "colors1.xml")
        .Part("ppt/charts/colors1.xml", "application/vnd.ms-office.chartcolorstyle+xml",
            $"""
            <cs:colorStyle xmlns:cs="{Microsoft}drawing/2012/chartStyle"
            xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" meth="cycle" id="10"><a:schemeClr val="accent1"/></cs:colorStyle>
            """)
        .Relate("ppt/slides/slide2.xml", "rId8", "notesSlide", "../notesSlides/notesSlide2.xml")
        .NotesOf(2, "Read the heights out")
        .SmartArt("ppt/slides/slide2.xml");

    /// <summary>A film, embedded once and named by two relationships.</summary>
    static WrittenDeck Film(this WrittenDeck deck) => deck
        .Relate("ppt/presentation.xml", "rId4", "slide", "slides/slide3.xml")
        .Part("ppt/slides/slide3.xml", DeckParts.Slide, DeckXml.Slide("Film", Picture(4, "film.mp4", "rId4",
            $$"""
            <p:nvPr><a:videoFile r:link="rId2"/><p:extLst><p:ext uri="{DAA4B4D4-6D71-4841-9C94-3DE7FCFB9230}"><p14:media {{P14}} r:embed="rId3"/>
            </p:ext></p:extLst></p:nvPr>
            """)))
        .Relate("ppt/slides/slide3.xml", "rId1", "slideLayout", "../slideLayouts/slideLayout1.xml")
        .Relate("ppt/slides/slide3.xml", "rId2", "video", "../media/media1.mp4")
        .Relate("ppt/slides/slide3.xml", "rId3", $"{Microsoft}2007/relationships/media", "../media/media1.mp4")
        .Relate("ppt/slides/slide3.xml", "rId4", "image", "../media/image1.png")
        .Part("ppt/media/media1.mp4", null, SampleFiles.Film(1))
        .Part("ppt/media/image1.png", null, Testing.Samples.Png(20, 10, 90));

    static WrittenDeck Custom(this WrittenDeck deck) => deck
        .Relate("ppt/presentation.xml", "rId7", "font", "fonts/font1.fntdata").Part("ppt/fonts/font1.fntdata", null, SampleFiles.Font(1))
        .Relate("ppt/presentation.xml", "rId8", "font", "fonts/font2.fntdata").Part("ppt/fonts/font2.fntdata", null, SampleFiles.Font(2))
        .Relate("ppt/presentation.xml", "rId9", "tags", "tags/tag1.xml")
        .Part("ppt/tags/tag1.xml", Of("tags"), $"""<p:tagLst {Namespaces}><p:tag name="OWNER" val="deck"/></p:tagLst>""")
        .Relate("ppt/presentation.xml", "rId15", "customXml", "../customXml/item1.xml")
        .Part("customXml/item1.xml", null, """<course xmlns="https://example.org/course">Tides</course>""")
        .Relate("customXml/item1.xml", "rId1", "customXmlProps", "itemProps1.xml")
        .Part("customXml/itemProps1.xml", "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
            """
            <ds:datastoreItem
            xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml" ds:itemID="{0D1C2B3A-0000-4000-8000-000000000021}">
            <ds:schemaRefs><ds:schemaRef ds:uri="https://example.org/course"/></ds:schemaRefs></ds:datastoreItem>
            """);

    static WrittenDeck NotesOf(this WrittenDeck deck, int slide, string text) => deck
        .Part($"ppt/notesSlides/notesSlide{slide}.xml", Of("notesSlide"), Notes(text))
        .Relate($"ppt/notesSlides/notesSlide{slide}.xml", "rId1", "notesMaster", "../notesMasters/notesMaster1.xml")
        .Relate($"ppt/notesSlides/notesSlide{slide}.xml", "rId2", "slide", $"../slides/slide{slide}.xml");

    static WrittenDeck SmartArt(this WrittenDeck deck, string slide) => deck
        .Diagram(slide, "rId3", "data", "Data", "dataModel",
            $$"""
            <dgm:ptLst><dgm:pt modelId="{0D1C2B3A-0000-4000-8000-000000000031}" type="doc"><dgm:prSet/><dgm:spPr/></dgm:pt>
            <dgm:pt modelId="{{Step}}"><dgm:prSet/><dgm:spPr/><dgm:t><a:bodyPr/><a:lstStyle/><a:p>
            {{Run("First step")}}</a:p></dgm:t></dgm:pt></dgm:ptLst><dgm:cxnLst/><dgm:bg/><dgm:whole/><dgm:extLst>
            <a:ext uri="http://schemas.microsoft.com/office/drawing/2008/diagram"><dsp:dataModelExt
            xmlns:dsp="http://schemas.microsoft.com/office/drawing/2008/diagram" relId="rId7" minVer="http://schemas.openxmlformats.org/drawingml/2006/diagram"/>
            </a:ext></dgm:extLst>
            """)
        .Diagram(slide, "rId4", "layout", "Layout", "layoutDef", """<dgm:layoutNode name="diagram"/>""")
        .Diagram(slide, "rId5", "quickStyle", "Style", "styleDef", """<dgm:styleLbl name="node0"/>""")
        .Diagram(slide, "rId6", "colors", "Colors", "colorsDef", """<dgm:styleLbl name="node0"/>""")
        .Relate(slide, "rId7", $"{Microsoft}2007/relationships/diagramDrawing", "../diagrams/drawing1.xml")
        .Part("ppt/diagrams/drawing1.xml", "application/vnd.ms-office.drawingml.diagramDrawing+xml",
            $"""
            <dsp:drawing xmlns:dsp="{Microsoft}drawing/2008/diagram" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><dsp:spTree>
            <dsp:nvGrpSpPr><dsp:cNvPr id="0" name=""/><dsp:cNvGrpSpPr/></dsp:nvGrpSpPr><dsp:grpSpPr/>
            <dsp:sp modelId="{Step}"><dsp:nvSpPr><dsp:cNvPr id="0" name=""/><dsp:cNvSpPr/></dsp:nvSpPr><dsp:spPr><a:xfrm><a:off x="3048000" y="304800"/>
            <a:ext cx="2743200" cy="1219200"/></a:xfrm><a:prstGeom prst="roundRect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="C0504D"/>
            </a:solidFill></dsp:spPr><dsp:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="en-US" sz="2400"/><a:t>First step</a:t></a:r></a:p>
            </dsp:txBody></dsp:sp></dsp:spTree></dsp:drawing>
            """);

    static WrittenDeck Diagram(this WrittenDeck deck, string slide, string id, string name, string kind, string root, string content) => deck
        .Relate(slide, id, $"diagram{char.ToUpperInvariant(name[0])}{name[1..]}", $"../diagrams/{name}1.xml")
        .Part($"ppt/diagrams/{name}1.xml", $"application/vnd.openxmlformats-officedocument.drawingml.diagram{kind}+xml",
            $"""
            <dgm:{root} xmlns:dgm="http://schemas.openxmlformats.org/drawingml/2006/diagram"
            xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"{(root == "dataModel" ? "" : $" uniqueId=\"urn:microsoft.com/office/officeart/2005/8/{name}\"")}>
            {content}</dgm:{root}>
            """);

    const string Transition =
        $"""
        <mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice {P14} Requires="p14">
        <p:transition spd="slow" p14:dur="2000"><p14:prism/></p:transition></mc:Choice><mc:Fallback><p:transition spd="slow"><p:fade/>
        </p:transition></mc:Fallback></mc:AlternateContent>
        """;

    static string Comments =>
        $$"""
        <p188:cmLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:p188="{{Microsoft}}powerpoint/2018/8/main">
        <p188:cm id="{0D1C2B3A-0000-4000-8000-000000000041}" authorId="{{AuthorId}}" created="2021-06-08T19:35:00.000"><pc:sldMkLst
        xmlns:pc="{{Microsoft}}powerpoint/2013/main/command"><pc:docMk/><pc:sldMk cId="{{CreationId}}" sldId="256"/></pc:sldMkLst><p188:replyLst>
        <p188:reply id="{0D1C2B3A-0000-4000-8000-000000000042}" authorId="{{AuthorId}}" created="2021-06-08T19:36:00.000">{{Text(Reply)}}
        </p188:reply></p188:replyLst>{{Text(Comment)}}</p188:cm></p188:cmLst>
        """;

    static string Text(string text) => $"<p188:txBody><a:bodyPr/><a:lstStyle/><a:p>{Run(text)}</a:p></p188:txBody>";
}
