using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Documents;
using CourseGen.Models;
using Microsoft.Extensions.AI;

namespace CourseGen.Ppt.Slides;

/// <summary>
/// The messages that ask for a lesson's slides. The instructions are an embedded template, <c>slides.{version}.md</c>; an old
/// version stays as it is while any course pins it.
/// </summary>
static class SlidePrompt
{
    /// <exception cref="WorkException">This build has no such version.</exception>
    internal static IReadOnlyList<ChatMessage> For(UnitContext unit, CoursePlan plan, PlannedLesson lesson, string markdown, LessonDocument document) =>
    [
        new(ChatRole.System, Template(unit.Order.PromptVersion)
            .Replace("{{Language}}", plan.Language, StringComparison.Ordinal).Replace("{{Schema}}", SlidePlanSchema.Schema.Text, StringComparison.Ordinal)),
        new(ChatRole.User, $"{BriefOf(plan, lesson, document).AskedFor(unit).ToPrompt()}\n\n{Brief.LessonBlock(markdown)}"),
    ];

    internal static string SendBack(IEnumerable<string> faults) => $"""
        Your answer cannot be used yet. Its faults:
        {string.Join('\n', faults.Take(20).Select(fault => $"- {fault}"))}

        Give the whole JSON object again with these faults corrected and everything else kept. Give nothing but the JSON object.
        """;

    static Brief BriefOf(CoursePlan plan, PlannedLesson lesson, LessonDocument document)
    {
        var module = plan.Outline.Modules.First(module => module.Number == lesson.ModuleNumber);
        var outlined = module.Lessons.First(entry => entry.Id == lesson.Id);
        return new Brief
        {
            Kind = WorkKind.Slides,
            Item = lesson.Id,
            Language = plan.Language,
            CourseTitle = plan.Outline.Title,
            Level = plan.Outline.Level,
            Audience = plan.Outline.Audience,
            ModuleNumber = module.Number,
            ModuleTitle = module.Title,
            LessonNumber = lesson.LessonNumber,
            LessonTitle = lesson.Title,
            BloomLevel = outlined.BloomLevel ?? module.BloomLevel,
            Minutes = module.MinutesOf(outlined),
            TargetSlides = lesson.TargetSlides,
            Topics = [.. outlined.Topics.Select(topic => topic.Title)],
            Visuals = [.. document.Visuals.Select(visual => new BriefVisual(visual.Id, visual.Description))],
        };
    }

    static string Template(string version)
    {
        using var stream = typeof(SlidePrompt).Assembly.GetManifestResourceStream($"slides.{version}.md")
            ?? throw new WorkException(FailureKind.Configuration, $"This build has no version '{version}' of the slides prompt.",
                "Run the build that the course was started with, or start it again with refresh: true.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
