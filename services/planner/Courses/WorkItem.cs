using CourseGen.Contracts;
using CourseGen.Sagas;

namespace CourseGen.Planner.Courses;

/// <summary>One item of work: the one truth about what is ready, sent, done or missing. Changed only under its course's lock.</summary>
public sealed record WorkItem : IRow<WorkItem>
{
    object? _key;

    public required Guid CourseId { get; init; }
    public required WorkKind Kind { get; init; }
    /// <summary>For example <c>01-02</c>, <c>01-02-0003</c>, <c>batch-2</c>, <c>book</c>.</summary>
    public required string Id { get; init; }
    public required int Revision { get; init; }
    public WorkStatus Status { get; set; }
    /// <summary>0 for the course's own.</summary>
    public int Module { get; init; }
    /// <summary><c>MM-LL</c> of the lesson it belongs to; null for the course's own.</summary>
    public string? Lesson { get; init; }
    /// <summary>Content batch through the course, from 1; 0 where none.</summary>
    public int Batch { get; init; }
    /// <summary>From 1; 0 where none.</summary>
    public int DeckBatch { get; init; }
    /// <summary>The course's, 0 to 9: of two that want the same quota, the higher goes first.</summary>
    public int Priority { get; init; }
    public required string Basis { get; set; }
    public int Generation { get; set; }
    public bool Force { get; set; }
    public string? Requirements { get; set; }
    /// <summary>Sha256 of the bytes upstream, where the row does not name them by another row (a picture's prompt file).</summary>
    public string? Upstream { get; init; }
    public bool CallsModel { get; init; }
    /// <summary>Attempts that a worker has started.</summary>
    public int Attempts { get; set; }
    /// <summary>Times it was handed back unfinished.</summary>
    public int Returns { get; set; }
    /// <summary>
    /// Tokens of its next call's input, where they are known better than by the sizes of what it reads: counted by a worker, or what its
    /// last call read and wrote. It is the row's own: a prompt that is made otherwise is of a new row.
    /// </summary>
    public long? CountedInput { get; set; }
    /// <summary>Not sent before; null: at once.</summary>
    public DateTimeOffset? DueAt { get; set; }
    public Guid? ReservationId { get; set; }
    public string? Fingerprint { get; set; }
    public IReadOnlyList<ArtifactRef> Artifacts { get; set; } = [];
    public WorkFailure? Failure { get; set; }
    public bool Reused { get; set; }
    public long Tokens { get; set; }
    public decimal CostUsd { get; set; }
    public DateTimeOffset? FinishedAt { get; set; }

    public bool IsFinished => Status is WorkStatus.Done or WorkStatus.Gap or WorkStatus.Skipped;

    object IRow<WorkItem>.Key => _key ??= KeyOf(CourseId, Kind, Id);
    Guid IRow<WorkItem>.Partition => CourseId;
    WorkItem IRow<WorkItem>.Copy() => this with { };

    internal static object KeyOf(Guid course, WorkKind kind, string id) => (course, kind, id);

    /// <summary>The number of the module that an id begins with; 0 for the course's own work.</summary>
    internal static int ModuleOf(string id) => id.Length >= 2 && int.TryParse(id.AsSpan(0, 2), out var module) ? module : 0;
}
