using System.Globalization;
using System.Xml.Linq;
using CourseGen.Ppt.Tests.Merging;
using CourseGen.Ppt.Tests.Testing;

namespace CourseGen.Ppt.Tests.OtherPrograms;

/// <summary>Google's own page of 10 × 5.63 inches, merged with ours of 13.33 × 7.5: all of it grows by a third.</summary>
public sealed class ScaledGoogleSlidesTests
{
    static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    static readonly TestPackage Google = new(GoogleSlidesDeck.Written(9144000, 5143500));
    static readonly TestPackage Merged = Merges.Of(ProgramDecks.Ours, Google.Save());
    const string Before = "ppt/slides/slide2.xml", After = "ppt/slides/slide4.xml";

    [Fact]
    public void The_merged_deck_is_sound_and_has_our_size()
    {
        Merged.ShouldBeSound();
        DeckChecks.ShouldBeValid(Merged.Save());
        ((string?)Merged.Xml("ppt/presentation.xml").Element(Merges.P + "sldSz")!.Attribute("cx")).ShouldBe("12192000");
    }

    [Fact]
    public void Shapes_and_pictures_grow()
    {
        ShouldGrow(Before, After, "off", "x", 3);
        ShouldGrow(Before, After, "off", "y", 3);
        ShouldGrow(Before, After, "ext", "cx", 3);
        ShouldGrow(Before, After, "ext", "cy", 3);
    }

    [Fact]
    public void Tables_grow_with_their_columns_rows_and_margins()
    {
        ShouldGrow(Before, After, "gridCol", "w", 2);
        ShouldGrow(Before, After, "tr", "h", 1);
        ShouldGrow(Before, After, "tcPr", "marL", 2);
        Values(Merged, After, "tcPr", "marT").ShouldBe([60960, 60960], "a margin that the cell leaves to the default");
    }

    [Fact]
    public void Text_grows_whether_it_says_its_size_or_not()
    {
        ShouldGrow(Before, After, "rPr", "sz", 1);
        Values(Merged, After, "defRPr", "sz").ShouldBe([1867, 1867], "14 points by default, of a text box and of a cell");
    }

    [Fact]
    public void What_placeholders_inherit_grows_and_they_inherit_it_still()
    {
        var layout = Merged.Follow(After, "slideLayout");
        var master = Merged.Follow(layout, "slideMaster");
        foreach (var (before, after) in new[] { ("ppt/slideLayouts/slideLayout2.xml", layout), ("ppt/slideMasters/slideMaster1.xml", master) })
        {
            ShouldGrow(before, after, "off", "x", 2);
            ShouldGrow(before, after, "ext", "cy", 2);
        }
        ShouldGrow("ppt/slideMasters/slideMaster1.xml", master, "defRPr", "sz", 2);
        var title = Merged.Xml(After).Descendants(Merges.P + "sp").First();
        title.Descendants(A + "xfrm").ShouldBeEmpty();
        title.Descendants().Attributes("sz").ShouldBeEmpty();
    }

    /// <param name="count">How many there are, so that none is missed.</param>
    static void ShouldGrow(string before, string after, string element, string attribute, int count)
    {
        var values = Values(Google, before, element, attribute);
        values.Count.ShouldBe(count);
        Values(Merged, after, element, attribute).Take(count).ShouldBe(values.Select(value => (long)Math.Round(value * 4 / 3.0)));
    }

    /// <summary>Without the group of all shapes, which has no place.</summary>
    static List<long> Values(TestPackage deck, string part, string element, string attribute) =>
        [.. deck.Xml(part).Descendants().Where(found => found.Name.LocalName == element && !found.Ancestors(Merges.P + "grpSpPr").Any())
            .Attributes(attribute).Select(value => long.Parse(value.Value, CultureInfo.InvariantCulture))];
}
