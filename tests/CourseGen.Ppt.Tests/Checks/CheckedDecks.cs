using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Checks;
using CourseGen.Ppt.Decks;
using CourseGen.Ppt.Tests.Testing;

namespace CourseGen.Ppt.Tests.Checks;

/// <summary>A deck without a fault, of every layout, for tests to break in one place.</summary>
static class CheckedDecks
{
    internal const string Slide1 = "ppt/slides/slide1.xml";
    internal const string PictureSlide = "ppt/slides/slide4.xml";
    internal const string TableSlide = "ppt/slides/slide5.xml";
    internal const string CodeSlide = "ppt/slides/slide6.xml";
    internal const string Master = "ppt/slideMasters/slideMaster1.xml";

    /// <summary>Of a length that can be spoken.</summary>
    internal static string Notes { get; } = string.Join(' ', Enumerable.Repeat("Say this aloud and look at the room while you do.", 8));

    static readonly Lazy<byte[]> Good = new(() => Samples.Written(Of()));

    internal static byte[] Deck => Good.Value;

    internal static DeckContent Of(string style = "professional", string language = "en", string word = "Tide") => Samples.Deck(
        [
            Slide(SlideLayout.TitleContent, $"{word} tables", Samples.Bullets($"{word} one", $"{word} two")),
            Slide(SlideLayout.TwoColumns, $"{word} columns", Samples.Bullets($"{word} left") with { Heading = $"{word} before" }, Samples.Bullets($"{word} right") with { Heading = $"{word} after" }),
            Slide(SlideLayout.TitleContent, $"{word} note", Samples.Bullets($"{word} one", $"{word} two"), Samples.Callout($"{word} in a box")),
            Slide(SlideLayout.TextImageRight, $"{word} picture", Samples.Bullets($"{word} beside a picture"), Samples.Image("01-01-0001", $"{word} under a picture")),
            Slide(SlideLayout.Table, $"{word} levels", Samples.Table(4)),
            Slide(SlideLayout.Code, $"{word} sum", Samples.Code("print(1)\nprint(2)")),
            Slide(SlideLayout.Quote, $"{word} quote", new ContentBlock { Type = BlockType.Quote, Text = $"{word} and {word}", Attribution = "A. Author" }),
            Slide(SlideLayout.Summary, $"{word} summary", Samples.Bullets($"{word} one", $"{word} two")),
            Slide(SlideLayout.Section, $"{word} section"),
            Slide(SlideLayout.LessonTitle, $"{word} lesson", Samples.Text($"{word} goals")) with { Subtitle = $"{word} below" },
        ],
        style, language, new() { ["01-01-0001"] = new DeckPicture(Samples.Png(80, 60), "Ladder of levels from the seabed up", "") });

    internal static Slide Slide(SlideLayout layout, string title, params IReadOnlyList<ContentBlock> blocks) => Samples.Slide(layout, title, blocks) with { Notes = Notes };

    internal static IReadOnlyList<DeckFinding> Check(byte[] deck) => DeckCheck.Run(new MemoryStream(deck, writable: false), "deck.pptx");

    /// <summary>The one rule that the deck breaks.</summary>
    internal static DeckFinding OnlyFinding(byte[] deck, string rule)
    {
        var finding = Check(deck).ShouldHaveSingleItem();
        finding.Rule.ShouldBe(rule, finding.Message);
        return finding;
    }
}
