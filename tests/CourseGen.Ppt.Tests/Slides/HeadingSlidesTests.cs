using CourseGen.Contracts.Documents;
using CourseGen.Documents;
using CourseGen.Ppt.Slides;
using CourseGen.Ppt.Tests.Testing;

namespace CourseGen.Ppt.Tests.Slides;

public sealed class HeadingSlidesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(30)]
    public void Every_figure_of_the_lesson_stands_on_one_slide_whatever_the_target(int target)
    {
        var blocks = HeadingSlides.From(SampleLesson.Document, 1, 1, "en", target).SelectMany(slide => slide.ContentBlocks).ToList();
        blocks.Count(block => block.ImageReference == SampleLesson.Visual).ShouldBe(1);
        blocks.Count(block => block.Type == BlockType.Table).ShouldBe(1);
        blocks.Single(block => block.Type == BlockType.Code).Code.ShouldBe(SampleLesson.Document.Blocks.OfType<CodeBlock>().Single().Code);
    }

    [Fact]
    public void Every_topic_has_a_slide_even_when_the_target_is_small()
    {
        var titles = HeadingSlides.From(SampleLesson.Document, 1, 1, "en", 1).Select(slide => slide.Title).ToList();
        titles.ShouldContain(title => title.StartsWith("The zero of the chart"));
        titles.ShouldContain(title => title.StartsWith("Depth at a moment"));
    }

    [Fact]
    public void A_list_that_goes_on_is_shared_out_evenly()
    {
        var objectives = string.Join('\n', Enumerable.Range(1, 7).Select(number => $"- Explain rule {number}"));
        var slides = HeadingSlides.From(LessonReader.Read($"# 1.1: Tides\n\n## Learning objectives\n\n{objectives}\n"), 1, 1, "en", 8);
        slides.Where(slide => slide.Title.StartsWith("Learning objectives", StringComparison.Ordinal)).Select(slide => slide.ContentBlocks.Single().Items!.Count).ShouldBe([3, 4]);
    }

    [Fact]
    public void Bullets_end_at_the_end_of_a_word_of_the_lesson()
    {
        var text = string.Join(' ', SampleLesson.Markdown.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries));
        foreach (var bullet in HeadingSlides.From(SampleLesson.Document, 1, 1, "en", 20).Where(slide => slide.Layout != SlideLayout.References).SelectMany(slide => slide.ContentBlocks).SelectMany(block => block.Items ?? []))
        {
            var at = text.IndexOf(bullet, StringComparison.Ordinal);
            at.ShouldBeGreaterThanOrEqualTo(0, bullet);
            char.IsLetterOrDigit(text[at + bullet.Length]).ShouldBeFalse(bullet);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("# ")]
    [InlineData("Only a paragraph.")]
    [InlineData("# 1.1: Title\n\n## Same\n\nText.\n\n## Same\n\nText.\n\n## Same\n\n")]
    [InlineData("# 1.1: 潮汐\n\n## 潮\n\n潮汐は海面が一日に二回ほど昇り降りする現象であり、月と太陽の引力によって起こります。港では水深が変わります。\n")]
    [InlineData("# مد وجزر\n\n## الصفر\n\nهذا نص عن المد والجزر. وهذا نص آخر.\n")]
    public void Even_a_poor_lesson_gives_slides_that_keep_the_rules(string markdown)
    {
        var lesson = LessonReader.Read(markdown);
        SlidePlanRules.Faults(HeadingSlides.From(lesson, 1, 1, "en", 8), new SlideRequest(lesson, 1, 1, "en", 8, 20)).ShouldBeEmpty();
    }

    [Fact]
    public void A_paragraph_of_one_endless_sentence_is_cut_between_words()
    {
        var lesson = LessonReader.Read($"# T\n\n## Topic\n\n{string.Join(' ', Enumerable.Repeat("endless", 400))}");
        var slides = HeadingSlides.From(lesson, 1, 1, "en", 8);
        SlidePlanRules.Faults(slides, new SlideRequest(lesson, 1, 1, "en", 8, 20)).ShouldBeEmpty();
        slides.SelectMany(slide => slide.Notes.Split(' ')).ShouldAllBe(word => word == "endless");
    }

    [Fact]
    public void The_same_lesson_gives_the_same_slides() =>
        DocumentJson.Write(HeadingSlides.From(SampleLesson.Document, 1, 1, "en", 8)).ShouldBe(DocumentJson.Write(HeadingSlides.From(SampleLesson.Document, 1, 1, "en", 8)));

    [Fact]
    public void Abbreviations_and_decimals_end_no_sentence() =>
        Prose.Sentences("Add 1.4 m, e.g. Port Merrow. Then go. \"Really?\" Yes.").ShouldBe(["Add 1.4 m, e.g. Port Merrow.", "Then go.", "\"Really?\"", "Yes."]);
}
