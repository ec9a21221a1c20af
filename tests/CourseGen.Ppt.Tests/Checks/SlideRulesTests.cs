using System.Xml.Linq;
using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Checks;
using CourseGen.Ppt.Tests.Testing;
using static CourseGen.Ppt.Tests.Checks.CheckedDecks;
using static CourseGen.Ppt.Tests.Checks.DeckEdit;

namespace CourseGen.Ppt.Tests.Checks;

/// <summary>Each rule about what stands on a slide: it finds the one fault that was put into a good deck, and nothing else.</summary>
public sealed class SlideRulesTests
{
    [Fact]
    public void A_slide_without_a_title_is_found()
    {
        var finding = OnlyFinding(Deck.Xml(Slide1, slide => slide.Shape("Title").Remove()), DeckRules.Title);
        finding.ShouldSatisfyAllConditions(
            () => finding.Slide.ShouldBe(1), () => finding.Part.ShouldBe(Slide1), () => finding.Severity.ShouldBe(FindingSeverity.Error),
            () => finding.Message.ShouldStartWith("The slide has no title"));
    }

    [Fact]
    public void A_title_that_is_there_twice_is_found_whatever_its_case_and_spaces() =>
        OnlyFinding(Deck.Replace(PictureSlide, "Tide picture", "tide  TABLES"), DeckRules.Title).Message.ShouldBe(
            "The title “tide TABLES” is that of slide 1 too; say what this slide adds, so that the two can be told apart.");

    [Fact]
    public void What_is_read_before_the_title_is_found() =>
        OnlyFinding(Deck.Xml(Slide1, slide =>
        {
            var title = slide.Shape("Title");
            title.Remove();
            slide.Shape("Content").AddAfterSelf(title);
        }), DeckRules.ReadingOrder).Message.ShouldStartWith("'Content' is read before the title");

    [Fact]
    public void An_empty_placeholder_is_found() =>
        OnlyFinding(Deck.Xml(Slide1, slide => slide.Shape("Content").Descendants(A + "t").ToList().ForEach(text => text.Value = " ")), DeckRules.EmptyPlaceholder)
            .Message.ShouldBe("Placeholder 'Content' is empty; write into it, or delete it.");

    [Theory]
    [InlineData("", "has no alternative text")]
    [InlineData("Levels", "has an alternative text of 6 characters")]
    [InlineData("image-of-levels.PNG", "has the file name 'image-of-levels.PNG' as its alternative text")]
    public void A_picture_that_a_screen_reader_cannot_speak_is_found(string text, string says) =>
        OnlyFinding(Deck.Xml(PictureSlide, slide => slide.Shape("Picture").Properties().SetAttributeValue("descr", text)), DeckRules.AltText).Message
            .ShouldBe($"Picture 'Picture' {says}; say in 10 to 250 characters what it shows, or mark it as decorative.");

    [Fact]
    public void An_alternative_text_that_goes_on_and_on_is_found() =>
        OnlyFinding(Deck.Xml(PictureSlide, slide => slide.Shape("Picture").Properties().SetAttributeValue("descr", new string('a', 251))), DeckRules.AltText);

    [Fact]
    public void A_table_needs_an_alternative_text_too() =>
        OnlyFinding(Deck.Xml(TableSlide, slide => slide.Shape("Table").Properties().SetAttributeValue("descr", null)), DeckRules.AltText).Message.ShouldStartWith("Table 'Table' has no");

    [Fact]
    public void A_picture_that_is_marked_as_decorative_needs_no_alternative_text()
    {
        XNamespace decorative = "http://schemas.microsoft.com/office/drawing/2017/decorative";
        Check(Deck.Xml(PictureSlide, slide =>
        {
            var properties = slide.Shape("Picture").Properties();
            properties.SetAttributeValue("descr", null);
            properties.Add(new XElement(A + "extLst", new XElement(A + "ext", new XAttribute("uri", "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"), new XElement(decorative + "decorative", new XAttribute("val", 1)))));
        })).ShouldBeEmpty();
    }

    [Fact]
    public void A_short_alternative_text_in_chinese_says_enough() =>
        Check(Deck.Xml(PictureSlide, slide => slide.Shape("Picture").Properties().SetAttributeValue("descr", "潮汐水位图"))).ShouldBeEmpty();

    [Fact]
    public void A_table_without_a_header_row_is_found() =>
        OnlyFinding(Deck.Replace(TableSlide, "firstRow=\"1\"", "firstRow=\"0\""), DeckRules.TableHeader).Message.ShouldContain("mark its first row as the header");

    [Fact]
    public void Text_without_a_language_is_found()
    {
        var finding = OnlyFinding(Deck.Xml(Slide1, slide => slide.Shape("Content").Descendants(A + "rPr").First().SetAttributeValue("lang", null)), DeckRules.Language);
        finding.Severity.ShouldBe(FindingSeverity.Warning);
        finding.Message.ShouldStartWith("1 text runs have no language (the first: “Tide one”)");
    }

    [Theory]
    [InlineData(1700, false)]
    [InlineData(1800, true)]
    public void Body_text_of_less_than_18_points_is_found(int size, bool fine)
    {
        var deck = Deck.Xml(Slide1, slide => slide.Shape("Content").Descendants(A + "rPr").Last().SetAttributeValue("sz", size));
        if (fine)
            Check(deck).ShouldBeEmpty();
        else
            OnlyFinding(deck, DeckRules.TextSize).Message.ShouldBe("'Content' has text of 17 pt (“Tide two”); set it at 18 pt or more, and move what does not fit to another slide.");
    }

    [Fact]
    public void A_size_that_the_layout_sets_is_found_where_it_is_read() =>
        Check(Deck.Xml("ppt/slideLayouts/slideLayout5.xml", layout => layout.Shape("Content").Descendants(A + "defRPr").Single().SetAttributeValue("sz", 1600)))
            .Select(finding => $"{finding.Slide}: {finding.Rule}").ShouldBe([$"1: {DeckRules.TextSize}", $"3: {DeckRules.TextSize}"]);

    [Fact]
    public void Code_of_less_than_14_points_is_found() =>
        OnlyFinding(Deck.Xml(CodeSlide, slide => slide.Shape("Code").Descendants(A + "rPr").ToList().ForEach(run => run.SetAttributeValue("sz", 1300))), DeckRules.TextSize)
            .Message.ShouldContain("13 pt");

    [Fact]
    public void Text_that_autofit_shrinks_by_more_than_a_tenth_is_found() =>
        Check(Deck.Xml(Slide1, slide => slide.Shape("Content").Descendants(A + "bodyPr").Single().ReplaceNodes(new XElement(A + "normAutofit", new XAttribute("fontScale", 85000)))))
            .ShouldContain(finding => finding.Rule == DeckRules.Autofit && finding.Slide == 1);

    [Fact]
    public void Text_that_is_too_pale_is_found()
    {
        var finding = OnlyFinding(Deck.Xml(Slide1, slide => Paint(slide.Shape("Content").Descendants(A + "rPr").First(), Srgb("C8C8C8"))), DeckRules.Contrast);
        finding.Message.ShouldBe("'Content' has text in #C8C8C8 on #FFFFFF (“Tide one”), a contrast of 1.7:1; choose colours with 3.0:1 or more.");
    }

    [Fact]
    public void Small_text_needs_more_contrast_than_large_text()
    {
        const string Gray = "808080";
        Check(Deck.Xml(PictureSlide, slide => Paint(slide.Shape("Content").Descendants(A + "rPr").First(), Srgb(Gray)))).ShouldBeEmpty();
        OnlyFinding(Deck.Xml(PictureSlide, slide =>
        {
            var run = slide.Shape("Caption").Descendants(A + "rPr").First();
            run.Element(A + "solidFill")?.Remove();
            Paint(run, Srgb(Gray));
        }), DeckRules.Contrast).Message.ShouldContain("4.5:1 or more");
    }

    [Fact]
    public void A_theme_colour_made_lighter_is_resolved() =>
        OnlyFinding(Deck.Xml(Slide1, slide => Paint(slide.Shape("Content").Descendants(A + "rPr").First(),
            new XElement(A + "schemeClr", new XAttribute("val", "tx2"), new XElement(A + "lumMod", new XAttribute("val", 20000)), new XElement(A + "lumOff", new XAttribute("val", 80000))))), DeckRules.Contrast)
            .Message.ShouldContain("#ADD6FF");

    [Fact]
    public void Colours_go_through_the_slides_own_colour_map() =>
        Check(Deck.Replace(Slide1, "<a:masterClrMapping />", """<a:overrideClrMapping bg1="dk1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink" />"""))
            .Where(finding => finding.Rule == DeckRules.Contrast).Select(finding => finding.Slide).Distinct().ShouldBe([1]);

    [Fact]
    public void The_colour_of_a_filled_shape_is_what_lies_behind_its_text() =>
        OnlyFinding(Deck.Xml("ppt/slides/slide3.xml", slide => Fill(slide.Shape("Callout").Element(P + "spPr")!, Srgb("204060"))), DeckRules.Contrast)
            .Message.ShouldContain("on #204060");

    [Fact]
    public void A_header_row_whose_text_is_as_dark_as_its_ground_is_found() =>
        OnlyFinding(Deck.Xml(TableSlide, slide => slide.Shape("Table").Descendants(A + "tcPr").First().Element(A + "solidFill")!.ReplaceNodes(Srgb("EEEEEE"))), DeckRules.Contrast)
            .Message.ShouldStartWith("Table 'Table', row 1, column 1 has text in #FFFFFF on #EEEEEE");

    [Theory]
    [InlineData("gradFill")]
    [InlineData("blipFill")]
    public void Text_on_what_has_no_one_colour_is_not_judged(string fill) =>
        Check(Deck.Xml(Slide1, slide =>
        {
            slide.Element(P + "cSld")!.AddFirst(new XElement(P + "bg", new XElement(P + "bgPr", new XElement(A + fill), new XElement(A + "effectLst"))));
            Paint(slide.Shape("Content").Descendants(A + "rPr").First(), Srgb("C8C8C8"));
        })).ShouldBeEmpty();

    [Fact]
    public void Text_that_is_higher_than_its_box_is_found() =>
        Check(Deck.Xml(Slide1, slide => Repeat(slide.Shape("Content"), 12))).Select(finding => (finding.Rule, finding.Message[..16])).ShouldBe([
            (DeckRules.Overflow, "'Content' needs "), (DeckRules.Overlap, "'Content' and 'F")]);

    [Fact]
    public void A_word_that_is_wider_than_its_box_is_found() =>
        Check(Deck.Xml(PictureSlide, slide => slide.Shape("Content").Descendants(A + "t").First().Value = "Donaudampfschifffahrtsgesellschaftskapitän")).Where(finding => finding.Rule == DeckRules.Overflow)
            .ShouldHaveSingleItem().Message.ShouldStartWith("'Content' is too narrow for “Donaudampf");

    [Fact]
    public void An_address_that_is_wider_than_its_box_is_broken_and_no_fault() =>
        Check(Deck.Xml(PictureSlide, slide => slide.Shape("Content").Descendants(A + "t").First().Value = "https://example.org/a-very-long-address/that-goes-on-and-on")).ShouldBeEmpty();

    [Fact]
    public void A_picture_beyond_the_edge_is_found() =>
        OnlyFinding(Deck.Xml(PictureSlide, slide => slide.Shape("Picture").Descendants(A + "off").First().SetAttributeValue("x", 11_000_000)), DeckRules.OffSlide)
            .Message.ShouldMatch("^Picture 'Picture' stands [0-9]+ pt beyond the right edge; move it onto the slide, or make it smaller\\.$");

    [Fact]
    public void A_table_that_its_text_makes_higher_than_the_slide_is_found() =>
        Check(Deck.Xml(TableSlide, slide => slide.Shape("Table").Descendants(A + "t").Last().Value = string.Join(' ', Enumerable.Repeat("level", 300)))).Select(finding => finding.Rule).ShouldContain(DeckRules.OffSlide);

    [Fact]
    public void Texts_that_cover_one_another_are_found() =>
        OnlyFinding(Deck.Xml("ppt/slides/slide3.xml", slide => slide.Shape("Callout").Descendants(A + "off").First().SetAttributeValue("y", 1_600_000)), DeckRules.Overlap)
            .Message.ShouldStartWith("'Content' and 'Callout' cover one another by ");

    [Fact]
    public void Boxes_that_share_empty_room_cover_nothing() =>
        Check(Deck.Xml(Slide1, slide => slide.Shape("Content").AddAfterSelf(XElement.Parse($"""
            <p:sp xmlns:p="{P}" xmlns:a="{A}"><p:nvSpPr><p:cNvPr id="77" name="Below"/><p:cNvSpPr txBox="1"/><p:nvPr/></p:nvSpPr>
            <p:spPr><a:xfrm><a:off x="700000" y="4800000"/><a:ext cx="3000000" cy="500000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>
            <p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:r><a:rPr lang="en" sz="2000"/><a:t>In the empty half</a:t></a:r></a:p></p:txBody></p:sp>
            """)))).ShouldBeEmpty();

    [Theory]
    [InlineData(20)]
    [InlineData(200)]
    public void Notes_that_cannot_be_spoken_in_a_minute_or_two_are_found(int words) =>
        OnlyFinding(Samples.Written(Samples.Deck([Slide(SlideLayout.TitleContent, "One", Samples.Bullets("A")), Slide(SlideLayout.TitleContent, "Two", Samples.Bullets("B")) with { Notes = string.Join(' ', Enumerable.Repeat("word", words)) }])), DeckRules.Notes)
            .Message.ShouldStartWith($"The notes have {words} words");

    [Fact]
    public void Content_slides_without_notes_are_found() =>
        OnlyFinding(Deck.Xml("ppt/notesSlides/notesSlide1.xml", notes => notes.Descendants(A + "t").ToList().ForEach(text => text.Value = "")), DeckRules.Notes).Message
            .ShouldStartWith("1 of 8 content slides have no notes (1)");

    [Fact]
    public void Findings_without_end_are_counted_and_not_listed()
    {
        var findings = Check(Deck.Xml("[Content_Types].xml", types => types.Add(Enumerable.Range(0, 1500).Select(number =>
            new XElement(types.Name.Namespace + "Override", new XAttribute("PartName", $"/ppt/none{number}.xml"), new XAttribute("ContentType", "x/y"))))));
        findings.Count.ShouldBe(1001);
        findings[^1].Message.ShouldStartWith("500 findings more");
    }

    static XElement Srgb(string color) => new(A + "srgbClr", new XAttribute("val", color));

    static void Fill(XElement properties, XElement color)
    {
        properties.Elements(A + "solidFill").Remove();
        var fill = new XElement(A + "solidFill", color);
        if (properties.Elements().LastOrDefault(element => element.Name.LocalName is "xfrm" or "prstGeom") is { } before)
            before.AddAfterSelf(fill);
        else
            properties.AddFirst(fill);
    }

    static void Paint(XElement run, XElement color) => run.AddFirst(new XElement(A + "solidFill", color));

    static void Repeat(XElement shape, int times)
    {
        var paragraph = shape.Descendants(A + "p").Last();
        for (var time = 0; time < times; time++)
            paragraph.AddAfterSelf(new XElement(paragraph));
    }
}
