using CourseGen.ContentGen.Answers;
using CourseGen.ContentGen.Lessons;
using CourseGen.ContentGen.Tests.Testing;
using CourseGen.Contracts;
using CourseGen.Documents;
using CourseGen.Models.Simulated;

namespace CourseGen.ContentGen.Tests.Lessons;

public sealed class SimulatedLessonTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("es-MX")]
    [InlineData("ar")]
    public async Task Simulated_lessons_of_any_outline_have_the_asked_form_and_length(string language)
    {
        foreach (var plan in Enumerable.Range(0, 20).Select(seed => SeededCourses.Of(seed, language)))
        {
            foreach (var lesson in plan.Lessons)
            {
                var brief = LessonBrief.Of(plan, lesson, WorkKind.Lesson);
                var answer = (await new SimulatedChatClient().GetResponseAsync(Prompt.For("lesson", "1", brief))).Text;
                LessonCheck.Faults(answer, LessonForm.Of(brief)).ShouldBeEmpty($"{lesson.Title}\n{answer}");
                LessonMending.Mend(answer, LessonForm.Of(brief)).ShouldBe(answer);
                var words = Prose.WordCount(answer);
                ((double)words).ShouldBeInRange(lesson.TargetWords * 0.9, lesson.TargetWords * 1.1, $"{lesson.Id}: {brief.Topics.Count} topics\n{answer}");
            }
        }
    }
}
