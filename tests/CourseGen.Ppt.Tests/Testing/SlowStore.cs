using System.Collections.Concurrent;
using CourseGen.Storage;

namespace CourseGen.Ppt.Tests.Testing;

/// <summary>A store in which reading one object takes so long that every deadline passes meanwhile: hours, of its own time.</summary>
sealed class SlowStore : IArtifactStore
{
    IArtifactStore? _store;
    volatile string? _key;

    internal PassingTime Time { get; } = new();

    internal SlowStore Over(IArtifactStore store)
    {
        _store = store;
        return this;
    }

    /// <param name="key">Relative; read once, it is slow no more.</param>
    internal void SlowAt(string key) => _key = key;

    public async Task<Stream> OpenRead(ArtifactAddress address, CancellationToken token)
    {
        if (_key == address.RelativeKey)
        {
            _key = null;
            Time.Pass(TimeSpan.FromHours(1));
            await Task.Delay(Timeout.InfiniteTimeSpan, token);
        }
        return await _store!.OpenRead(address, token);
    }

    public Task<StoredArtifact?> Find(ArtifactAddress address, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        return _store!.Find(address, token);
    }

    public Task<PutOutcome> Put(ArtifactAddress address, Stream content, ArtifactMetadata metadata, PutCondition condition, CancellationToken token) =>
        _store!.Put(address, content, metadata, condition, token);

    public IAsyncEnumerable<string> List(string bucket, string prefix, CancellationToken token) => _store!.List(bucket, prefix, token);
}

/// <summary>Time that stands still until it is told to pass.</summary>
sealed class PassingTime : TimeProvider
{
    readonly ConcurrentDictionary<Timer, DateTimeOffset> _timers = new();
    long _ticks = new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero).Ticks;

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref _ticks), TimeSpan.Zero);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        return timer;
    }

    internal void Pass(TimeSpan time)
    {
        Interlocked.Add(ref _ticks, time.Ticks);
        foreach (var (timer, due) in _timers)
        {
            if (due <= GetUtcNow() && _timers.TryRemove(timer, out _))
                timer.Ring();
        }
    }

    sealed class Timer(PassingTime time, Action ring) : ITimer
    {
        internal void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime == Timeout.InfiniteTimeSpan)
                time._timers.TryRemove(this, out _);
            else
                time._timers[this] = time.GetUtcNow() + dueTime;
            return true;
        }

        public void Dispose() => time._timers.TryRemove(this, out _);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
