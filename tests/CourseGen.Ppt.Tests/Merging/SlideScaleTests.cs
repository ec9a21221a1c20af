using System.Globalization;
using System.Xml.Linq;
using CourseGen.Ppt.Tests.Testing;

namespace CourseGen.Ppt.Tests.Merging;

/// <summary>Google Slides and PptxGenJS make wide slides of 10 × 5.63 inches, PowerPoint of 13.33 × 7.5: one shape, two sizes.</summary>
public sealed class SlideScaleTests
{
    static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    const string Chart = "ppt/charts/chart1.xml";

    [Fact]
    public void Slides_of_the_same_shape_are_brought_to_the_first_decks_size()
    {
        var merged = Merges.Of(RichDeck.Plain("Wide").Save(), Small("Small"));
        merged.ShouldBeSound();
        DeckChecks.ShouldBeValid(merged.Save());
        ((string?)merged.Xml("ppt/presentation.xml").Element(Merges.P + "sldSz")!.Attribute("cx")).ShouldBe("12192000");
        foreach (var (before, after) in new[] { ("ppt/slides/slide1.xml", "ppt/slides/slide3.xml"), ("ppt/slideMasters/slideMaster1.xml", "ppt/slideMasters/slideMaster2.xml"), ("ppt/slideLayouts/slideLayout1.xml", "ppt/slideLayouts/slideLayout16.xml"), (Chart, Chart) })
            Lengths(merged.Xml(after)).ShouldBe(Lengths(new TestPackage(Small("Small")).Xml(before)).Select(length => (long)Math.Round(length * 4 / 3.0)), before);
    }

    [Fact]
    public void A_deck_that_is_larger_than_the_first_is_made_smaller()
    {
        var merged = Merges.Of(Small("Small"), RichDeck.Plain("Wide").Save());
        DeckChecks.ShouldBeValid(merged.Save());
        Lengths(merged.Xml("ppt/slides/slide4.xml")).ShouldBe(Lengths(RichDeck.Plain("Wide").Xml("ppt/slides/slide1.xml")).Select(length => (long)Math.Round(length * 3 / 4.0)));
        merged.Parts["ppt/slides/slide1.xml"].ShouldBe(new TestPackage(Small("Small")).Parts["ppt/slides/slide1.xml"], "the first deck stays as it is");
    }

    [Fact]
    public void Decks_of_one_size_share_their_scaled_master_in_whatever_steps_they_are_merged()
    {
        var (wide, small) = (RichDeck.Plain("Wide").Save(), Small("Small"));
        var merged = Merges.Bytes(wide, small, small);
        new TestPackage(merged).In("ppt/slideMasters/").Count().ShouldBe(2);
        Merges.Bytes(wide, Merges.Bytes(small, small)).ShouldBe(merged);
        Merges.Bytes(Merges.Bytes(wide, small), small).ShouldBe(merged);
    }

    static byte[] Small(string name)
    {
        var deck = RichDeck.With(name, rich => rich.WithChart());
        return deck.Change("ppt/presentation.xml", "cx=\"12192000\" cy=\"6858000\"", "cx=\"9144000\" cy=\"5143500\"").Save();
    }

    static List<long> Lengths(XElement part) => [.. part.Descendants(A + "off").Attributes("x").Concat(part.Descendants(A + "ext").Attributes("cx")).Concat(part.Descendants().Attributes("sz"))
        .Where(length => long.TryParse(length.Value, out _)).Select(length => long.Parse(length.Value, CultureInfo.InvariantCulture))];
}
