namespace CourseGen.Planner.Courses;

/// <summary>
/// When a course whose waiting work fits its quota is to be woken: at the moment it fits, but no oftener than the spacing, because its
/// last wake-up may not have been handled yet. One that was woken in vain (it is paused, say) is woken ever more seldom.
/// </summary>
/// <param name="longest">From one wake-up in vain to the next.</param>
sealed class FitWakes(TimeSpan spacing, TimeSpan longest)
{
    readonly Dictionary<Guid, (DateTimeOffset At, TimeSpan Spacing)> _woken = [];

    /// <returns>Null when nothing waits.</returns>
    public DateTimeOffset? At((Guid Course, DateTimeOffset At)? fit, DateTimeOffset now)
    {
        if (fit is not { } next)
            return null;
        if (next.At > now)
            _woken.Remove(next.Course);
        return _woken.TryGetValue(next.Course, out var last) ? last.At + last.Spacing : next.At;
    }

    public void Woken(Guid course, DateTimeOffset now)
    {
        foreach (var old in _woken.Where(one => one.Value.At + (2 * longest) < now).Select(one => one.Key).ToList())
            _woken.Remove(old);
        var again = _woken.TryGetValue(course, out var last) ? 2 * last.Spacing : spacing;
        _woken[course] = (now, again < longest ? again : longest);
    }
}
