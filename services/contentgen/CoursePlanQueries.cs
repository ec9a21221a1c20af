using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Models;

namespace CourseGen.ContentGen;

/// <summary>Looking up what a plan must hold.</summary>
static class CoursePlanQueries
{
    public static PlannedLesson Lesson(this CoursePlan plan, string id) =>
        plan.Lessons.FirstOrDefault(lesson => lesson.Id == id) ?? throw NotPlanned("lesson", id);

    public static PlannedLab Lab(this CoursePlan plan, string id) => plan.Labs.FirstOrDefault(lab => lab.Id == id) ?? throw NotPlanned("lab", id);

    public static OutlineModule Module(this CoursePlan plan, int number) =>
        plan.Outline.Modules.FirstOrDefault(module => module.Number == number) ?? throw NotPlanned("module", number.ToString());

    /// <summary>The outline's entry of a lab, in a lesson or in the module itself.</summary>
    public static OutlineLab OutlineLab(this CoursePlan plan, PlannedLab lab)
    {
        var module = plan.Module(lab.ModuleNumber);
        return module.Lessons.SelectMany(lesson => lesson.Labs).Concat(module.Labs).FirstOrDefault(entry => entry.Id == lab.Id) ?? throw NotPlanned("lab", lab.Id);
    }

    static WorkException NotPlanned(string what, string id) =>
        new(FailureKind.UpstreamMissing, $"The plan has no {what} {id}.", "Start the course again, so that its plan is made anew.");
}
