using System.Text;
using System.Xml.Linq;
using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Checks;
using CourseGen.Ppt.Decks;
using CourseGen.Ppt.Packages;
using CourseGen.Ppt.Templates;
using CourseGen.Ppt.Tests.Testing;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Tests.Templates;

/// <summary>A company's template, whose layouts are known by their types alone.</summary>
public sealed class CompanyTemplateTests
{
    static readonly Slide[] Slides =
    [
        Samples.Slide(SlideLayout.Cover, "Harbour tides", Samples.Text("180 min")) with { Subtitle = "For small craft" },
        Samples.Slide(SlideLayout.Section, "Module 1", Samples.Bullets("1.1 Levels", "1.2 Springs")) with { Subtitle = "How tides work" },
        Samples.Slide(SlideLayout.TitleContent, "Content", Samples.Bullets("Depth is charted depth plus tide", "Two") with { Heading = "A heading" }, Samples.Callout("Never trust a single figure")),
        Samples.Slide(SlideLayout.TextImageRight, "Picture", Samples.Bullets("One", "Two"), Samples.Image("p")),
        Samples.Slide(SlideLayout.TwoColumns, "Columns", Samples.Bullets("One") with { Heading = "Springs" }, Samples.Bullets("Two") with { Heading = "Neaps" }),
        Samples.Slide(SlideLayout.Table, "Table", Samples.Text("Three days"), Samples.Table(3)),
        Samples.Slide(SlideLayout.Code, "Code", Samples.Bullets("Reads a height"), Samples.Code("print(1)")),
        Samples.Slide(SlideLayout.Quote, "Quote", new ContentBlock { Type = BlockType.Quote, Text = "Time and tide wait for no man", Attribution = "Proverb" }),
        Samples.Slide(SlideLayout.References, "References", Samples.Bullets("Tide tables: https://example.org/tides")),
        Samples.Slide(SlideLayout.Closing, "Thank you") with { Subtitle = "Harbour tides" },
    ];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Everything_can_be_read_on_it_light_or_dark(bool dark)
    {
        var deck = Write(AcmeTemplate.Potx(dark));
        DeckChecks.ShouldBeValid(deck);
        DeckCheck.Run(new MemoryStream(deck), "deck.pptx").Where(finding => finding.Severity == FindingSeverity.Error).ShouldBeEmpty();
        DeckChecks.Open(deck, presentation => presentation.SlideMasterParts.Single().ThemePart!.Theme.Name!.Value).ShouldBe(AcmeTemplate.ThemeName);
        DeckChecks.Layouts(deck).Distinct().ShouldBe(["Acme opening", "Acme chapter", "Acme content", "Acme picture", "Acme two"]);
    }

    [Fact]
    public void Links_to_its_own_slides_are_left_out_with_the_slides()
    {
        var deck = Write(AcmeTemplate.Potx(tour: true));
        DeckChecks.ShouldBeValid(deck);
        DeckChecks.Titles(deck).ShouldBe(Slides.Select(slide => slide.Title));
        DeckChecks.Open(deck, presentation => presentation.SlideMasterParts.Single().SlideMaster.OuterXml).ShouldNotContain("hlinksldjump");
    }

    [Fact]
    public void What_it_lacks_is_told_with_the_layout_and_the_remedy()
    {
        var warnings = DeckTemplateCheck.Run("acme.potx", new MemoryStream(AcmeTemplate.Potx()));
        warnings.Count.ShouldBe(4, string.Join('\n', warnings));
        warnings.ShouldContain("Deck template acme.potx has no layout for agenda, picture left with text right, table, code, quote, summary, references and glossary; its layout “Acme content” stands in."
            + " Name a layout “Agenda”, “Picture left, text right”, “Table”, “Code”, “Quote”, “Summary”, “References” or “Glossary” to have it used.");
    }

    [Fact]
    public void Slides_of_another_shape_are_a_warning_and_slides_too_small_for_a_course_a_refusal()
    {
        DeckTemplateCheck.Run("old.potx", new MemoryStream(AcmeTemplate.Potx(width: 720))).ShouldContain(warning => warning.Contains("10 × 7.5 inches, not 16:9"));
        Refusal(AcmeTemplate.Potx(width: 144, height: 81)).ShouldContain("smaller than");
    }

    [Fact]
    public void Macros_are_refused_and_so_is_what_is_encrypted_cut_off_or_no_presentation()
    {
        Refusal(AcmeTemplate.Potx(macros: true)).ShouldBe("acme.potx holds macros.");
        Refusal([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]).ShouldBe("acme.potx is encrypted or an old .ppt file.");
        Refusal(AcmeTemplate.Potx()[..3000]).ShouldStartWith("acme.potx is damaged");
        Refusal(Encoding.UTF8.GetBytes("not a deck")).ShouldBe("acme.potx is not a PowerPoint presentation.");
    }

    [Fact]
    public void The_look_that_LibreOffice_writes_into_prompts_becomes_the_placeholders_own()
    {
        var layout = XElement.Parse($"""
            <p:sldLayout xmlns:p="{P}" xmlns:a="{A}"><p:cSld><p:spTree><p:sp><p:nvSpPr><p:nvPr><p:ph/></p:nvPr></p:nvSpPr><p:txBody><a:bodyPr><a:normAutofit fontScale="87000"/></a:bodyPr>
            <a:p><a:pPr algn="ctr"><a:buNone/></a:pPr><a:r><a:rPr sz="2400"><a:solidFill><a:srgbClr val="ffffff"/></a:solidFill></a:rPr><a:t>Click</a:t></a:r></a:p></p:txBody></p:sp></p:spTree></p:cSld></p:sldLayout>
            """);
        var level = PromptStyles.Lift(layout).Descendants(A + "lstStyle").ShouldHaveSingleItem().Elements().ShouldHaveSingleItem();
        level.ToString(SaveOptions.DisableFormatting).ShouldBe(
            $"""<a:lvl1pPr algn="ctr" xmlns:a="{A}"><a:buNone /><a:defRPr sz="2400"><a:solidFill><a:srgbClr val="ffffff" /></a:solidFill></a:defRPr></a:lvl1pPr>""");
        layout.Descendants(A + "normAutofit").Single().HasAttributes.ShouldBeFalse("the prompt's shrinking is not the slides'");
    }

    static string Refusal(byte[] template) => Should.Throw<DeckRefusedException>(() => DeckTemplateCheck.Run("acme.potx", new MemoryStream(template))).Message;

    static byte[] Write(byte[] template)
    {
        using var deck = new MemoryStream();
        SlideDeck.Write(deck, new DeckProperties("Harbour tides", null, "en"), "professional", Slides, _ => Samples.Png(640, 360), new MemoryStream(template));
        return deck.ToArray();
    }
}
