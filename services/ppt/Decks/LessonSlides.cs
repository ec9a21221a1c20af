using CourseGen.Contracts.Documents;
using CourseGen.Documents;
using CourseGen.Ppt.SpeakerNotes;

namespace CourseGen.Ppt.Decks;

/// <summary>A lesson's slides as they stand in a deck of many lessons: numbered, and with titles that no other lesson's slides have.</summary>
static class LessonSlides
{
    internal static string NameOf(PlannedLesson lesson) => $"{lesson.ModuleNumber}.{lesson.LessonNumber} {lesson.Title}";

    internal static IReadOnlyList<Slide> Of(PlannedLesson lesson, IEnumerable<Slide> slides, CoursePlan plan)
    {
        var shared = SharedTitles.Of(plan);
        return [.. slides.Select(slide => slide with
        {
            Title = slide.Layout == SlideLayout.LessonTitle ? NameOf(lesson) : shared.Contains(slide.Title) ? $"{slide.Title} · {lesson.ModuleNumber}.{lesson.LessonNumber}" : slide.Title,
            ModuleNumber = lesson.ModuleNumber,
            LessonNumber = lesson.LessonNumber,
            LessonTitle = lesson.Title,
        })];
    }

    /// <summary>The one slide in place of a lesson that could not be made.</summary>
    internal static Slide Missing(PlannedLesson lesson, CoursePlan plan) => new(
        0, SlideLayout.TitleContent, NameOf(lesson), null, [new ContentBlock { Type = BlockType.Callout, Text = CourseWords.In(plan.Language).LessonMissing }],
        new ModuleNotes(plan).Missing(lesson), lesson.ModuleNumber, lesson.LessonNumber, lesson.Title);
}
