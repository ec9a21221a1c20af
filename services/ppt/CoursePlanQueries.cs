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

    /// <summary>Of the module's selected lessons and labs.</summary>
    internal static TeachingTime TimeOf(this CoursePlan plan, OutlineModule module)
    {
        var lessons = plan.Lessons.Where(lesson => lesson.ModuleNumber == module.Number).ToList();
        var labs = plan.Labs.Where(lab => lab.ModuleNumber == module.Number).ToList();
        return new TeachingTime(lessons.Sum(plan.MinutesOf), labs.Sum(lab => plan.Outlined(lab)?.DurationMinutes ?? 0), lessons.Count, labs.Count);
    }

    /// <returns>Null where the outline does not know the lab.</returns>
    internal static OutlineLab? Outlined(this CoursePlan plan, PlannedLab lab) =>
        plan.Outline.Modules.SelectMany(module => module.Labs.Concat(module.Lessons.SelectMany(lesson => lesson.Labs))).FirstOrDefault(one => one.Id == lab.Id);
}
