namespace CourseGen.Models.Testing;

/// <summary>A clock that stands still until it is advanced, and tells when somebody waits for it.</summary>
sealed class FakeTime : TimeProvider
{
    readonly Lock _lock = new();
    readonly List<FakeTimer> _timers = [];
    readonly List<(Func<bool> IsTrue, TaskCompletionSource Seen)> _watchers = [];
    DateTimeOffset _now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_lock)
            return _now;
    }

    public override long GetTimestamp() => GetUtcNow().UtcTicks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new FakeTimer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Completes once a timer is due no later than in <paramref name="within"/>.</summary>
    public Task Waiting(TimeSpan within) => Waiting(within, 1);

    /// <summary>Completes once so many timers are due no later than in <paramref name="within"/>.</summary>
    public Task Waiting(TimeSpan within, int count)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
            _watchers.Add((() => _timers.Count(timer => timer.DueAt - _now <= within) >= count, seen));
        Notify();
        return seen.Task.WaitAsync(TimeSpan.FromSeconds(180));
    }

    public void Advance(TimeSpan time)
    {
        List<FakeTimer> due;
        lock (_lock)
        {
            _now += time;
            due = [.. _timers.Where(timer => timer.DueAt <= _now).OrderBy(timer => timer.DueAt)];
            _timers.RemoveAll(due.Contains);
        }
        foreach (var timer in due)
            timer.Fire();
    }

    /// <summary>Up to the moment when the next timer is due.</summary>
    public void AdvanceToNext()
    {
        TimeSpan next;
        lock (_lock)
            next = _timers.Min(timer => timer.DueAt) - _now;
        Advance(next);
    }

    void Notify()
    {
        lock (_lock)
        {
            foreach (var (_, seen) in _watchers.Where(watcher => watcher.IsTrue()))
                seen.TrySetResult();
            _watchers.RemoveAll(watcher => watcher.Seen.Task.IsCompleted);
        }
    }

    sealed class FakeTimer(FakeTime time, Action fire) : ITimer
    {
        public DateTimeOffset DueAt { get; private set; }

        public void Fire() => fire();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (period > TimeSpan.Zero)
                throw new NotSupportedException("Nothing here repeats.");
            lock (time._lock)
            {
                time._timers.Remove(this);
                if (dueTime >= TimeSpan.Zero)
                {
                    DueAt = time._now + dueTime;
                    time._timers.Add(this);
                }
            }
            if (dueTime == TimeSpan.Zero)
                time.Advance(TimeSpan.Zero);
            time.Notify();
            return true;
        }

        public void Dispose()
        {
            lock (time._lock)
                time._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
