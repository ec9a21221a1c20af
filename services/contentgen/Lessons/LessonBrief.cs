using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Models;

namespace CourseGen.ContentGen.Lessons;

/// <summary>What a call about a lesson is told of it, from the plan alone.</summary>
static class LessonBrief
{
    public static Brief Of(CoursePlan plan, PlannedLesson planned, WorkKind kind)
    {
        var module = plan.Module(planned.ModuleNumber);
        var lesson = module.Lessons.First(entry => entry.Number == planned.LessonNumber);
        var all = plan.Outline.Modules.SelectMany(each => each.Lessons).ToList();
        var at = all.IndexOf(lesson);
        return new Brief
        {
            Kind = kind,
            Item = planned.Id,
            Language = plan.Language,
            CourseTitle = plan.Outline.Title,
            Level = plan.Outline.Level,
            Audience = plan.Outline.Audience,
            ModuleNumber = planned.ModuleNumber,
            ModuleTitle = module.Title,
            LessonNumber = planned.LessonNumber,
            LessonTitle = lesson.Title,
            BloomLevel = lesson.BloomLevel ?? module.BloomLevel,
            Minutes = lesson.DurationMinutes,
            TargetWords = planned.TargetWords,
            TargetSlides = planned.TargetSlides,
            Topics = lesson.Topics.Count == 0 ? [lesson.Title] : [.. lesson.Topics.Select(topic => topic.Title)],
            TaughtAlready = [.. all.Take(at).Select(before => before.Title)],
            NextLesson = all.ElementAtOrDefault(at + 1)?.Title,
            Requirements = plan.Settings.LessonRequirements,
            References = module.References,
        };
    }
}
