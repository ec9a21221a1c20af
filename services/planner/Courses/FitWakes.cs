namespace CourseGen.Planner.Courses;

/// <summary>
/// When a course whose waiting work fits its quota is to be woken: at the moment it fits, but no oftener than the spacing, because its
/// last wake-up may not have been handled yet.
/// </summary>
sealed class FitWakes(TimeSpan spacing)
{
    readonly Dictionary<Guid, DateTimeOffset> _woken = [];

    /// <returns>Null when nothing waits.</returns>
    public DateTimeOffset? At((Guid Course, DateTimeOffset At)? fit) =>
        fit is not { } next ? null
        : _woken.TryGetValue(next.Course, out var last) && last + spacing > next.At ? last + spacing
        : next.At;

    public void Woken(Guid course, DateTimeOffset now)
    {
        foreach (var old in _woken.Where(one => one.Value + spacing < now).Select(one => one.Key).ToList())
            _woken.Remove(old);
        _woken[course] = now;
    }
}
