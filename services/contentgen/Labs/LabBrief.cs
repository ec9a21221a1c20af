using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Models;

namespace CourseGen.ContentGen.Labs;

/// <summary>What a call about labs is told of them.</summary>
static class LabBrief
{
    /// <summary>Ours: about 35 words a minute, within the 1,000 to 1,800 words of a lab.</summary>
    const int WordsPerMinute = 35;

    /// <param name="part">From 1.</param>
    public static Brief OfPart(CoursePlan plan, IReadOnlyList<PlannedLab> labs, int part) => Of(plan, WorkKind.LabPlan) with
    {
        Item = $"{part:00}",
        Labs = [.. labs.Select(plan.OutlineLab)],
        Topics = [.. labs.SelectMany(lab => LessonsOf(plan, lab)).SelectMany(TopicsOf).Distinct()],
    };

    public static Brief OfLab(CoursePlan plan, PlannedLab lab, LabPlan entry)
    {
        var (module, outlined, lessons) = (plan.Module(lab.ModuleNumber), plan.OutlineLab(lab), LessonsOf(plan, lab));
        return Of(plan, WorkKind.Lab) with
        {
            Item = lab.Id,
            ModuleNumber = module.Number,
            ModuleTitle = module.Title,
            LessonNumber = lab.LessonNumber,
            LessonTitle = lab.LessonNumber > 0 ? lessons.FirstOrDefault()?.Title : null,
            BloomLevel = entry.BloomLevel ?? module.BloomLevel,
            Minutes = entry.EstimatedDuration,
            TargetWords = Math.Clamp(entry.EstimatedDuration * WordsPerMinute, 1000, 1800),
            Topics = [.. lessons.SelectMany(TopicsOf).Distinct()],
            Labs = [outlined],
            LabPlan = entry,
        };
    }

    static Brief Of(CoursePlan plan, WorkKind kind) => new()
    {
        Kind = kind,
        Item = "",
        Language = plan.Language,
        CourseTitle = plan.Outline.Title,
        Level = plan.Outline.Level,
        Audience = plan.Outline.Audience,
        Requirements = plan.Settings.LabRequirements,
    };

    /// <summary>A lesson's lab practises that lesson; a module's, all of its lessons.</summary>
    static IEnumerable<OutlineLesson> LessonsOf(CoursePlan plan, PlannedLab lab) =>
        plan.Module(lab.ModuleNumber).Lessons.Where(lesson => lab.LessonNumber == 0 || lesson.Number == lab.LessonNumber);

    static IEnumerable<string> TopicsOf(OutlineLesson lesson) => lesson.Topics.Select(topic => topic.Title).DefaultIfEmpty(lesson.Title);
}
