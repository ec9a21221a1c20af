namespace CourseGen.Sagas;

/// <summary>
/// One step's view of the <see cref="MemoryStore"/>: what it loads are copies, and nothing of it is seen by others before the step
/// commits. Outside a step a session only reads what is committed. A session belongs to one message; it is not for concurrent use.
/// </summary>
public sealed class MemorySession(MemoryStore store)
{
    readonly Dictionary<Type, ITrackedRows> _tracked = [];
    bool _inStep;
    bool _failed;

    /// <returns>A copy, in a step always the same one; or null.</returns>
    public T? Find<T>(Guid partition, object key) where T : class, IRow<T>
    {
        var (id, tracked) = (new RowId(partition, key), Tracked<T>());
        if (tracked.Knows(id))
            return tracked.Find(id);
        return store.Read<T, T?>(table => table.Find(id)) is { } row ? tracked.Track(row.Copy()) : null;
    }

    /// <summary>Copies of the rows that match as this step sees them, in no order.</summary>
    public IReadOnlyList<T> Where<T>(Guid partition, Func<T, bool> matches) where T : class, IRow<T>
    {
        var tracked = Tracked<T>();
        var mine = tracked.In(partition).Where(matches).ToList();
        var untouched = store.Read<T, List<T>>(table => [.. Untouched(table, tracked, partition, matches)]);
        return [.. mine, .. untouched.Select(row => tracked.Track(row.Copy()))];
    }

    /// <summary>Whether a row matches, without copying any.</summary>
    public bool Any<T>(Guid partition, Func<T, bool> matches) where T : class, IRow<T>
    {
        var tracked = Tracked<T>();
        return tracked.In(partition).Any(matches) || store.Read<T, bool>(table => Untouched(table, tracked, partition, matches).Any());
    }

    public int Count<T>(Guid partition, Func<T, bool> matches) where T : class, IRow<T>
    {
        var tracked = Tracked<T>();
        return tracked.In(partition).Count(matches) + store.Read<T, int>(table => Untouched(table, tracked, partition, matches).Count());
    }

    /// <summary>Every partition that may have rows of the kind.</summary>
    public IReadOnlyList<Guid> Partitions<T>() where T : class, IRow<T> =>
        [.. store.Read<T, Guid[]>(table => [.. table.Partitions]).Union(Tracked<T>().Partitions)];

    /// <exception cref="InvalidOperationException">
    /// Outside a step, where it would be lost; so too for <see cref="Remove"/> and <see cref="Forget"/>.
    /// </exception>
    public void Add<T>(T row) where T : class, IRow<T> => Changeable<T>().Track(row);

    public void Remove<T>(T row) where T : class, IRow<T> => Changeable<T>().Remove(row);

    /// <summary>Drops the step's changes of one row.</summary>
    public void Forget<T>(T row) where T : class, IRow<T> => Changeable<T>().Forget(row);

    /// <summary>
    /// Runs a step: alone on the store, committed when it returns, forgotten when it throws. A step within a step joins it, and takes it
    /// along when it throws, even if the outer one catches that.
    /// </summary>
    public Task Step(Func<Task> work, CancellationToken token) => _inStep ? Join(work) : Begin(work, token);

    async Task Begin(Func<Task> work, CancellationToken token)
    {
        await store.Lock(token);
        _inStep = true;
        try
        {
            await work();
            if (_failed)
                throw new InvalidOperationException(
                    "A part of this step of the memory store failed and was caught, so nothing of the step is kept: let the exception through.");
            store.Commit([.. _tracked.Values.Select(rows => rows.Changes())]);
        }
        finally
        {
            _tracked.Clear();
            _inStep = _failed = false;
            store.Unlock();
        }
    }

    async Task Join(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch
        {
            _failed = true;
            throw;
        }
    }

    static IEnumerable<T> Untouched<T>(MemoryTable<T> table, TrackedRows<T> tracked, Guid partition, Func<T, bool> matches)
        where T : class, IRow<T> =>
        table.In(partition).Where(row => matches(row) && !tracked.Knows(RowId.Of(row)));

    TrackedRows<T> Changeable<T>() where T : class, IRow<T> =>
        _inStep ? Tracked<T>() : throw new InvalidOperationException(
            $"A {typeof(T).Name} was to be changed outside a step of the memory store, where the change would be lost: change it in {nameof(Step)}.");

    TrackedRows<T> Tracked<T>() where T : class, IRow<T>
    {
        if (!_inStep)
            return new TrackedRows<T>();
        if (!_tracked.TryGetValue(typeof(T), out var rows))
            _tracked[typeof(T)] = rows = new TrackedRows<T>();
        return (TrackedRows<T>)rows;
    }
}
