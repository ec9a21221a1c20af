using System.Globalization;
using System.Text.Json;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;

namespace CourseGen.Cli.Output;

/// <summary>The closing object of <c>--json</c>.</summary>
/// <param name="Status"><c>completed</c>, <c>completed_with_gaps</c>, <c>failed</c>, <c>rejected</c>, <c>paused</c>, <c>cancelled</c>.</param>
/// <param name="Folder">The project folder on disk, or bucket and project folder in the servers' store.</param>
/// <param name="Reused">Items that were there already.</param>
/// <param name="Warnings">What was made, but otherwise than asked for, with the remedy.</param>
/// <param name="Files">Keys of what a reader wants: books, lab guide, decks, infographic, manifest.</param>
sealed record CourseReport(
    string Status, string Folder, int Calls, int Reused, IReadOnlyList<ManifestGap> Gaps, long Tokens, decimal CostUsd, double Seconds, IReadOnlyList<string> Files,
    string? Reason, IReadOnlyList<string> Warnings);

/// <summary>Says at the end where the files are and what is missing.</summary>
static class CourseSummary
{
    const int ListedGaps = 20;

    public static async Task<int> Write(CoursePlace place, ICourseMessage end, CourseManifest? manifest, bool json)
    {
        var report = ReportOf(place, end, manifest);
        if (json)
            await Console.Out.WriteLineAsync(JsonSerializer.Serialize(report, DocumentJson.Options));
        else if (report.Files.Count > 0)
            WriteFiles(report);
        WriteEnd(place, report, end);
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

    internal static CourseReport ReportOf(CoursePlace place, ICourseMessage end, CourseManifest? manifest)
    {
        var (status, totals, reason) = end switch
        {
            CourseCompleted done => ("completed", done.Totals, null),
            CourseCompletedWithGaps done => ("completed_with_gaps", done.Totals, null),
            CourseFailed failed => ("failed", failed.Totals, failed.Reason),
            CoursePaused paused => ("paused", paused.Totals, FaultText.Of(paused, place)),
            CourseCancelled cancelled => ("cancelled", cancelled.Totals, null),
            CourseRejected rejected => ("rejected", new CourseTotals(0, 0, 0, 0, 0, 0), FaultText.Of(rejected.Faults)),
            _ => throw new ArgumentOutOfRangeException(nameof(end)),
        };
        var made = end is not (CourseRejected or CourseFailed) ? manifest : null;
        return new CourseReport(status, place.Folder, totals.Calls, totals.Reused, made?.Gaps ?? GapsOf(end),
            totals.InputTokens + totals.OutputTokens, totals.CostUsd, totals.Seconds, FilesOf(made), reason, made?.Warnings ?? []);
    }

    /// <summary>Where there is no manifest at hand, the event has the first fifty.</summary>
    static IReadOnlyList<ManifestGap> GapsOf(ICourseMessage end) => end is CourseCompletedWithGaps { Gaps: var gaps }
        ? [.. gaps.Select(gap => new ManifestGap(gap.Kind, gap.Item, "", gap.Reason, gap.Remedy, Generation: 0, BadContent: false))]
        : [];

    static IReadOnlyList<string> FilesOf(CourseManifest? manifest) => manifest is null
        ? []
        : [.. manifest.Artifacts.Where(artifact => artifact.Kind is WorkKind.Book or WorkKind.LabGuide or WorkKind.Deck or WorkKind.Infographic or WorkKind.DeckBatch)
            .Select(artifact => artifact.Key).Where(key => !key.StartsWith('.')), "course.json"];

    static void WriteFiles(CourseReport report)
    {
        foreach (var file in report.Files)
            Console.Out.WriteLine(Path.Combine(report.Folder, file));
    }

    static void WriteEnd(CoursePlace place, CourseReport report, ICourseMessage end)
    {
        foreach (var gap in report.Gaps.Take(ListedGaps))
            Console.Error.WriteLine($"missing: {gap.Kind.InWords()} {gap.Item}{TitleOf(gap)}: {gap.Reason} {gap.Remedy}");
        if (report.Gaps.Count > ListedGaps)
            Console.Error.WriteLine($"missing: {report.Gaps.Count - ListedGaps} more; all are in course.json.");
        foreach (var warning in report.Warnings)
            Console.Error.WriteLine($"note: {warning}");
        var counts = string.Create(CultureInfo.InvariantCulture,
            $"{report.Calls} model calls, {report.Reused} items reused, {report.Tokens:N0} tokens, {report.CostUsd:0.00} USD, {report.Seconds:0.0} s.");
        Console.Error.WriteLine(end switch
        {
            CourseCompleted => $"Done: {counts}",
            CourseCompletedWithGaps gaps => $"Done with {gaps.GapCount} gaps: {counts} To make what is missing: {place.Repair}",
            CoursePaused => $"Paused: {report.Reason}",
            CourseCancelled => $"Cancelled: {counts} What is made is kept; {(place.Fetch is null ? "the same command" : place.Repair)} goes on.",
            CourseFailed => $"Failed: {report.Reason}",
            _ => report.Reason,
        });
        if (place.Fetch is { } fetch && end is (CourseCompleted or CourseCompletedWithGaps))
            Console.Error.WriteLine($"To fetch the files: {fetch}");
    }

    static string TitleOf(ManifestGap gap) => gap.Title.Length == 0 || gap.Title == gap.Item ? "" : $" \"{gap.Title}\"";
}
