using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Decks;
using CourseGen.Ppt.Tests.Testing;
using A = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Presentation;

namespace CourseGen.Ppt.Tests.Decks;

/// <summary>Languages that are read from right to left, and those of East Asia.</summary>
public sealed class DeckScriptsTests
{
    const string Arabic = "المد والجزر في الميناء";
    const string Japanese = "潮汐は海面が一日に二回ほど昇り降りする現象です";

    static readonly Dictionary<string, DeckPicture> Pictures = new() { ["p"] = new(Samples.Png(640, 360), "صورة") };

    static Slide[] Slides(string text) =>
    [
        Samples.Slide(SlideLayout.Cover, text) with { Subtitle = text },
        Samples.Slide(SlideLayout.TextImageLeft, $"{text} 1", Samples.Bullets(text, text), Samples.Image("p", text)),
        Samples.Slide(SlideLayout.Table, $"{text} 2", Samples.Text(text), Samples.Table(4, cell: text)),
        Samples.Slide(SlideLayout.Code, $"{text} 3", Samples.Bullets(text), Samples.Code("print(1)\n\nprint(2)")),
        Samples.Slide(SlideLayout.TwoColumns, $"{text} 4", Samples.Bullets(text) with { Heading = text }, Samples.Bullets(text) with { Heading = text }),
        Samples.Slide(SlideLayout.TitleContent, $"{text} 5", Samples.Bullets([.. Enumerable.Repeat(string.Concat(Enumerable.Repeat(text, 3)), 9)]), Samples.Callout(text)),
    ];

    [Theory]
    [InlineData("ar", Arabic)]
    [InlineData("he-IL", "גאות ושפל בנמל")]
    [InlineData("ja", Japanese)]
    [InlineData("zh-TW", "潮汐是海水的漲落")]
    [InlineData("ko", "조석은 바닷물의 높이가 변하는 현상")]
    [InlineData("th", "น้ำขึ้นน้ำลงในท่าเรือ")]
    public void Decks_of_other_scripts_are_valid_in_every_style(string language, string text)
    {
        foreach (var style in new[] { "professional", "modern", "minimal" })
            DeckChecks.ShouldBeValid(Samples.Written(Samples.Deck(Slides(text), style, language, Pictures)));
    }

    [Fact]
    public void A_deck_that_is_read_from_right_to_left_is_mirrored()
    {
        var deck = Samples.Written(Samples.Deck(Slides(Arabic), language: "ar", pictures: Pictures));
        DeckChecks.Read(deck, slide => slide.Slide.Descendants<A.Table>().SingleOrDefault()?.TableProperties!.RightToLeft!.Value).OfType<bool>().ShouldBe([true]);
        var picture = DeckChecks.Read(deck, slide => slide.Slide.Descendants<P.Picture>().Select(shape => DeckChecks.BoxOf(shape, slide)).SingleOrDefault())[1];
        picture!.Value.Right.ShouldBe(SlideGeometry.Body.Right, 1, "a picture on the left is on the right in the mirror");
        DeckChecks.Open(deck, presentation => presentation.SlideMasterParts.Single().SlideMaster.TextStyles!.BodyStyle!.Level1ParagraphProperties!.RightToLeft!.Value).ShouldBeTrue();
    }

    [Fact]
    public void Code_runs_from_left_to_right_all_the_same()
    {
        var deck = Samples.Written(Samples.Deck([Slides(Arabic)[3]], language: "ar"));
        var code = DeckChecks.Read(deck, slide => slide.Slide.Descendants<P.Shape>().Single(shape => shape.InnerText.StartsWith("print", StringComparison.Ordinal)))[0];
        code.Descendants<A.Paragraph>().ShouldAllBe(line => line.ParagraphProperties!.RightToLeft!.Value == false && line.ParagraphProperties.Alignment!.Value == A.TextAlignmentTypeValues.Left);
    }

    [Theory]
    [InlineData("ja", "Yu Gothic")]
    [InlineData("zh-CN", "Microsoft YaHei")]
    [InlineData("zh-TW", "Microsoft JhengHei")]
    [InlineData("ko-KR", "Malgun Gothic")]
    public void The_theme_names_a_typeface_for_the_courses_script(string language, string typeface) =>
        DeckChecks.Open(Samples.Written(Samples.Deck([Slides(Japanese)[0]], language: language)), presentation => presentation.SlideMasterParts.Single().ThemePart!.Theme.ThemeElements!.FontScheme!.MinorFont!.EastAsianFont!.Typeface!.Value)
            .ShouldBe(typeface);

    [Fact]
    public void Text_without_spaces_goes_on_on_another_slide_too()
    {
        var slides = SlideFitter.Fit(Slides(Japanese)[5], StyledTemplate.Of(DeckStyle.Professional, "ja"));
        slides.Count.ShouldBeGreaterThan(1);
        slides.ShouldAllBe(slide => slide.ContentBlocks.Count > 0);
    }
}
