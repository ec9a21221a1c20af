using CourseGen.ContentGen.Answers;
using CourseGen.ContentGen.Lessons;
using CourseGen.ContentGen.Tests.Testing;
using CourseGen.ContentGen.Visuals;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Documents;
using CourseGen.Models;
using CourseGen.Models.Simulated;

namespace CourseGen.ContentGen.Tests.Visuals;

public sealed class SimulatedVisualsTests
{
    [Theory]
    [InlineData("en")]
    [InlineData("es")]
    public async Task Simulated_visuals_of_any_lesson_are_as_asked_and_mostly_diagrams(string language)
    {
        var planned = new List<Visual>();
        foreach (var plan in Enumerable.Range(0, 20).Select(seed => SeededCourses.Of(seed, language)))
        {
            foreach (var lesson in plan.Lessons)
                planned.AddRange(await VisualsOf(plan, lesson));
        }
        planned.ShouldAllBe(visual => visual.Diagram == null || (visual.Diagram.Nodes.Count >= 3 && visual.Diagram.Nodes.Count <= 6));
        (planned.Count(visual => visual.Diagram is null) / (double)planned.Count).ShouldBeInRange(0.1, 0.3);
    }

    static async Task<IReadOnlyList<Visual>> VisualsOf(CoursePlan plan, PlannedLesson lesson)
    {
        var model = new SimulatedChatClient();
        var markdown = (await model.GetResponseAsync(Prompt.For("lesson", "1", LessonBrief.Of(plan, lesson, WorkKind.Lesson)))).Text;
        var tags = LessonReader.Read(markdown).Visuals.ToList();
        var brief = LessonBrief.Of(plan, lesson, WorkKind.Visuals) with { Visuals = [.. tags.Select(tag => new BriefVisual(tag.Id, tag.Description))] };
        var answer = (await model.GetResponseAsync(Prompt.For("visuals", "1", brief, markdown))).Text;
        var reading = VisualsReader.Read(answer, lesson.Id, tags);
        reading.Faults.ShouldBeEmpty(answer);
        return reading.Value!.Visuals;
    }
}
