namespace CourseGen.Planner.Postgres;

/// <summary>
/// Which due courses are to be woken now. One that was woken is left alone until something else of it falls due, or for a while: its
/// wake-up may still lie in the queue.
/// </summary>
sealed class WakeUps(TimeSpan again)
{
    readonly Dictionary<Guid, (DateTimeOffset At, DateTimeOffset WokenAt)> _woken = [];

    public IReadOnlyList<DueCourse> Of(IReadOnlyList<DueCourse> due, DateTimeOffset now)
    {
        var still = due.Select(course => course.Course).ToHashSet();
        foreach (var healed in _woken.Keys.Where(course => !still.Contains(course)).ToList())
            _woken.Remove(healed);
        return [.. due.Where(course => !_woken.TryGetValue(course.Course, out var last) || course.At > last.At || now - last.WokenAt >= again)];
    }

    public void Woken(DueCourse course, DateTimeOffset now) => _woken[course.Course] = (course.At, now);
}
