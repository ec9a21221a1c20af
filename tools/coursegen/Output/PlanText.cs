using System.Text;
using CourseGen.Contracts.Documents;

namespace CourseGen.Cli.Output;

/// <summary>A plan for people: batches, calls, tokens, time and cost.</summary>
static class PlanText
{
    /// <summary>Tokens of one word of English prose, a common rule of thumb.</summary>
    const double TokensPerWord = 1.4;

    public static string Of(CoursePlan plan)
    {
        var text = new StringBuilder();
        text.AppendLine($"{plan.Outline.Title} ({plan.Language}), {plan.ContentType.ToString().ToLowerInvariant()}, modules {string.Join(", ", plan.SelectedModules)}");
        text.AppendLine($"lessons  {plan.Lessons.Count}, {plan.Lessons.Sum(lesson => lesson.TargetWords):N0} words; labs {plan.Labs.Count}");
        text.AppendLine();
        text.AppendLine("content batches");
        foreach (var module in plan.LessonBatches.Where(batch => plan.SelectedModules.Contains(batch.ModuleNumber)).GroupBy(batch => batch.ModuleNumber))
            text.AppendLine($"  module {module.Key,2}: {string.Join(", ", module.Select(batch => $"lessons {batch.BatchStartIdx + 1}–{batch.BatchEndIdx}"))}");
        text.AppendLine("deck batches");
        text.AppendLine($"  {string.Join(", ", plan.DeckBatches.Select(batch => $"{batch.LessonStart}–{batch.LessonEnd}"))}");
        text.AppendLine();
        AppendCalls(text, plan);
        foreach (var warning in plan.Warnings)
            text.AppendLine($"note: {warning}");
        return text.ToString().TrimEnd();
    }

    static void AppendCalls(StringBuilder text, CoursePlan plan)
    {
        var calls = plan.ExpectedCalls;
        text.AppendLine($"calls    {calls.Total}: lessons {calls.Lessons}, visuals {calls.Visuals}, pictures up to {calls.Images}, slides {calls.Slides}, lab plans {calls.LabPlans}, labs {calls.Labs}");
    }
}
