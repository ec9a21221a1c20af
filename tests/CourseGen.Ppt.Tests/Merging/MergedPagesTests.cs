using CourseGen.Ppt.Tests.Checks;
using CourseGen.Ppt.Tests.OtherPrograms;
using CourseGen.Ppt.Tests.Testing;

namespace CourseGen.Ppt.Tests.Merging;

/// <summary>A merged deck shows, one after the other, the pages that its decks show by themselves.</summary>
public sealed class MergedPagesTests(ProgramDecks programs) : IClassFixture<ProgramDecks>
{
    const int Width = 320;
    /// <summary>Letters of scaled slides stand a part of a pixel elsewhere, and numbers of slides count on. Slides that differ in a word
    /// differ by more than twice as much.</summary>
    const double MostMean = 0.5, MostShare = 0.003;
    static readonly (int Width, int Height) SmallWide = (9144000, 5143500), Small = (9144000, 6858000), Large = (12192000, 9144000);

    /// <summary>LibreOffice lays a larger chart out anew.</summary>
    const double MostMeanOfCharts = 1, MostShareOfCharts = 0.01;
    const string ScaledCharts = "two pages of 4:3 with charts";

    static readonly Dictionary<string, Func<ProgramDecks, byte[][]>> Merged = new()
    {
        ["charts, SmartArt, film and comments"] = _ => [ProgramDecks.Ours, PowerPointDeck.Written(), RichDeck.Full("Rich").Save(), KeynoteDeck.Written(), PythonPptxDeck.Written()],
        ["every layout, in three styles"] = _ => [CheckedDecks.Deck, Samples.Written(CheckedDecks.Of("modern")), Samples.Written(CheckedDecks.Of("minimal", "ar", "المد والجزر"))],
        ["other default text on a page of one size"] = _ => [GoogleSlidesDeck.Written(), ProgramDecks.Ours, PowerPointDeck.Written()],
        ["a page of 10 × 5.63 inches after ours"] = _ => [ProgramDecks.Ours, GoogleSlidesDeck.Written(SmallWide.Width, SmallWide.Height)],
        ["ours after a page of 10 × 5.63 inches"] = _ => [GoogleSlidesDeck.Written(SmallWide.Width, SmallWide.Height), CheckedDecks.Deck],
        ["two pages of 4:3"] = _ => [GoogleSlidesDeck.Written(Small.Width, Small.Height), GoogleSlidesDeck.Written(Large.Width, Large.Height)],
        [ScaledCharts] = _ => [PythonPptxDeck.Written(Small.Width, Small.Height), PythonPptxDeck.Written(Large.Width, Large.Height)],
        ["saved again by LibreOffice"] = decks => [CheckedDecks.Deck, decks.Named(ProgramDecks.LibreOfficeSaved)!, decks.Named(ProgramDecks.LibreOfficeDrawn)!],
        ["first one saved by LibreOffice"] = decks => [decks.Named(ProgramDecks.LibreOfficeSaved)!, PowerPointDeck.Written(), decks.Named(ProgramDecks.PptxGenJs)!],
    };

    public static TheoryData<string> Decks => [.. Merged.Keys];

    [Theory]
    [MemberData(nameof(Decks))]
    public async Task Each_slide_has_a_page_that_looks_as_it_did_before(string decks)
    {
        if (!LibreOffice.IsHere())
            return;
        var sources = Merged[decks](programs);
        var shown = await LibreOffice.Show([.. sources, Merges.Bytes(sources)], Width, HeightOf(sources[0]));
        var (before, after) = (shown.SkipLast(1).SelectMany(pages => pages).ToList(), shown[^1]);
        before.Count.ShouldBe(sources.Sum(deck => DeckChecks.Texts(deck).Count), "one page a slide");
        after.Count.ShouldBe(before.Count, "one page a slide");
        var (mean, share) = decks == ScaledCharts ? (MostMeanOfCharts, MostShareOfCharts) : (MostMean, MostShare);
        before.Zip(after, Unlikeness.Of).Index().Where(page => page.Item.IsMoreThan(mean, share)).Select(page => $"page {page.Index + 1} {page.Item}").ShouldBeEmpty();
    }

    [Fact]
    public async Task Slides_that_differ_in_a_few_words_are_told_apart()
    {
        if (!LibreOffice.IsHere())
            return;
        var pages = (await LibreOffice.Show([CheckedDecks.Deck], Width, HeightOf(CheckedDecks.Deck)))[0];
        pages.Zip(pages.Skip(1), Unlikeness.Of).ShouldAllBe(unlike => unlike.IsMoreThan(2 * MostMean, 0.005));
    }

    static int HeightOf(byte[] deck)
    {
        var (width, height) = DeckChecks.Open(deck, presentation => (presentation.Presentation.SlideSize!.Cx!.Value, presentation.Presentation.SlideSize.Cy!.Value));
        return (int)Math.Round(Width * (double)height / width);
    }
}
