using CourseGen.Contracts;
using CourseGen.Sagas;

namespace CourseGen.Planner.Courses;

/// <summary>A question about a course's work items; a field that is null asks nothing.</summary>
public sealed record WorkQuery
{
    public IReadOnlyList<WorkKind>? Kinds { get; init; }
    public IReadOnlyList<WorkStatus>? Statuses { get; init; }
    public IReadOnlyList<string>? Ids { get; init; }
    public int? Module { get; init; }
    public string? Lesson { get; init; }
    /// <summary>Those of the lesson, and those of none.</summary>
    public string? LessonOrNone { get; init; }
    public int? DeckBatch { get; init; }
    public Guid? ReservationId { get; init; }
    /// <summary>Those that wait for a time which is then past.</summary>
    public DateTimeOffset? DueBy { get; init; }

    public static readonly IReadOnlyList<WorkStatus> Unfinished = [WorkStatus.Waiting, WorkStatus.Ready, WorkStatus.Sent];

    public bool Matches(WorkItem item) =>
        (Kinds is null || Kinds.Contains(item.Kind)) && (Statuses is null || Statuses.Contains(item.Status)) &&
        (Ids is null || Ids.Contains(item.Id)) && (Module is null || Module == item.Module) && (Lesson is null || Lesson == item.Lesson) &&
        (LessonOrNone is null || item.Lesson is null || LessonOrNone == item.Lesson) &&
        (DeckBatch is null || DeckBatch == item.DeckBatch) && (ReservationId is null || ReservationId == item.ReservationId) &&
        (DueBy is null || item.DueAt <= DueBy);
}

/// <summary>A course's work items within one step of its saga (outside a step: what is committed). In memory, or on Postgres.</summary>
public interface IWorkItems
{
    Task<WorkItem?> Find(Guid course, WorkKind kind, string id, CancellationToken token);
    Task<IReadOnlyList<WorkItem>> Where(Guid course, WorkQuery query, CancellationToken token);
    Task<bool> Any(Guid course, WorkQuery query, CancellationToken token);
    /// <summary>How many there are in each status; none has no entry.</summary>
    Task<IReadOnlyDictionary<WorkStatus, int>> Count(Guid course, WorkQuery query, CancellationToken token);
    void Add(WorkItem item);
    void Remove(WorkItem item);

    /// <summary>When the next item of a running course that waits for a time, or its limit of hours, falls due; null when none does.</summary>
    Task<(Guid Course, DateTimeOffset At)?> NextDue(CancellationToken token);
}

/// <summary>The embedded run's work items.</summary>
sealed class MemoryWorkItems(MemorySession session) : IWorkItems
{
    public Task<WorkItem?> Find(Guid course, WorkKind kind, string id, CancellationToken token) =>
        Task.FromResult(session.Find<WorkItem>(course, WorkItem.KeyOf(course, kind, id)));

    public Task<IReadOnlyList<WorkItem>> Where(Guid course, WorkQuery query, CancellationToken token) =>
        Task.FromResult(session.Where<WorkItem>(course, query.Matches));

    public Task<bool> Any(Guid course, WorkQuery query, CancellationToken token) => Task.FromResult(session.Any<WorkItem>(course, query.Matches));

    public Task<IReadOnlyDictionary<WorkStatus, int>> Count(Guid course, WorkQuery query, CancellationToken token) =>
        Task.FromResult<IReadOnlyDictionary<WorkStatus, int>>(session.Where<WorkItem>(course, query.Matches).CountBy(item => item.Status).ToDictionary());

    public void Add(WorkItem item) => session.Add(item);

    public void Remove(WorkItem item) => session.Remove(item);

    public Task<(Guid Course, DateTimeOffset At)?> NextDue(CancellationToken token)
    {
        var running = session.Partitions<Course>()
            .SelectMany(course => session.Where<Course>(course, saga => saga.CurrentState == nameof(CourseStateMachine.Running))).ToList();
        var limits = running.Select(course => (course.CorrelationId, course.Deadline));
        var items = running
            .SelectMany(course => session.Where<WorkItem>(course.CorrelationId, item => item.Status == WorkStatus.Ready && item.DueAt is not null))
            .Select(item => (item.CourseId, item.DueAt!.Value));
        return Task.FromResult(items.Concat(limits).Select(due => ((Guid Course, DateTimeOffset At)?)due).MinBy(due => due!.Value.At));
    }
}
