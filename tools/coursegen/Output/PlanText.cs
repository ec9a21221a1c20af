using System.Globalization;
using System.Text;
using CourseGen.Contracts.Documents;
using CourseGen.Planner.Planning;

namespace CourseGen.Cli.Output;

/// <summary>A plan for people: batches, calls, tokens, time and cost.</summary>
static class PlanText
{
    public static string Of(CoursePlan plan)
    {
        var text = new StringBuilder();
        Line(text, $"{plan.Outline.Title} ({plan.Language}), {plan.ContentType.ToString().ToLowerInvariant()}, modules {string.Join(", ", plan.SelectedModules)}");
        Line(text, $"lessons  {plan.Lessons.Count}, {plan.Lessons.Sum(lesson => lesson.TargetWords):N0} words; labs {plan.Labs.Count}");
        text.AppendLine();
        AppendBatches(text, plan);
        text.AppendLine();
        AppendEstimate(text, plan.ExpectedCalls, CourseEstimate.Of(plan));
        foreach (var warning in plan.Warnings)
            Line(text, $"note: {warning}");
        return text.ToString().TrimEnd();
    }

    static void AppendBatches(StringBuilder text, CoursePlan plan)
    {
        text.AppendLine("content batches");
        foreach (var module in plan.LessonBatches.Where(batch => plan.SelectedModules.Contains(batch.ModuleNumber)).GroupBy(batch => batch.ModuleNumber))
            Line(text, $"  module {module.Key,2}: {string.Join(", ", module.Select(batch => $"lessons {batch.BatchStartIdx + 1}–{batch.BatchEndIdx}"))}");
        var made = plan.Lessons.Select(lesson => lesson.DeckBatch).ToHashSet();
        if (!plan.Settings.BuildDeck || made.Count == 0)
            return;
        text.AppendLine("deck batches");
        Line(text, $"  {string.Join(", ", plan.DeckBatches.Where(batch => made.Contains(batch.BatchIndex + 1)).Select(batch => $"{batch.LessonStart}–{batch.LessonEnd}"))}");
    }

    static void AppendEstimate(StringBuilder text, ExpectedCalls calls, CourseEstimate estimate)
    {
        Line(text, $"calls    {calls.Total}: lessons {calls.Lessons}, visuals {calls.Visuals}, pictures up to {calls.Images}, slides {calls.Slides}, lab plans {calls.LabPlans}, labs {calls.Labs}");
        Line(text, $"tokens   about {estimate.InputTokens:N0} in, {estimate.OutputTokens:N0} out");
        Line(text, $"time     {Duration(estimate.Chosen.Seconds)} with {estimate.Chosen.Provider}");
        Line(text, $"cost     {estimate.Chosen.CostUsd:0.00} USD with {estimate.Chosen.Provider}");
        var rate = $"at {CourseEstimate.TokensPerSecond} tokens a second a call and {CourseEstimate.CallsAtOnce} calls at once";
        var reference = estimate.Reference;
        Line(text, $"compare  {reference.Model}: about {reference.CostUsd:0.00} USD without pictures, {Duration(reference.Seconds)} {rate}");
    }

    static string Duration(double seconds) => seconds < 90
        ? string.Create(CultureInfo.InvariantCulture, $"about {Math.Max(1, seconds):0} s")
        : string.Create(CultureInfo.InvariantCulture, $"about {seconds / 60:0} min");

    static void Line(StringBuilder text, FormattableString line) => text.AppendLine(line.ToString(CultureInfo.InvariantCulture));
}
