using CourseGen.ContentGen.Labs;
using CourseGen.ContentGen.Lessons;
using CourseGen.ContentGen.Tests.Testing;
using CourseGen.ContentGen.Visuals;
using CourseGen.Contracts;
using CourseGen.Documents;
using CourseGen.Models;

namespace CourseGen.ContentGen.Tests;

/// <summary>What good answers look like: the recorded samples pass every check, and mending leaves them as they are.</summary>
public sealed class RecordedAnswerTests
{
    public static TheoryData<string> Names => [.. Samples.WithAnswers];

    [Theory]
    [MemberData(nameof(Names))]
    public void Recorded_lessons_are_as_asked(string name)
    {
        var sample = Samples.Of(name);
        foreach (var brief in sample.Lessons())
        {
            var (answer, form) = (sample.Recorded($"lessons/{brief.Item}.md"), LessonForm.Of(brief));
            LessonCheck.Faults(answer, form).ShouldBeEmpty($"{name} {brief.Item}");
            LessonMending.Mend(answer, form).ShouldBe(answer);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Recorded_visuals_are_as_asked(string name)
    {
        var sample = Samples.Of(name);
        foreach (var brief in sample.Lessons())
        {
            var tags = LessonReader.Read(sample.Recorded($"lessons/{brief.Item}.md")).Visuals.ToList();
            VisualsReader.Read(sample.Recorded($"visuals/{brief.Item}.json"), brief.Item, tags).ShouldSatisfyAllConditions(
                reading => reading.Faults.ShouldBeEmpty(brief.Item), reading => reading.Value!.Visuals.ShouldAllBe(visual => visual.Diagram != null));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Recorded_lab_plans_and_labs_are_as_asked(string name)
    {
        var sample = Samples.Of(name);
        var reading = LabPlanReader.Read(sample.Recorded("lab-plans/01.json"), sample.Labs());
        reading.Faults.ShouldBeEmpty(name);
        foreach (var lab in reading.Value!.LabPlans)
        {
            var form = LabForm.Of(new Brief { Kind = WorkKind.Lab, Item = lab.LabId, Language = sample.Language, CourseTitle = "", LabPlan = lab });
            var answer = sample.Recorded($"labs/{lab.LabId}.md");
            LabCheck.Faults(answer, form).ShouldBeEmpty($"{name} {lab.LabId}");
            LabMending.Mend(answer, form).ShouldBe(answer);
        }
    }
}
