using System.Xml.Linq;
using CourseGen.Ppt.Tests.OtherPrograms;
using CourseGen.Ppt.Tests.Testing;

namespace CourseGen.Ppt.Tests.Merging;

/// <summary>What holds for all merges, whatever the decks.</summary>
public sealed class MergeLawsTests
{
    static readonly Dictionary<string, byte[]> Decks = new()
    {
        ["ours"] = DeckMergerTests.Deck("Ours", 3, section: "Module 1"),
        ["modern"] = DeckMergerTests.Deck("Modern", 2, "modern", section: "Module 1"),
        ["rich"] = RichDeck.Full("Rich").Save(),
        ["comments"] = RichDeck.With("Comments", deck => deck.WithComments("Cy", "A. Author"), deck => deck.WithModernComments(), deck => deck.WithShow(), deck => deck.WithZoom()).Save(),
        ["no sections"] = WithoutSections(),
        ["other layouts"] = WithAnotherLayout(),
        ["other default text"] = GoogleSlidesDeck.Written(),
    };

    public static TheoryData<string, string, string> Triples => new()
    {
        { "ours", "ours", "ours" },
        { "ours", "modern", "rich" },
        { "rich", "comments", "rich" },
        { "modern", "no sections", "ours" },
        { "no sections", "no sections", "comments" },
        { "other layouts", "ours", "comments" },
        { "ours", "modern", "other layouts" },
        { "comments", "rich", "other layouts" },
        { "other default text", "other default text", "ours" },
        { "other default text", "ours", "other default text" },
        { "ours", "other default text", "other default text" },
    };

    [Theory]
    [MemberData(nameof(Triples))]
    public void It_does_not_matter_in_which_steps_decks_are_merged(string first, string second, string third)
    {
        var (a, b, c) = (Decks[first], Decks[second], Decks[third]);
        var atOnce = Merges.Bytes(a, b, c);
        Merges.Bytes(Merges.Bytes(a, b), c).ShouldBe(atOnce);
        Merges.Bytes(a, Merges.Bytes(b, c)).ShouldBe(atOnce);
        Merges.Bytes(atOnce).ShouldBe(atOnce, "a merged deck is merged already");
        new TestPackage(atOnce).ShouldBeSound();
        DeckChecks.ShouldBeValid(atOnce);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    public void Copies_of_a_deck_have_the_media_masters_and_layouts_of_one(int copies)
    {
        var one = Merges.Of(Decks["rich"]);
        var many = Merges.Of([.. Enumerable.Repeat(Decks["rich"], copies)]);
        foreach (var folder in new[] { "ppt/media/", "ppt/slideMasters/", "ppt/slideLayouts/", "ppt/theme/", "ppt/notesMasters/", "ppt/fonts/", "customXml/" })
            many.In(folder).ShouldBe(one.In(folder));
        many.In("ppt/slides/").Count().ShouldBe(3 * copies);
        many.In("ppt/notesSlides/").Count().ShouldBe(3 * copies);
    }

    [Theory]
    [InlineData("ours")]
    [InlineData("rich")]
    public void The_parts_of_a_split_deck_merge_to_the_deck(string name)
    {
        var whole = Merges.Bytes(Decks[name]);
        var split = Merges.Of(Slides(Decks[name], 1), Slides(Decks[name], 2, 3)).Save();
        DeckChecks.Titles(split).ShouldBe(DeckChecks.Titles(whole));
        DeckChecks.Texts(split).ShouldBe(DeckChecks.Texts(whole));
        DeckChecks.Notes(split).ShouldBe(DeckChecks.Notes(whole));
        var (wholeParts, splitParts) = (new TestPackage(whole), new TestPackage(split));
        splitParts.Parts.Keys.ShouldBe(wholeParts.Parts.Keys);
        foreach (var part in wholeParts.Parts.Keys.Where(part => !part.StartsWith("ppt/presentation", StringComparison.Ordinal) && part != "ppt/slides/_rels/slide1.xml.rels"))
            splitParts.Text(part).ShouldBe(wholeParts.Text(part), part);
        Sections(splitParts).ShouldBe(Sections(wholeParts));
    }

    static List<string> Sections(TestPackage deck) => [.. deck.Xml("ppt/presentation.xml").Descendants().Where(element => element.Name.LocalName == "section")
        .Select(section => $"{(string?)section.Attribute("name")} {section.Descendants().Count(element => element.Name.LocalName == "sldId")}")];

    /// <summary>The deck with only these of its slides, numbered from 1; all its parts stay in the file.</summary>
    static byte[] Slides(byte[] deck, params int[] numbers)
    {
        var package = new TestPackage(deck);
        var presentation = package.Xml("ppt/presentation.xml");
        var dropped = presentation.Element(Merges.P + "sldIdLst")!.Elements().Where((_, index) => !numbers.Contains(index + 1)).ToList();
        var ids = dropped.Select(slide => (string?)slide.Attribute("id")).ToHashSet();
        dropped.Remove();
        presentation.Descendants().Where(element => element.Name.LocalName == "sldId" && element.Name.Namespace != Merges.P && ids.Contains((string?)element.Attribute("id"))).ToList().Remove();
        presentation.Elements(Merges.P + "custShowLst").Remove();
        return package.Set("ppt/presentation.xml", presentation.ToString(SaveOptions.DisableFormatting)).Save();
    }

    static byte[] WithoutSections()
    {
        var package = RichDeck.Plain("Bare");
        var presentation = package.Xml("ppt/presentation.xml");
        presentation.Elements(Merges.P + "extLst").Remove();
        return package.Set("ppt/presentation.xml", presentation.ToString(SaveOptions.DisableFormatting)).Save();
    }

    static byte[] WithAnotherLayout()
    {
        var package = RichDeck.With("Layout", deck => deck.WithFilm());
        var layout = package.In("ppt/slideLayouts/").Order(StringComparer.Ordinal).Last();
        var text = package.Text(layout);
        var offset = text.IndexOf("<a:off x=\"", StringComparison.Ordinal) + 10;
        return package.Set(layout, text[..offset] + "1" + text[offset..]).Save();
    }
}
