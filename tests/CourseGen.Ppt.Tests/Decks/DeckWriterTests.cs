using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Decks;
using CourseGen.Ppt.Tests.Testing;
using DocumentFormat.OpenXml.Packaging;
using A = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Presentation;

namespace CourseGen.Ppt.Tests.Decks;

public sealed class DeckWriterTests
{
    static readonly Dictionary<string, DeckPicture> Pictures = new() { ["01-01-0001"] = new(Samples.Png(640, 360), "A grey rectangle that stands for a diagram") };

    static readonly Slide[] OneOfEach =
    [
        Samples.Slide(SlideLayout.Cover, "Harbour tides for small craft", Samples.Text("CourseGen · 180 min")) with { Subtitle = "Reading the tables and planning with them" },
        Samples.Slide(SlideLayout.Agenda, "Agenda", Samples.Bullets("How tides work", "Planning a passage")),
        Samples.Slide(SlideLayout.Section, "Module 1: How tides work", Samples.Bullets("1.1 Levels", "1.2 Springs and neaps")) with { Subtitle = "Levels and the cycle" },
        Samples.Slide(SlideLayout.LessonTitle, "1.2 Springs, Neaps and the Tidal Cycle") with { Subtitle = "Why no two weekends are alike" },
        Samples.Slide(SlideLayout.TitleContent, "Content", Samples.Bullets("One", "Two"), Samples.Callout("Never trust a single figure")),
        Samples.Slide(SlideLayout.TextImageLeft, "Picture left", Samples.Bullets("One", "Two"), Samples.Image("01-01-0001")),
        Samples.Slide(SlideLayout.TextImageRight, "Picture right", Samples.Bullets("One", "Two"), Samples.Image("01-01-0001")),
        Samples.Slide(SlideLayout.TwoColumns, "Two columns", Samples.Bullets("One") with { Heading = "Springs" }, Samples.Bullets("Two") with { Heading = "Neaps" }),
        Samples.Slide(SlideLayout.Table, "Table", Samples.Text("Three days"), Samples.Table(4)),
        Samples.Slide(SlideLayout.Code, "Code", Samples.Bullets("Reads a height"), Samples.Code("def height(t):\n    return 2.0 + t\n\nprint(height(1))")),
        Samples.Slide(SlideLayout.Quote, "Quote", new ContentBlock { Type = BlockType.Quote, Text = "Time and tide wait for no man", Attribution = "Proverb" }),
        Samples.Slide(SlideLayout.Summary, "Summary", Samples.Bullets("One", "Two")),
        Samples.Slide(SlideLayout.References, "References", Samples.Bullets("NOAA (noaa.gov)")),
        Samples.Slide(SlideLayout.Glossary, "Glossary", Samples.Bullets("Neap: a weak tide")),
        Samples.Slide(SlideLayout.Closing, "Thank you"),
    ];

    [Theory]
    [InlineData("professional")]
    [InlineData("modern")]
    [InlineData("minimal")]
    public void A_deck_of_every_layout_is_valid_in_every_style(string style) =>
        DeckChecks.ShouldBeValid(Samples.Written(Samples.Deck(OneOfEach, style, pictures: Pictures)));

    [Fact]
    public void Every_slide_has_its_title_layout_and_notes()
    {
        var deck = Samples.Written(Samples.Deck(OneOfEach, pictures: Pictures));
        DeckChecks.Titles(deck).ShouldBe(OneOfEach.Select(slide => slide.Title));
        DeckChecks.Layouts(deck).ShouldBe(OneOfEach.Select(slide => DeckLayouts.NameOf(slide.Layout)));
        DeckChecks.Notes(deck).ShouldAllBe(notes => notes == Samples.Notes);
    }

    [Fact]
    public void There_is_one_master_and_a_picture_shown_twice_is_stored_once()
    {
        var deck = Samples.Written(Samples.Deck(OneOfEach, pictures: Pictures));
        DeckChecks.Open(deck, presentation => presentation.SlideMasterParts.Count()).ShouldBe(1);
        DeckChecks.Open(deck, presentation => presentation.NotesMasterPart).ShouldNotBeNull();
        DeckChecks.Read(deck, slide => slide.ImageParts.Select(image => image.Uri.ToString()).ToList()).SelectMany(uris => uris).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public void Pictures_carry_their_alt_text_and_tables_their_header_row()
    {
        var deck = Samples.Written(Samples.Deck(OneOfEach, pictures: Pictures));
        DeckChecks.Read(deck, slide => slide.Slide.Descendants<P.Picture>().Select(picture => picture.NonVisualPictureProperties!.NonVisualDrawingProperties!.Description?.Value))
            .SelectMany(texts => texts).ShouldBe([Pictures["01-01-0001"].AltText, Pictures["01-01-0001"].AltText]);
        DeckChecks.Read(deck, slide => slide.Slide.Descendants<A.Table>().SingleOrDefault()).OfType<A.Table>().Single().TableProperties!.FirstRow!.Value.ShouldBeTrue();
    }

    [Fact]
    public void Titles_come_first_in_reading_order() => DeckChecks.Read(Samples.Written(Samples.Deck(OneOfEach, pictures: Pictures)), slide =>
        slide.Slide.CommonSlideData!.ShapeTree!.Elements<P.Shape>().First().Descendants<P.PlaceholderShape>().Single().Type!.Value).ShouldAllBe(type => type == P.PlaceholderValues.Title || type == P.PlaceholderValues.CenteredTitle);

    [Fact]
    public void Nothing_stands_outside_its_slide_or_on_something_else() => DeckChecks.Read(Samples.Written(Samples.Deck(OneOfEach, pictures: Pictures)), slide =>
    {
        var boxes = slide.Slide.CommonSlideData!.ShapeTree!.ChildElements.Select(shape => DeckChecks.BoxOf(shape, slide)).OfType<Box>().ToList();
        boxes.ShouldAllBe(box => box.X >= 0 && box.Y >= 0 && box.Right <= Box.SlideWidth && box.Bottom <= Box.SlideHeight);
        foreach (var (box, index) in boxes.Select((box, index) => (box, index)))
            boxes.Skip(index + 1).ShouldAllBe(other => other.X >= box.Right - 0.1 || box.X >= other.Right - 0.1 || other.Y >= box.Bottom - 0.1 || box.Y >= other.Bottom - 0.1, DeckChecks.TitleOf(slide));
        return true;
    });

    [Fact]
    public void Every_run_of_text_names_its_language() => DeckChecks.Read(Samples.Written(Samples.Deck(OneOfEach, language: "es-MX", pictures: Pictures)), slide =>
        slide.Slide.Descendants<A.Run>().All(run => run.RunProperties?.Language?.Value == "es-MX")).ShouldAllBe(named => named);

    [Fact]
    public void A_missing_picture_is_a_note_in_its_place()
    {
        var deck = Samples.Written(Samples.Deck([Samples.Slide(SlideLayout.TextImageLeft, "Title", Samples.Bullets("One"), Samples.Image("09-09-0009"))], language: "es"));
        DeckChecks.ShouldBeValid(deck);
        DeckChecks.Texts(deck)[0].ShouldContain("No se pudo crear esta imagen");
    }

    [Fact]
    public void The_legend_of_a_picture_stands_in_its_caption_and_in_the_notes()
    {
        var picture = Pictures["01-01-0001"] with { Legend = "1 = 海図, 2 = مد" };
        var deck = Samples.Written(Samples.Deck([Samples.Slide(SlideLayout.TextImageLeft, "Title", Samples.Bullets("One"), Samples.Image("p", "Levels"))], pictures: new() { ["p"] = picture }));
        DeckChecks.ShouldBeValid(deck);
        DeckChecks.Texts(deck)[0].ShouldContain("Levels (1 = 海図, 2 = مد)");
        DeckChecks.Notes(deck)[0].ShouldBe($"{Samples.Notes}\n{picture.Legend}");
    }

    [Fact]
    public void A_legend_too_long_for_a_caption_stands_in_the_notes_alone()
    {
        var picture = Pictures["01-01-0001"] with { Legend = string.Join(", ", Enumerable.Range(1, 40).Select(number => $"{number} = 海図海図海図")) };
        var deck = Samples.Written(Samples.Deck([Samples.Slide(SlideLayout.TextImageLeft, "Title", Samples.Bullets("One"), Samples.Image("p", "Levels"))], pictures: new() { ["p"] = picture }));
        DeckChecks.Texts(deck)[0].ShouldNotContain("海図");
        DeckChecks.Notes(deck)[0].ShouldContain(picture.Legend);
    }

    [Fact]
    public void Text_of_every_script_survives()
    {
        const string Arabic = "المد والجزر في الميناء";
        const string Mixed = "🌊 Ебб & <flow> \"潮汐\" 👩‍🚀";
        var deck = Samples.Written(Samples.Deck([Samples.Slide(SlideLayout.TitleContent, Arabic, Samples.Bullets(Mixed, Arabic))], language: "ar"));
        DeckChecks.ShouldBeValid(deck);
        DeckChecks.Titles(deck).ShouldBe([Arabic]);
        DeckChecks.Texts(deck)[0].ShouldContain(Mixed);
        DeckChecks.Read(deck, slide => slide.Slide.Descendants<A.ParagraphProperties>().Count(paragraph => paragraph.RightToLeft?.Value == true)).ShouldBe([4]);
    }

    [Fact]
    public void Characters_that_XML_forbids_are_left_out_of_every_text()
    {
        const string Bad = "a\u0000b\u0008c\uFFFEd\uD83Ee";
        var slide = Samples.Slide(
            SlideLayout.Table, Bad, Samples.Text(Bad), Samples.Code(Bad), Samples.Image("x", Bad), Samples.Callout(Bad),
            new ContentBlock { Type = BlockType.Table, Headers = [Bad], Rows = [[Bad]] }) with
        { Notes = Bad, Subtitle = Bad };
        var deck = Samples.Written(Samples.Deck([slide]) with { Title = Bad, Author = Bad, Footer = Bad });
        DeckChecks.ShouldBeValid(deck);
        DeckChecks.Texts(deck).ShouldAllBe(text => text.Contains("abcde"));
    }

    [Fact]
    public void The_same_content_gives_the_same_bytes() =>
        Samples.Written(Samples.Deck(OneOfEach, pictures: Pictures)).ShouldBe(Samples.Written(Samples.Deck(OneOfEach, pictures: Pictures)));

    [Fact]
    public void The_documents_properties_are_set()
    {
        using var document = PresentationDocument.Open(new MemoryStream(Samples.Written(Samples.Deck(OneOfEach, language: "es"))), isEditable: false);
        document.PackageProperties.Title.ShouldBe("Harbour tides");
        document.PackageProperties.Creator.ShouldBe("A. Author");
        document.PackageProperties.Language.ShouldBe("es");
    }

    [Theory]
    [InlineData(SlideLayout.TitleContent)]
    [InlineData(SlideLayout.LessonTitle)]
    public void A_very_long_title_is_set_smaller_and_stays_whole(SlideLayout layout)
    {
        var title = string.Join(' ', Enumerable.Repeat("Long", 40));
        DeckChecks.Titles(Samples.Written(Samples.Deck([Samples.Slide(layout, title, Samples.Bullets("One"))]))).ShouldBe([title]);
        DeckTemplate.Default.Fit.TitleSize(title, DeckTemplate.Default[layout].Title).ShouldBeGreaterThanOrEqualTo(20);
    }
}
