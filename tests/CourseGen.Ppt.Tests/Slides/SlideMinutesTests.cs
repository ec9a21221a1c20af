using CourseGen.Contracts.Documents;
using CourseGen.Documents;
using CourseGen.Ppt.Slides;
using CourseGen.Ppt.Tests.Testing;

namespace CourseGen.Ppt.Tests.Slides;

public sealed class SlideMinutesTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(20)]
    [InlineData(45)]
    public void The_minutes_of_a_lessons_slides_add_up_to_its_own(int minutes)
    {
        var slides = SlideMinutes.Assign(HeadingSlides.From(SampleLesson.Document, 1, 1, "en", 8), minutes);
        slides.Sum(slide => slide.Minutes).ShouldBe(minutes);
        slides.ShouldAllBe(slide => slide.Minutes >= 0);
    }

    [Fact]
    public void Every_slide_has_the_time_that_its_notes_take_aloud() =>
        SlideMinutes.Assign(HeadingSlides.From(SampleLesson.Document, 1, 1, "en", 8), 20)
            .ShouldAllBe(slide => Prose.WordCount(slide.Notes) / 130m <= slide.Minutes);

    [Fact]
    public void Minutes_that_a_plan_has_are_kept()
    {
        IReadOnlyList<Slide> slides = [Samples.Slide(SlideLayout.LessonTitle, "One") with { Minutes = 3 }, Samples.Slide(SlideLayout.Summary, "Two") with { Minutes = 4.5m }];
        SlideMinutes.Assign(slides, 20).ShouldBe(slides);
    }

    [Fact]
    public void A_slide_that_goes_on_over_several_shares_its_minutes() =>
        SlideMinutes.Divide(4.1m, [Samples.Notes, Samples.Notes, "Short."]).Sum().ShouldBe(4.1m);

    [Fact]
    public void A_slide_without_minutes_gives_none() => SlideMinutes.Divide(null, ["One", "Two"]).ShouldBe([null, null]);
}
