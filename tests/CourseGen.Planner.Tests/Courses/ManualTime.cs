namespace CourseGen.Planner.Tests.Courses;

/// <summary>A clock that stands still until it is moved; its timers ring when it passes them.</summary>
sealed class ManualTime : TimeProvider
{
    readonly Lock _lock = new();
    readonly List<Timer> _timers = [];
    DateTimeOffset _now = new(2026, 1, 5, 8, 0, 0, TimeSpan.Zero);

    /// <summary>Told of every timer that is set.</summary>
    public Action? TimerSet { get; set; }

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _now;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan by) => TryAdvance(by, awaited: null);

    /// <returns>False when nobody waits for a moment within the time, so that somebody may just be about to set a timer by the time it was.</returns>
    public bool TryAdvance(TimeSpan by, TimeSpan? awaited)
    {
        List<Timer> ringing;
        lock (_lock)
        {
            if (awaited is not null && !_timers.Exists(timer => timer.At <= _now + awaited))
                return false;
            _now += by;
            ringing = [.. _timers.Where(timer => timer.At <= _now)];
            _timers.RemoveAll(ringing.Contains);
        }
        foreach (var timer in ringing)
            timer.Ring();
        return true;
    }

    sealed class Timer(ManualTime time, TimerCallback callback, object? state) : ITimer
    {
        public DateTimeOffset At { get; private set; }

        public void Ring() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time._lock)
            {
                time._timers.Remove(this);
                if (dueTime > TimeSpan.Zero)
                {
                    At = time._now + dueTime;
                    time._timers.Add(this);
                }
            }
            time.TimerSet?.Invoke();
            if (dueTime == TimeSpan.Zero)
                ThreadPool.QueueUserWorkItem(_ => callback(state));
            return true;
        }

        public void Dispose() => Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
