using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Decks;
using CourseGen.Ppt.Tests.Testing;

namespace CourseGen.Ppt.Tests.Decks;

public sealed class FrontMatterTests
{
    [Fact]
    public async Task The_agenda_names_lessons_and_labs_with_the_minutes_that_a_module_is_made_of()
    {
        await using var course = new TestCourse();
        var agenda = Agenda(course.Plan);
        agenda.Select(block => block.Heading).ShouldBe(["Module 1: Levels · 70 min", "Module 2: Planning · 20 min"]);
        agenda[0].Items.ShouldBe(["1.1 Heights · 20 min", "1.2 Springs · 20 min", "Lab 01-02-01: Reduce a sounding · 30 min"]);
    }

    [Fact]
    public async Task An_agenda_that_one_slide_does_not_hold_names_the_modules_alone()
    {
        await using var course = new TestCourse();
        var (plan, lessons) = (course.Plan, Enumerable.Range(1, 30).ToList());
        var module = plan.Outline.Modules[0] with { Lessons = [.. lessons.Select(number => new OutlineLesson($"01-{number:00}", number, $"Lesson {number}", 20, null, [], []))], Labs = [] };
        var many = plan with
        {
            Outline = plan.Outline with { Modules = [module, plan.Outline.Modules[1]] },
            Lessons = [.. lessons.Select(number => plan.Lessons[0] with { Id = $"01-{number:00}", Number = number, LessonNumber = number }), plan.Lessons[^1]],
        };
        Agenda(many).ShouldHaveSingleItem().Items.ShouldBe(["Module 1: Levels · 600 min", "Module 2: Planning · 20 min"]);
    }

    static IReadOnlyList<ContentBlock> Agenda(CoursePlan plan) => FrontMatter.Opening(plan, DeckTemplate.Default).Slides.Single(slide => slide.Layout == SlideLayout.Agenda).ContentBlocks;
}
