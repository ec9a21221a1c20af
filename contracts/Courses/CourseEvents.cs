namespace CourseGen.Contracts;

/// <summary>A named thing that the course lacks, and why.</summary>
/// <param name="Item">For example <c>01-02</c> (a lesson) or <c>01-02-0003</c> (a picture).</param>
/// <param name="Remedy">What a person can do about it.</param>
public sealed record Gap(WorkKind Kind, string Item, string Reason, string Remedy);

/// <summary>What a course has used and taken so far.</summary>
/// <param name="Reused">Items that were found in the store and cost nothing.</param>
public sealed record CourseTotals(int Calls, int Reused, long InputTokens, long OutputTokens, decimal CostUsd, double Seconds);

/// <param name="Warnings">What was accepted but is different from what was asked.</param>
public sealed record CourseStarted(Guid CourseId, CourseLocation Location, int Revision, string Title, IReadOnlyList<string> Warnings) : ICourseMessage;

/// <summary>One item changed; the counts are those of its stage in its module (module 0: the course's own work).</summary>
public sealed record CourseProgressed(
    Guid CourseId, int Revision, WorkKind Kind, int Module, string Item, WorkStatus Status, int Total, int Done, int Gaps, CourseTotals Totals) : ICourseMessage;

public sealed record CourseCompleted(Guid CourseId, CourseLocation Location, int Revision, ArtifactRef? Manifest, CourseTotals Totals) : ICourseMessage;

/// <summary>The course is made, apart from the named gaps (207 in the original's words).</summary>
/// <param name="Gaps">The first fifty; all are in <c>course.json</c>.</param>
public sealed record CourseCompletedWithGaps(
    Guid CourseId, CourseLocation Location, int Revision, ArtifactRef? Manifest, CourseTotals Totals, int GapCount, IReadOnlyList<Gap> Gaps) : ICourseMessage;

/// <param name="Retryable">True when the same command may succeed later (the store was down).</param>
public sealed record CourseFailed(
    Guid CourseId, CourseLocation Location, int Revision, string Reason, bool Retryable, CourseTotals Totals, IReadOnlyList<Gap> Gaps) : ICourseMessage;

/// <summary>One fault of a refused start.</summary>
/// <param name="Field">The command's field, or <c>outline.yaml:line:column</c>.</param>
public sealed record CommandFault(string Field, string Message);

/// <summary>A start that was refused; nothing is started, nothing is spent.</summary>
public sealed record CourseRejected(Guid CourseId, CourseLocation? Location, IReadOnlyList<CommandFault> Faults) : ICourseMessage;

/// <param name="Remedy">The setting or limit to change before the course is resumed.</param>
public sealed record CoursePaused(Guid CourseId, CourseLocation Location, int Revision, string Reason, string Remedy, CourseTotals Totals) : ICourseMessage;

public sealed record CourseCancelled(Guid CourseId, CourseLocation Location, int Revision, CourseTotals Totals) : ICourseMessage;

/// <summary>A wake-up for a course: something became due (a retry, a lease, a limit). Sent by the pump, which locks nothing.</summary>
public sealed record DispatchWork(Guid CourseId) : ICourseMessage;
