using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Decks;

namespace CourseGen.Ppt.Tests.Decks;

public sealed class DeckWriterTests
{
    static readonly Dictionary<string, DeckPicture> Pictures = new()
    {
        ["01-01-0001"] = new(Samples.Png(640, 360), "A grey rectangle that stands for a diagram"),
    };

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
}
