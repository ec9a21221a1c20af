namespace CourseGen.Sagas;

/// <summary>
/// One step's view of the <see cref="MemoryStore"/>: what it loads are copies, and nothing of it is seen by others before the step
/// commits. Outside a step a session only reads what is committed.
/// </summary>
public sealed class MemorySession(MemoryStore store)
{
    readonly Dictionary<Type, ITracked> _tracked = [];
    bool _inStep;

    /// <returns>The step's own copy, or null.</returns>
    public T? Find<T>(Guid partition, object key) where T : class, IRow<T>
    {
        var tracked = Tracked<T>();
        if (tracked.TryGet(key, out var mine))
            return mine;
        return store.Table<T>().Find(partition, key) is { } row ? tracked.Track(row.Copy()) : null;
    }

    /// <summary>Copies of the rows that match as this step sees them, in no order.</summary>
    public IReadOnlyList<T> Where<T>(Guid partition, Func<T, bool> matches) where T : class, IRow<T>
    {
        var tracked = Tracked<T>();
        return [.. Visible(partition, matches).Select(row => tracked.Owns(row) ? row : tracked.Track(row.Copy()))];
    }

    /// <summary>Whether a row matches, without copying any.</summary>
    public bool Any<T>(Guid partition, Func<T, bool> matches) where T : class, IRow<T> => Visible(partition, matches).Any();

    public int Count<T>(Guid partition, Func<T, bool> matches) where T : class, IRow<T> => Visible(partition, matches).Count();

    /// <summary>Every partition that has committed rows of the kind.</summary>
    public IEnumerable<Guid> Partitions<T>() where T : class, IRow<T> => store.Table<T>().Partitions;

    public void Add<T>(T row) where T : class, IRow<T> => Tracked<T>().Track(row);

    public void Remove<T>(T row) where T : class, IRow<T> => Tracked<T>().Remove(row);

    /// <summary>Drops the step's changes of one row.</summary>
    public void Forget<T>(T row) where T : class, IRow<T> => Tracked<T>().Forget(row);

    /// <summary>Runs a step: alone on the store, committed when it returns, forgotten when it throws. A step within a step joins it.</summary>
    public async Task Step(Func<Task> work, CancellationToken token)
    {
        if (_inStep)
        {
            await work();
            return;
        }
        await store.Lock(token);
        _inStep = true;
        try
        {
            _tracked.Clear();
            await work();
            foreach (var table in _tracked.Values)
                table.Commit(store);
        }
        finally
        {
            _tracked.Clear();
            _inStep = false;
            store.Unlock();
        }
        store.Announce();
    }

    IEnumerable<T> Visible<T>(Guid partition, Func<T, bool> matches) where T : class, IRow<T>
    {
        var tracked = Tracked<T>();
        var untouched = store.Table<T>().In(partition).Where(row => matches(row) && !tracked.Knows(row.Key));
        return tracked.In(partition).Where(matches).Concat(untouched);
    }

    TrackedRows<T> Tracked<T>() where T : class, IRow<T>
    {
        if (!_inStep)
            return new TrackedRows<T>();
        if (!_tracked.TryGetValue(typeof(T), out var rows))
            _tracked[typeof(T)] = rows = new TrackedRows<T>();
        return (TrackedRows<T>)rows;
    }

    interface ITracked
    {
        void Commit(MemoryStore store);
    }

    sealed class TrackedRows<T> : ITracked where T : class, IRow<T>
    {
        readonly Dictionary<object, T> _rows = [];
        readonly Dictionary<object, T> _removed = [];

        public bool Knows(object key) => _rows.ContainsKey(key) || _removed.ContainsKey(key);

        public bool Owns(T row) => _rows.TryGetValue(row.Key, out var mine) && ReferenceEquals(mine, row);

        public bool TryGet(object key, out T? row) => _rows.TryGetValue(key, out row) || _removed.ContainsKey(key);

        public IReadOnlyList<T> In(Guid partition) => [.. _rows.Values.Where(row => row.Partition == partition)];

        public T Track(T row)
        {
            _removed.Remove(row.Key);
            return _rows[row.Key] = row;
        }

        public void Remove(T row)
        {
            _rows.Remove(row.Key);
            _removed[row.Key] = row;
        }

        public void Forget(T row)
        {
            _rows.Remove(row.Key);
            _removed.Remove(row.Key);
        }

        public void Commit(MemoryStore store)
        {
            foreach (var row in _removed.Values)
                store.Table<T>().Remove(row);
            foreach (var row in _rows.Values)
                store.Table<T>().Put(row);
        }
    }
}
