using CourseGen.Contracts;
using CourseGen.Planner.Courses;

namespace CourseGen.Planner.Postgres;

/// <summary>The work items that a step has in its hands: as they are now, and as the database has them.</summary>
sealed class StepItems
{
    readonly Dictionary<(Guid Course, WorkKind Kind, string Id), WorkItem> _now = [];
    readonly Dictionary<(Guid Course, WorkKind Kind, string Id), WorkItem> _before = [];
    readonly HashSet<(Guid Course, WorkKind Kind, string Id)> _removed = [];
    readonly HashSet<Guid> _whole = [];

    /// <summary>Every item of the course is here, so that the database need not be asked.</summary>
    public bool IsWhole(Guid course) => _whole.Contains(course);

    public void SetWhole(Guid course) => _whole.Add(course);

    public bool Knows(Guid course, WorkKind kind, string id) =>
        _now.ContainsKey((course, kind, id)) || _removed.Contains((course, kind, id)) || IsWhole(course);

    public WorkItem? Find(Guid course, WorkKind kind, string id) => _now.GetValueOrDefault((course, kind, id));

    public IEnumerable<WorkItem> Now(Guid course) => _now.Values.Where(item => item.CourseId == course);

    public IEnumerable<WorkItem> Before(Guid course) => _before.Values.Where(item => item.CourseId == course);

    /// <summary>An item that the database gave; one that is known already stays as it is.</summary>
    public WorkItem Take(WorkItem item)
    {
        var key = KeyOf(item);
        if (_removed.Contains(key))
            return item;
        if (_now.TryGetValue(key, out var known))
            return known;
        _before[key] = item with { };
        return _now[key] = item;
    }

    public void Add(WorkItem item)
    {
        _removed.Remove(KeyOf(item));
        _now[KeyOf(item)] = item;
    }

    public void Remove(WorkItem item)
    {
        _now.Remove(KeyOf(item));
        _removed.Add(KeyOf(item));
    }

    public void Forget()
    {
        _now.Clear();
        _before.Clear();
        _removed.Clear();
        _whole.Clear();
    }

    static (Guid, WorkKind, string) KeyOf(WorkItem item) => (item.CourseId, item.Kind, item.Id);
}
