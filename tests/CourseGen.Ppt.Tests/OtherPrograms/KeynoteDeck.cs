using static CourseGen.Ppt.Tests.OtherPrograms.DeckParts;
using static CourseGen.Ppt.Tests.OtherPrograms.DeckXml;

namespace CourseGen.Ppt.Tests.OtherPrograms;

/// <summary>
/// What Keynote exports: several masters with all their layouts, whether a slide uses them or not; shapes named by their first words, such as
/// <c>Body Level One…</c>; the ma14 flag of text boxes that wrap; a picture that several layouts share. Every target is absolute here, which any
/// package may do. Written to documentation, not by Keynote: [MS-ODRAWXML] §2.13 (ma14), ISO/IEC 29500-2 §6 (absolute targets); names as in
/// repositories that hold XML of such exports (search for <c>Body Level One</c>).
/// </summary>
static class KeynoteDeck
{
    internal const int Masters = 2;
    internal const int LayoutsOfMaster = 15;

    internal static byte[] Written()
    {
        var deck = new WrittenDeck().Frame(Presentation()).Core("From Keynote").App("Keynote").Default("jpeg", "image/jpeg")
            .Relate("ppt/presentation.xml", "rId1", "presProps", "/ppt/presProps.xml")
            .Relate("ppt/presentation.xml", "rId2", "viewProps", "/ppt/viewProps.xml")
            .Relate("ppt/presentation.xml", "rId3", "tableStyles", "/ppt/tableStyles.xml")
            .Relate("ppt/presentation.xml", "rId4", "theme", "/ppt/theme/theme1.xml")
            .Relate("ppt/presentation.xml", "rId5", "notesMaster", "/ppt/notesMasters/notesMaster1.xml")
            .Part("ppt/notesMasters/notesMaster1.xml", Of("notesMaster"), NotesMaster())
            .Relate("ppt/notesMasters/notesMaster1.xml", "rId1", "theme", "/ppt/theme/theme3.xml")
            .Part("ppt/theme/theme3.xml", DeckParts.Theme, DeckXml.Theme("Notes", "888888", "Helvetica Neue"))
            .Part("ppt/media/image1.png", null, Testing.Samples.Png(30, 20, 92));
        for (var master = 1; master <= Masters; master++)
            deck.MasterWithLayouts(master);
        return deck.SlideOf(1, 1, "White", Body(3, SlideLink("To the second", "rId3"))).Relate("ppt/slides/slide1.xml", "rId3", "slide", "/ppt/slides/slide2.xml")
            .SlideOf(2, LayoutsOfMaster + 2, "Black", Picture(4, "Image", "rId3")).Relate("ppt/slides/slide2.xml", "rId3", "image", "/ppt/media/image1.png")
            .SlideOf(3, LayoutsOfMaster, "White again", Body(3, Run("Back"))).Written();
    }

    static string Presentation() =>
        $"""
        <p:presentation {Namespaces} saveSubsetFonts="1"><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId11"/>
        <p:sldMasterId id="2147483748" r:id="rId12"/></p:sldMasterIdLst><p:notesMasterIdLst><p:notesMasterId r:id="rId5"/></p:notesMasterIdLst>
        <p:sldIdLst><p:sldId id="256" r:id="rId21"/><p:sldId id="257" r:id="rId22"/><p:sldId id="258" r:id="rId23"/></p:sldIdLst>
        <p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/>{DefaultText()}</p:presentation>
        """;

    static void MasterWithLayouts(this WrittenDeck deck, int master)
    {
        var name = $"ppt/slideMasters/slideMaster{master}.xml";
        var layouts = Enumerable.Range(1, LayoutsOfMaster).ToList();
        deck.Relate("ppt/presentation.xml", $"rId1{master}", "slideMaster", $"/{name}")
            .Part(name, Of("slideMaster"), Master(layouts.Select(layout => ((uint)(2147483648 + ((master - 1) * 100) + layout), $"rId{layout}"))))
            .Relate(name, "rId100", "theme", $"/ppt/theme/theme{master}.xml")
            .Part($"ppt/theme/theme{master}.xml", DeckParts.Theme, DeckXml.Theme(master == 1 ? "White" : "Black", master == 1 ? "00A2FF" : "FF644E", "Helvetica Neue"));
        foreach (var layout in layouts)
            deck.LayoutOf(master, layout);
    }

    static void LayoutOf(this WrittenDeck deck, int master, int layout)
    {
        var number = ((master - 1) * LayoutsOfMaster) + layout;
        var name = $"ppt/slideLayouts/slideLayout{number}.xml";
        deck.Part(name, Of("slideLayout"), Layout(layout == 1 ? "Title - Center" : $"Photo - {layout}", "userDrawn=\"1\"", layout > 10 ? Picture(7, "Image", "rId2") : Wrapping))
            .Relate($"ppt/slideMasters/slideMaster{master}.xml", $"rId{layout}", "slideLayout", $"/{name}")
            .Relate(name, "rId1", "slideMaster", $"/ppt/slideMasters/slideMaster{master}.xml");
        if (layout > 10)
            deck.Relate(name, "rId2", "image", "/ppt/media/image1.png");
    }

    static WrittenDeck SlideOf(this WrittenDeck deck, int number, int layout, string title, string shapes) => deck
        .Relate("ppt/presentation.xml", $"rId2{number}", "slide", $"/ppt/slides/slide{number}.xml")
        .Part($"ppt/slides/slide{number}.xml", DeckParts.Slide, DeckXml.Slide(title, shapes, """<p:transition spd="med" advClick="1"/>""", titleName: title))
        .Relate($"ppt/slides/slide{number}.xml", "rId1", "slideLayout", $"/ppt/slideLayouts/slideLayout{layout}.xml")
        .Relate($"ppt/slides/slide{number}.xml", "rId2", "notesSlide", $"/ppt/notesSlides/notesSlide{number}.xml")
        .Part($"ppt/notesSlides/notesSlide{number}.xml", Of("notesSlide"), Notes($"Notes of {title}", "Body Level One…"))
        .Relate($"ppt/notesSlides/notesSlide{number}.xml", "rId1", "slide", $"/ppt/slides/slide{number}.xml")
        .Relate($"ppt/notesSlides/notesSlide{number}.xml", "rId2", "notesMaster", "/ppt/notesMasters/notesMaster1.xml");

    static string Wrapping => Placeholder(7, "Body Level One…", "type=\"body\" sz=\"quarter\" idx=\"21\"", Run("Body Level One")).Replace("<p:spPr/>",
        """
        <p:spPr><a:xfrm><a:off x="838200" y="838200"/><a:ext cx="1828800" cy="609600"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>
        <a:extLst><a:ext uri="{C572A759-6A51-4108-AA02-DFA0A04FC94B}"><ma14:wrappingTextBoxFlag
        xmlns:ma14="http://schemas.microsoft.com/office/mac/drawingml/2011/main" val="1"/></a:ext></a:extLst></p:spPr>
        """);
}
