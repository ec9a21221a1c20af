namespace CourseGen.Contracts.Documents;

/// <summary><c>course.json</c>: what was made, from what, at what cost, and what is missing. For people; written over at the end and at every pause.</summary>
public sealed record CourseManifest
{
    public required string Title { get; init; }
    public required string ProjectFolder { get; init; }
    public required string Language { get; init; }
    public required int Revision { get; init; }
    /// <summary><c>completed</c>, <c>completed_with_gaps</c>, <c>paused</c>, <c>cancelled</c>, <c>failed</c>.</summary>
    public required string Status { get; init; }
    /// <summary>The text is made by the simulated model.</summary>
    public required bool Simulated { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public required DateTimeOffset WrittenAt { get; init; }
    /// <summary>Of this revision's work, not of what it reused.</summary>
    public required CourseTotals Totals { get; init; }
    public required ManifestCounts Counts { get; init; }
    public required ImageResult Images { get; init; }
    public required IReadOnlyList<ManifestArtifact> Artifacts { get; init; }
    public required IReadOnlyList<ManifestGap> Gaps { get; init; }
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

public sealed record ManifestCounts(MadeCount Lessons, MadeCount Images, MadeCount Labs, MadeCount Decks, MadeCount Books);

public sealed record MadeCount(int Expected, int Made, int Failed);

/// <summary>The course's pictures in the original's words.</summary>
public sealed record ImageResult(int StatusCode, ImageStatistics Statistics, IReadOnlyList<FailedImage> FailedDetails);

/// <param name="Tokens">Input and output together, of all calls made for it in this revision.</param>
/// <param name="Requirements">A repair's wishes that it was made with, in place of the plan's.</param>
public sealed record ManifestArtifact(
    WorkKind Kind, string Item, string Key, string Sha256, string Fingerprint, int Generation, ModelRef? Model, long Tokens, decimal CostUsd,
    DateTimeOffset? FinishedAt, bool Reused, string? Requirements = null);

public sealed record ManifestGap(WorkKind Kind, string Item, string Title, string Reason, string Remedy, int Generation, bool BadContent,
    string? Requirements = null);
