using CourseGen.Contracts.Documents;
using CourseGen.Documents;
using CourseGen.Ppt.Decks;
using CourseGen.Ppt.Tests.Testing;

namespace CourseGen.Ppt.Tests.Decks;

public sealed class ModuleSlidesTests
{
    [Fact]
    public async Task A_module_opens_with_the_lessons_that_its_slide_holds()
    {
        await using var course = new TestCourse();
        var opening = Opening(course.Plan).ShouldHaveSingleItem();
        (opening.Layout, opening.Title).ShouldBe((SlideLayout.Section, "Module 1: Levels"));
        opening.ContentBlocks.ShouldHaveSingleItem().Items.ShouldBe(["1.1 Heights", "1.2 Springs"]);
    }

    [Fact]
    public async Task More_lessons_than_that_are_on_a_slide_of_their_own()
    {
        await using var course = new TestCourse();
        var lessons = Enumerable.Range(1, 7).Select(number => course.Plan.Lessons[0] with { Id = $"01-{number:00}", LessonNumber = number, Title = $"Lesson {number}" }).ToList();
        var module = course.Plan.Outline.Modules[0] with { Lessons = [.. lessons.Select(lesson => new OutlineLesson(lesson.Id, lesson.LessonNumber, lesson.Title, 20, null, [], []))] };
        var plan = course.Plan with { Lessons = lessons, Outline = course.Plan.Outline with { Modules = [module] } };
        var slides = Opening(plan);
        slides.Select(slide => slide.Title).ShouldBe(["Module 1: Levels", "Contents · Module 1"]);
        slides[0].ContentBlocks.ShouldBeEmpty();
        slides[1].ContentBlocks.ShouldHaveSingleItem().Items!.ShouldBe(Enumerable.Range(1, 7).Select(number => $"1.{number} Lesson {number} · 20 min"));
    }

    static List<Slide> Opening(CoursePlan plan) => [.. new ModuleSlides(plan, CourseWords.English, DeckTemplate.Default).Opening(plan.Outline.Modules[0])];
}
