using static CourseGen.Ppt.Tests.OtherPrograms.DeckParts;
using static CourseGen.Ppt.Tests.OtherPrograms.DeckXml;

namespace CourseGen.Ppt.Tests.OtherPrograms;

/// <summary>
/// What python-pptx writes: its default template's eleven layouts, printer settings, thumbnail, and a slide size whose type stays
/// <c>screen4x3</c> when a program sets another; charts and workbooks named <c>chart%d.xml</c> and <c>Microsoft_Excel_Sheet%d.xlsx</c>. Written to documentation,
/// not by python-pptx: <c>src/pptx/templates/default.pptx</c> and <c>src/pptx/parts</c> of github.com/scanny/python-pptx;
/// the slide size's type as told in github.com/anthropics/skills issue 1167.
/// </summary>
static class PythonPptxDeck
{
    internal const int Layouts = 11;

    /// <param name="width">In EMU: 9144000 × 6858000 unless a program sets another.</param>
    internal static byte[] Written(int width = 12192000, int height = 6858000)
    {
        var deck = new WrittenDeck().Frame(Presentation(width, height)).Core("PowerPoint Presentation").App("Microsoft Macintosh PowerPoint")
            .Default("jpeg", "image/jpeg").Default("bin", "application/vnd.openxmlformats-officedocument.presentationml.printerSettings")
            .Relate("", "rId2", "http://schemas.openxmlformats.org/package/2006/relationships/metadata/thumbnail", "docProps/thumbnail.jpeg")
            .Part("docProps/thumbnail.jpeg", null, [0xFF, 0xD8, 0xFF, 0xD9])
            .Relate("ppt/presentation.xml", "rId1", "slideMaster", "slideMasters/slideMaster1.xml")
            .Relate("ppt/presentation.xml", "rId2", "printerSettings", "printerSettings/printerSettings1.bin")
            .Part("ppt/printerSettings/printerSettings1.bin", null, SampleFiles.Font(5))
            .Relate("ppt/presentation.xml", "rId3", "presProps", "presProps.xml")
            .Relate("ppt/presentation.xml", "rId4", "viewProps", "viewProps.xml")
            .Relate("ppt/presentation.xml", "rId5", "theme", "theme/theme1.xml")
            .Relate("ppt/presentation.xml", "rId6", "tableStyles", "tableStyles.xml")
            .Part("ppt/theme/theme1.xml", DeckParts.Theme, DeckXml.Theme("Office Theme", "4F81BD"))
            .Part("ppt/slideMasters/slideMaster1.xml", Of("slideMaster"), Master(Enumerable.Range(1, Layouts).Select(layout => ((uint)(2147483648 + layout), $"rId{layout}"))))
            .Relate("ppt/slideMasters/slideMaster1.xml", "rId12", "theme", "../theme/theme1.xml")
            .Part("ppt/notesMasters/notesMaster1.xml", Of("notesMaster"), NotesMaster())
            .Relate("ppt/presentation.xml", "rId9", "notesMaster", "notesMasters/notesMaster1.xml")
            .Relate("ppt/notesMasters/notesMaster1.xml", "rId1", "theme", "../theme/theme2.xml")
            .Part("ppt/theme/theme2.xml", DeckParts.Theme, DeckXml.Theme("Office Theme", "4F81BD"));
        for (var layout = 1; layout <= Layouts; layout++)
            deck.LayoutOf(layout);
        return deck.Slides().Written();
    }

    static string Presentation(int width, int height) =>
        $"""
        <p:presentation {Namespaces} saveSubsetFonts="1" autoCompressPictures="0"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/>
        </p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId9"/></p:notesMasterIdLst><p:sldIdLst><p:sldId id="256" r:id="rId7"/>
        <p:sldId id="257" r:id="rId8"/></p:sldIdLst><p:sldSz cx="{width}" cy="{height}" type="screen4x3"/><p:notesSz cx="6858000" cy="9144000"/>
        {DefaultText()}</p:presentation>
        """;

    static void LayoutOf(this WrittenDeck deck, int layout) => deck
        .Part($"ppt/slideLayouts/slideLayout{layout}.xml", Of("slideLayout"), Layout($"Layout {layout}", "preserve=\"1\""))
        .Relate($"ppt/slideLayouts/slideLayout{layout}.xml", "rId1", "slideMaster", "../slideMasters/slideMaster1.xml")
        .Relate("ppt/slideMasters/slideMaster1.xml", $"rId{layout}", "slideLayout", $"../slideLayouts/slideLayout{layout}.xml");

    static WrittenDeck Slides(this WrittenDeck deck) => deck
        .Relate("ppt/presentation.xml", "rId7", "slide", "slides/slide1.xml")
        .Part("ppt/slides/slide1.xml", DeckParts.Slide, DeckXml.Slide("Report", ChartFrame(4, "Chart 3", "rId2") + Picture(5, "Picture 4", "rId3")))
        .Relate("ppt/slides/slide1.xml", "rId1", "slideLayout", "../slideLayouts/slideLayout6.xml")
        .Relate("ppt/slides/slide1.xml", "rId2", "chart", "../charts/chart1.xml")
        .ChartWithWorkbook("ppt/charts/chart1.xml", "Microsoft_Excel_Sheet1.xlsx", 2)
        .Relate("ppt/slides/slide1.xml", "rId3", "image", "../media/image1.png")
        .Part("ppt/media/image1.png", null, Testing.Samples.Png(20, 10, 93))
        .Relate("ppt/slides/slide1.xml", "rId4", "notesSlide", "../notesSlides/notesSlide1.xml")
        .Part("ppt/notesSlides/notesSlide1.xml", Of("notesSlide"), Notes("From a script"))
        .Relate("ppt/notesSlides/notesSlide1.xml", "rId1", "notesMaster", "../notesMasters/notesMaster1.xml")
        .Relate("ppt/notesSlides/notesSlide1.xml", "rId2", "slide", "../slides/slide1.xml")
        .Relate("ppt/presentation.xml", "rId8", "slide", "slides/slide2.xml")
        .Part("ppt/slides/slide2.xml", DeckParts.Slide, DeckXml.Slide("Back", Body(3, SlideLink("To the report", "rId2"))))
        .Relate("ppt/slides/slide2.xml", "rId1", "slideLayout", "../slideLayouts/slideLayout2.xml")
        .Relate("ppt/slides/slide2.xml", "rId2", "slide", "slide1.xml");
}
