using CourseGen.Contracts;

namespace CourseGen.Planner.History;

/// <summary>One thing that happened to a course: an event that its saga handled.</summary>
public sealed class HistoryEntry
{
    /// <summary>Rising in the order of the course's events; given when it is stored.</summary>
    public long Id { get; init; }
    public required Guid CourseId { get; init; }
    public required int Revision { get; init; }
    public required DateTimeOffset At { get; init; }
    /// <summary>The event's type, for example <c>LessonWritten</c>.</summary>
    public required string Event { get; init; }
    /// <summary>Of an event about one item: its kind, its id, its status afterwards and the attempt that is told of.</summary>
    public WorkKind? Kind { get; init; }
    public string? Item { get; init; }
    public WorkStatus? Status { get; init; }
    public int? Attempt { get; init; }
    /// <summary>One sentence, at most 500 characters; null where the event's name says it all.</summary>
    public string? Text { get; init; }
}

/// <summary>Where the saga's steps leave what happened, in the step's own transaction. On Postgres; the embedded run forgets it.</summary>
interface ICourseHistory
{
    void Add(HistoryEntry entry);
}

sealed class ForgottenHistory : ICourseHistory
{
    public void Add(HistoryEntry entry)
    {
    }
}
