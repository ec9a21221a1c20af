using System.Globalization;
using System.Text.Json;
using CourseGen.Cli.Embedded;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;

namespace CourseGen.Cli.Output;

/// <summary>The closing object of <c>--json</c>.</summary>
/// <param name="Status"><c>completed</c>, <c>completed_with_gaps</c>, <c>failed</c>, <c>rejected</c>, <c>paused</c>, <c>cancelled</c>.</param>
/// <param name="Folder">The project folder on disk.</param>
/// <param name="Reused">Items that were there already.</param>
/// <param name="Files">Keys of what a reader wants: books, lab guide, decks, infographic, manifest.</param>
sealed record CourseReport(
    string Status, string Folder, int Calls, int Reused, IReadOnlyList<ManifestGap> Gaps, long Tokens, decimal CostUsd, double Seconds, IReadOnlyList<string> Files,
    string? Reason);

/// <summary>Says at the end where the files are and what is missing.</summary>
static class CourseSummary
{
    const int ListedGaps = 20;

    public static async Task<int> Write(EmbeddedRun run, ICourseMessage end, CourseManifest? manifest, bool json)
    {
        var report = ReportOf(Path.Combine(run.Settings.OutputFolder, run.Location.Folder), end, manifest);
        if (json)
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(report, DocumentJson.Options));
        else if (report.Files.Count > 0)
            WriteFiles(report);
        WriteEnd(report, end);
        return ExitCodeOf(end);
    }

    internal static int ExitCodeOf(ICourseMessage end) => end switch
    {
        CourseCompleted => ExitCodes.Done,
        CourseCompletedWithGaps => ExitCodes.Gaps,
        CourseCancelled => ExitCodes.Cancelled,
        CourseRejected rejected => rejected.Faults.All(fault => fault.Field.Contains(':')) ? ExitCodes.InvalidInput : ExitCodes.Usage,
        _ => ExitCodes.Failed,
    };

    internal static CourseReport ReportOf(string folder, ICourseMessage end, CourseManifest? manifest)
    {
        var (status, totals, reason) = end switch
        {
            CourseCompleted done => ("completed", done.Totals, null),
            CourseCompletedWithGaps done => ("completed_with_gaps", done.Totals, null),
            CourseFailed failed => ("failed", failed.Totals, failed.Reason),
            CoursePaused paused => ("paused", paused.Totals, FaultText.Of(paused)),
            CourseCancelled cancelled => ("cancelled", cancelled.Totals, null),
            CourseRejected rejected => ("rejected", new CourseTotals(0, 0, 0, 0, 0, 0), FaultText.Of(rejected.Faults)),
            _ => throw new ArgumentOutOfRangeException(nameof(end)),
        };
        var made = end is not (CourseRejected or CourseFailed) ? manifest : null;
        return new CourseReport(status, folder, totals.Calls, totals.Reused, made?.Gaps ?? [],
            totals.InputTokens + totals.OutputTokens, totals.CostUsd, totals.Seconds, FilesOf(made), reason);
    }

    static IReadOnlyList<string> FilesOf(CourseManifest? manifest) => manifest is null
        ? []
        : [.. manifest.Artifacts.Where(artifact => artifact.Kind is WorkKind.Book or WorkKind.LabGuide or WorkKind.Deck or WorkKind.Infographic or WorkKind.DeckBatch)
            .Select(artifact => artifact.Key).Where(key => !key.StartsWith('.')), "course.json"];

    static void WriteFiles(CourseReport report)
    {
        foreach (var file in report.Files)
            Console.Out.WriteLine(Path.Combine(report.Folder, file));
    }

    static void WriteEnd(CourseReport report, ICourseMessage end)
    {
        foreach (var gap in report.Gaps.Take(ListedGaps))
            Console.Error.WriteLine($"missing: {gap.Kind.InWords()} {gap.Item}{TitleOf(gap)}: {gap.Reason} {gap.Remedy}");
        if (report.Gaps.Count > ListedGaps)
            Console.Error.WriteLine($"missing: {report.Gaps.Count - ListedGaps} more; all are in course.json.");
        var counts = string.Create(CultureInfo.InvariantCulture,
            $"{report.Calls} model calls, {report.Reused} items reused, {report.Tokens:N0} tokens, {report.CostUsd:0.00} USD, {report.Seconds:0.0} s.");
        Console.Error.WriteLine(end switch
        {
            CourseCompleted => $"Done: {counts}",
            CourseCompletedWithGaps gaps => $"Done with {gaps.GapCount} gaps: {counts} To make what is missing: coursegen repair {report.Folder}",
            CoursePaused => $"Paused: {report.Reason}",
            CourseCancelled => $"Cancelled: {counts} What is made is kept; the same command goes on.",
            CourseFailed => $"Failed: {report.Reason}",
            _ => report.Reason,
        });
    }

    static string TitleOf(ManifestGap gap) => gap.Title.Length == 0 || gap.Title == gap.Item ? "" : $" \"{gap.Title}\"";
}
