using CourseGen.Planner.Quota;

namespace CourseGen.Planner.Courses;

/// <summary>
/// When a course whose waiting work fits its quota is to be woken: at the moment it fits. One that has not asked since its last wake-up is
/// left alone for long, because that may still lie in a queue; one that asked in vain (the moment was told too early) for the spacing, and
/// then ever longer.
/// </summary>
/// <param name="longest">From one wake-up to the next.</param>
sealed class FitWakes(TimeSpan spacing, TimeSpan longest)
{
    readonly Dictionary<Guid, (DateTimeOffset At, TimeSpan Spacing, DateTimeOffset AskedAt)> _woken = [];

    /// <returns>Null when nothing waits.</returns>
    public DateTimeOffset? At(QuotaFit? fit, DateTimeOffset now)
    {
        if (fit is null)
            return null;
        if (fit.At > now)
            _woken.Remove(fit.Course);
        if (!_woken.TryGetValue(fit.Course, out var last))
            return fit.At;
        return last.At + (last.AskedAt == fit.AskedAt ? longest : last.Spacing);
    }

    public void Woken(QuotaFit fit, DateTimeOffset now)
    {
        foreach (var old in _woken.Where(one => one.Value.At + (2 * longest) < now).Select(one => one.Key).ToList())
            _woken.Remove(old);
        var again = _woken.TryGetValue(fit.Course, out var last) ? 2 * last.Spacing : spacing;
        _woken[fit.Course] = (now, again < longest ? again : longest, fit.AskedAt);
    }
}
