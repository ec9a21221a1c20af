using System.Xml.Linq;
using CourseGen.Ppt.Tests.OtherPrograms;
using CourseGen.Ppt.Tests.Testing;

namespace CourseGen.Ppt.Tests.Merging;

/// <summary>Text that does not say its size, colour and font has its deck's; Google's is of 14 points, ours and PowerPoint's of 18.</summary>
public sealed class DefaultTextTests
{
    static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    static readonly byte[] Ours = RichDeck.Plain("Ours").Save();
    static readonly byte[] Google = GoogleSlidesDeck.Written();
    const string Presentation = "ppt/presentation.xml";

    [Fact]
    public void Text_boxes_say_what_their_deck_said()
    {
        var style = StyleOf(Merges.Of(Ours, Google).ShouldBeSound(), "ppt/slides/slide4.xml", "Beside it")!;
        ((string?)style.Attribute("sz")).ShouldBe("1400");
        ((string?)style.Descendants(A + "srgbClr").Single().Attribute("val")).ShouldBe("000000");
        ((string?)style.Element(A + "latin")!.Attribute("typeface")).ShouldBe("Arial");
    }

    [Fact]
    public void Cells_say_their_size_and_leave_colour_and_font_to_the_tables_style()
    {
        var merged = Merges.Of(Ours, Google);
        var style = StyleOf(merged, "ppt/slides/slide4.xml", "High water")!;
        ((string?)style.Attribute("sz")).ShouldBe("1400");
        style.HasElements.ShouldBeFalse();
        StyleOf(merged, "ppt/slides/slide4.xml", "4.4 m").ShouldBeNull("it says its size itself");
    }

    [Fact]
    public void The_merged_deck_has_the_usual_text_whichever_deck_is_first()
    {
        foreach (var merged in new[] { Merges.Of(Ours, Google), Merges.Of(Google, Ours) })
        {
            ((string?)DefaultOf(merged)!.Attribute("sz")).ShouldBe("1800");
            DeckChecks.ShouldBeValid(merged.Save());
        }
    }

    [Fact]
    public void Placeholders_and_slides_without_such_text_are_copied_as_they_are()
    {
        var merged = Merges.Of(Google, Ours);
        merged.Parts["ppt/slides/slide1.xml"].ShouldBe(new TestPackage(Google).Parts["ppt/slides/slide1.xml"]);
        merged.Parts["ppt/slides/slide3.xml"].ShouldBe(new TestPackage(Ours).Parts["ppt/slides/slide1.xml"]);
    }

    [Fact]
    public void Decks_that_agree_keep_theirs()
    {
        var merged = Merges.Of(Google, Google);
        ((string?)DefaultOf(merged)!.Attribute("sz")).ShouldBe("1400");
        merged.Parts["ppt/slides/slide4.xml"].ShouldBe(new TestPackage(Google).Parts["ppt/slides/slide2.xml"]);
    }

    static XElement? DefaultOf(TestPackage deck) => deck.Xml(Presentation).Element(Merges.P + "defaultTextStyle")!.Descendants(A + "defRPr").First(style => style.Attribute("sz") is not null);

    /// <summary>Of the first level of the text that holds this.</summary>
    static XElement? StyleOf(TestPackage deck, string slide, string text) => deck.Xml(slide).Descendants().Single(element => element.Name.LocalName == "txBody" && element.Value == text)
        .Element(A + "lstStyle")?.Element(A + "lvl1pPr")?.Element(A + "defRPr");
}
