using static CourseGen.Ppt.Tests.OtherPrograms.DeckParts;
using static CourseGen.Ppt.Tests.OtherPrograms.DeckXml;

namespace CourseGen.Ppt.Tests.OtherPrograms;

/// <summary>
/// What Google Slides exports: no docProps, a binary part <c>ppt/metadata</c> of no extension that an extension of the presentation names, shapes called
/// <c>Google Shape;54;p13</c>, layouts in capitals, fonts named by face, text of 14 points in black Arial that does not say so itself, notes pages that are numbered otherwise than their slides, links between slides with
/// absolute targets. Written to documentation, not by Google Slides: the names are those that repositories which take such files apart
/// describe (search for <c>GoogleSlidesCustomDataVersion2</c> and <c>presentationmetadata</c>); absolute targets are ISO/IEC 29500-2 §6.
/// </summary>
static class GoogleSlidesDeck
{
    /// <param name="width">In EMU: the program's own page is 9144000 × 5143500; a custom page may have ours.</param>
    internal static byte[] Written(int width = 12192000, int height = 6858000) => new WrittenDeck().Frame(Presentation(width, height))
        .Default("fntdata", "application/x-fontdata")
        .Relate("ppt/presentation.xml", "rId1", "theme", "theme/theme2.xml")
        .Relate("ppt/presentation.xml", "rId2", "viewProps", "viewProps.xml")
        .Relate("ppt/presentation.xml", "rId3", "presProps", "presProps.xml")
        .Relate("ppt/presentation.xml", "rId4", "tableStyles", "tableStyles.xml")
        .Relate("ppt/presentation.xml", "rId5", "slideMaster", "slideMasters/slideMaster1.xml")
        .Relate("ppt/presentation.xml", "rId6", "notesMaster", "notesMasters/notesMaster1.xml")
        .Part("ppt/slideMasters/slideMaster1.xml", Of("slideMaster"), Master([(2147483648, "rId1"), (2147483649, "rId2")]))
        .Relate("ppt/slideMasters/slideMaster1.xml", "rId1", "slideLayout", "../slideLayouts/slideLayout1.xml")
        .Relate("ppt/slideMasters/slideMaster1.xml", "rId2", "slideLayout", "../slideLayouts/slideLayout2.xml")
        .Relate("ppt/slideMasters/slideMaster1.xml", "rId3", "theme", "../theme/theme1.xml")
        .Part("ppt/theme/theme1.xml", DeckParts.Theme, DeckXml.Theme("Simple Light", "4285F4", "Arial"))
        .Part("ppt/theme/theme2.xml", DeckParts.Theme, DeckXml.Theme("Office", "4285F4", "Arial"))
        .LayoutNamed(1, "TITLE", "matchingName=\"Title slide\" type=\"title\"").LayoutNamed(2, "TITLE_AND_BODY", "matchingName=\"Title and body\" type=\"tx\"")
        .Part("ppt/notesMasters/notesMaster1.xml", Of("notesMaster"), NotesMaster())
        .Relate("ppt/notesMasters/notesMaster1.xml", "rId1", "theme", "../theme/theme2.xml")
        .Slides()
        .Relate("ppt/presentation.xml", "rId10", "font", "fonts/Roboto-regular.fntdata").Part("ppt/fonts/Roboto-regular.fntdata", null, SampleFiles.Font(3))
        .Relate("ppt/presentation.xml", "rId11", "http://customschemas.google.com/relationships/presentationmetadata", "metadata")
        .Part("ppt/metadata", "application/binary", SampleFiles.Font(4)).Written();

    static string Presentation(int width, int height) =>
        $"""
        <p:presentation {Namespaces} strictFirstAndLastChars="0" embedTrueTypeFonts="1" saveSubsetFonts="1" autoCompressPictures="0">
        <p:sldMasterIdLst><p:sldMasterId id="2147483650" r:id="rId5"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId6"/>
        </p:notesMasterIdLst><p:sldIdLst><p:sldId id="256" r:id="rId7"/><p:sldId id="257" r:id="rId8"/></p:sldIdLst>
        <p:sldSz cx="{width}" cy="{height}"/><p:notesSz cx="6858000" cy="9144000"/><p:embeddedFontLst><p:embeddedFont><p:font typeface="Roboto"/>
        <p:regular r:id="rId10"/></p:embeddedFont></p:embeddedFontLst>{DefaultText(1400, "<a:srgbClr val=\"000000\"/>", "Arial")}<p:extLst><p:ext uri="GoogleSlidesCustomDataVersion2">
        <go:slidesCustomData xmlns:go="http://customooxmlschemas.google.com/" r:id="rId11" roundtripDataSignature="AMtx7mg"/></p:ext></p:extLst>
        </p:presentation>
        """;

    static WrittenDeck LayoutNamed(this WrittenDeck deck, int number, string name, string attributes) => deck
        .Part($"ppt/slideLayouts/slideLayout{number}.xml", Of("slideLayout"), Layout(name, attributes))
        .Relate($"ppt/slideLayouts/slideLayout{number}.xml", "rId1", "slideMaster", "../slideMasters/slideMaster1.xml");

    static WrittenDeck Slides(this WrittenDeck deck) => deck
        .Relate("ppt/presentation.xml", "rId7", "slide", "slides/slide1.xml")
        .Part("ppt/slides/slide1.xml", DeckParts.Slide, DeckXml.Slide("Tides",
            Body(55, SlideLink("To the picture", "rId3")), titleName: "Google Shape;54;p13"))
        .Relate("ppt/slides/slide1.xml", "rId1", "slideLayout", "../slideLayouts/slideLayout1.xml")
        .Relate("ppt/slides/slide1.xml", "rId2", "notesSlide", "../notesSlides/notesSlide2.xml")
        .Relate("ppt/slides/slide1.xml", "rId3", "slide", "/ppt/slides/slide2.xml")
        .NotesOf(2, 1, "Greet")
        .Relate("ppt/presentation.xml", "rId8", "slide", "slides/slide2.xml")
        .Part("ppt/slides/slide2.xml", DeckParts.Slide, DeckXml.Slide("A picture", Picture(60, "Google Shape;60;g2f", "rId3") + TextBox(61, "Google Shape;61;g2f", "Beside it", 4572000, 1825625)
            + Table(62, "Google Shape;62;g2f", "High water", "4.4 m", 4572000, 3200400), titleName: "Google Shape;59;g2f"))
        .Relate("ppt/slides/slide2.xml", "rId1", "slideLayout", "../slideLayouts/slideLayout2.xml")
        .Relate("ppt/slides/slide2.xml", "rId2", "notesSlide", "../notesSlides/notesSlide1.xml")
        .Relate("ppt/slides/slide2.xml", "rId3", "image", "../media/image2.png")
        .NotesOf(1, 2, "Point at it")
        .Part("ppt/media/image2.png", null, Testing.Samples.Png(20, 10, 91));

    static WrittenDeck NotesOf(this WrittenDeck deck, int number, int slide, string text) => deck
        .Part($"ppt/notesSlides/notesSlide{number}.xml", Of("notesSlide"), Notes(text, $"Google Shape;50;p{slide}:notes"))
        .Relate($"ppt/notesSlides/notesSlide{number}.xml", "rId1", "notesMaster", "../notesMasters/notesMaster1.xml")
        .Relate($"ppt/notesSlides/notesSlide{number}.xml", "rId2", "slide", $"../slides/slide{slide}.xml");
}
