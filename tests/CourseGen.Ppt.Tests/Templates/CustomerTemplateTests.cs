using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Decks;
using CourseGen.Ppt.Packages;
using CourseGen.Ppt.Tests.Testing;
using DocumentFormat.OpenXml.Packaging;
using P = DocumentFormat.OpenXml.Presentation;

namespace CourseGen.Ppt.Tests.Templates;

public sealed class CustomerTemplateTests
{
    static readonly Slide[] Slides =
    [
        Samples.Slide(SlideLayout.Cover, "Harbour tides", Samples.Text("180 min")) with { Subtitle = "For small craft" },
        Samples.Slide(SlideLayout.Section, "Module 1", Samples.Bullets("1.1 Levels", "1.2 Springs")) with { Subtitle = "How tides work" },
        Samples.Slide(SlideLayout.TitleContent, "Content", Samples.Bullets("One", "Two"), Samples.Callout("Never trust a single figure")),
        Samples.Slide(SlideLayout.TextImageRight, "Picture", Samples.Bullets("One", "Two"), Samples.Image("p")),
        Samples.Slide(SlideLayout.TwoColumns, "Columns", Samples.Bullets("One") with { Heading = "Springs" }, Samples.Bullets("Two") with { Heading = "Neaps" }),
        Samples.Slide(SlideLayout.Table, "Table", Samples.Text("Three days"), Samples.Table(3)),
        Samples.Slide(SlideLayout.Code, "Code", Samples.Bullets("Reads a height"), Samples.Code("print(1)")),
        Samples.Slide(SlideLayout.Quote, "Quote", new ContentBlock { Type = BlockType.Quote, Text = "Time and tide", Attribution = "Proverb" }),
        Samples.Slide(SlideLayout.Closing, "Thank you"),
    ];

    [Fact]
    public void A_template_with_every_layout_serves_every_kind_of_slide()
    {
        var (deck, written) = Write(Template());
        DeckChecks.ShouldBeValid(deck);
        written.Template.ShouldAllBe(match => match.Matched && match.Missing.Count == 0);
        DeckChecks.Layouts(deck).ShouldBe(Slides.Select(slide => DeckLayouts.NameOf(slide.Layout)));
        DeckChecks.Titles(deck).ShouldBe(Slides.Select(slide => slide.Title));
        DeckChecks.Open(deck, presentation => presentation.SlideMasterParts.Single().ThemePart!.Theme.Name!.Value).ShouldBe("CourseGen minimal");
    }

    [Fact]
    public void What_a_template_lacks_is_reported_and_its_content_stands_on_the_slide_all_the_same()
    {
        var (deck, written) = Write(Few());
        DeckChecks.ShouldBeValid(deck);
        written.Template.Where(match => match.Matched).Select(match => (match.Layout, match.TemplateLayout)).ShouldBe(
            [(SlideLayout.Cover, "Portada"), (SlideLayout.TitleContent, "Our content"), (SlideLayout.TwoColumns, "Dos columnas")]);
        written.Template.Single(match => match.Layout == SlideLayout.Table).TemplateLayout.ShouldBe("Our content");
        written.Template.Single(match => match.Layout == SlideLayout.Table).Missing.ShouldBe(["Table"]);
        written.Template.Single(match => match.Layout == SlideLayout.TextImageRight).Missing.ShouldBe(["Picture"]);
        DeckChecks.Layouts(deck).ShouldBe(["Portada", "Our content", "Our content", "Our content", "Dos columnas", "Our content", "Our content", "Our content", "Portada"]);
        var texts = DeckChecks.Texts(deck);
        texts[2].ShouldContain("Never trust a single figure");
        texts[4].ShouldContain("Springs");
        texts[5].ShouldContain("value 3.3");
        texts[6].ShouldContain("print(1)");
        texts[7].ShouldContain("— Proverb");
        DeckChecks.Read(deck, slide => slide.Slide.Descendants<P.Picture>().Count()).Sum().ShouldBe(1);
    }

    [Fact]
    public void The_templates_slides_are_left_out() =>
        DeckChecks.Titles(Write(Template()).Deck).ShouldNotContain("A slide of the template");

    [Fact]
    public void The_same_template_gives_the_same_bytes() => Write(Few()).Deck.ShouldBe(Write(Few()).Deck);

    [Fact]
    public void What_is_no_template_is_refused_before_anything_is_written()
    {
        using var output = new MemoryStream();
        Should.Throw<DeckRefusedException>(() => SlideDeck.Write(output, new DeckProperties("T", null, "en"), "modern", Slides, _ => null, new MemoryStream("no deck"u8.ToArray())));
        output.Length.ShouldBe(0);
    }

    static (byte[] Deck, WrittenDeck Written) Write(byte[] template)
    {
        using var deck = new MemoryStream();
        var written = SlideDeck.Write(deck, new DeckProperties("Harbour tides", null, "en"), "professional", Slides, _ => Samples.Png(640, 360), new MemoryStream(template));
        return (deck.ToArray(), written);
    }

    static byte[] Template() => Samples.Written(Samples.Deck([Samples.Slide(SlideLayout.TitleContent, "A slide of the template", Samples.Bullets("One"))], "minimal"));

    /// <summary>A template with three layouts, named by its people; they are found by name or by type.</summary>
    static byte[] Few()
    {
        using var stream = new MemoryStream();
        stream.Write(Template());
        using (var document = PresentationDocument.Open(stream, isEditable: true))
        {
            var presentation = document.PresentationPart!;
            foreach (var slide in presentation.SlideParts.ToList())
                presentation.DeletePart(slide);
            presentation.Presentation.SlideIdList!.RemoveAllChildren();
            presentation.Presentation.PresentationExtensionList?.Remove();
            var master = presentation.SlideMasterParts.Single();
            var names = new Dictionary<string, string> { ["Cover"] = "Portada", ["Title and content"] = "Our content", ["Two columns"] = "Dos columnas" };
            foreach (var layout in master.SlideLayoutParts.ToList())
            {
                if (names.TryGetValue(layout.SlideLayout.CommonSlideData!.Name!.Value!, out var name))
                {
                    layout.SlideLayout.CommonSlideData.Name = name;
                    continue;
                }
                var id = master.GetIdOfPart(layout);
                master.SlideMaster.SlideLayoutIdList!.Elements<P.SlideLayoutId>().Single(entry => entry.RelationshipId == id).Remove();
                master.DeletePart(layout);
            }
        }
        return stream.ToArray();
    }
}
