using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Models;
using CourseGen.Ppt.SpeakerNotes;

namespace CourseGen.Ppt;

/// <summary>Questions about a plan.</summary>
static class CoursePlanQueries
{
    /// <exception cref="WorkException">The plan has no such lesson.</exception>
    internal static PlannedLesson Lesson(this CoursePlan plan, string id) =>
        plan.Lessons.FirstOrDefault(lesson => lesson.Id == id)
        ?? throw new WorkException(FailureKind.UpstreamMissing, $"The plan has no lesson {id}.", "Start the course again, so that its plan is made anew.");

    /// <summary>Of teaching the lesson.</summary>
    internal static int MinutesOf(this CoursePlan plan, PlannedLesson lesson)
    {
        var module = plan.Outline.Modules.First(module => module.Number == lesson.ModuleNumber);
        return module.MinutesOf(module.Lessons.First(entry => entry.Id == lesson.Id));
    }

    /// <summary>Of teaching the module: the outline's, else what its lessons and labs come to.</summary>
    internal static int MinutesOf(this CoursePlan plan, OutlineModule module) =>
        module.DurationMinutes ?? plan.Lessons.Where(lesson => lesson.ModuleNumber == module.Number).Sum(plan.MinutesOf) + plan.LabsOf(module).Sum(lab => lab.DurationMinutes);

    /// <summary>The module's minutes with what of them its lessons and labs of the selection take.</summary>
    internal static TeachingTime TimeOf(this CoursePlan plan, OutlineModule module)
    {
        var (lessons, labs) = (plan.Lessons.Where(lesson => lesson.ModuleNumber == module.Number).ToList(), plan.LabsOf(module));
        return new TeachingTime(plan.MinutesOf(module), lessons.Sum(plan.MinutesOf), labs.Sum(lab => lab.DurationMinutes), lessons.Count, labs.Count);
    }

    /// <summary>The labs of the selection, as outlined.</summary>
    internal static IReadOnlyList<OutlineLab> LabsOf(this CoursePlan plan, OutlineModule module) =>
        [.. module.AllLabs().Where(lab => plan.Labs.Any(planned => planned.Id == lab.Id))];
}
