namespace CourseGen.Sagas;

/// <summary>
/// The store of the embedded run: tables of rows in memory. A step gets the whole store for itself, works on copies, and swaps all of
/// them in together when it succeeds, so a failed attempt leaves nothing behind.
/// </summary>
public sealed class MemoryStore : IDisposable
{
    readonly SemaphoreSlim _step = new(1, 1);
    readonly Lock _swap = new();
    readonly Dictionary<Type, object> _tables = [];
    TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes at the next commit.</summary>
    public Task Changed => Volatile.Read(ref _changed).Task;

    public void Dispose() => _step.Dispose();

    internal Task Lock(CancellationToken token) => _step.WaitAsync(token);

    internal void Unlock() => _step.Release();

    /// <summary>Reads what is committed, never half of a commit.</summary>
    internal TResult Read<T, TResult>(Func<MemoryTable<T>, TResult> read) where T : class, IRow<T>
    {
        lock (_swap)
            return read(Table<T>());
    }

    internal void Commit(IReadOnlyList<IRowChanges> changes)
    {
        lock (_swap)
        {
            foreach (var change in changes)
                change.ApplyTo(this);
        }
        Interlocked.Exchange(ref _changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    /// <summary>To be used under the lock of <see cref="Read"/> or <see cref="Commit"/>.</summary>
    internal MemoryTable<T> Table<T>() where T : class, IRow<T>
    {
        if (!_tables.TryGetValue(typeof(T), out var table))
            _tables[typeof(T)] = table = new MemoryTable<T>();
        return (MemoryTable<T>)table;
    }
}

/// <summary>A step's changes of one kind of rows, ready to be swapped in: applying them cannot fail.</summary>
interface IRowChanges
{
    void ApplyTo(MemoryStore store);
}

/// <summary>The committed rows of one kind, by partition. The table keeps its rows to itself: copies go in and come out.</summary>
sealed class MemoryTable<T> where T : class, IRow<T>
{
    readonly Dictionary<Guid, Dictionary<object, T>> _partitions = [];

    public IEnumerable<Guid> Partitions => _partitions.Keys;

    public T? Find(RowId id) => _partitions.TryGetValue(id.Partition, out var rows) ? rows.GetValueOrDefault(id.Key) : null;

    public IEnumerable<T> In(Guid partition) => _partitions.TryGetValue(partition, out var rows) ? rows.Values : [];

    public void Put(RowId id, T row)
    {
        if (!_partitions.TryGetValue(id.Partition, out var rows))
            _partitions[id.Partition] = rows = [];
        rows[id.Key] = row;
    }

    public void Remove(RowId id)
    {
        if (_partitions.TryGetValue(id.Partition, out var rows) && rows.Remove(id.Key) && rows.Count == 0)
            _partitions.Remove(id.Partition);
    }
}

/// <summary>A row's identity in its table.</summary>
readonly record struct RowId(Guid Partition, object Key)
{
    public static RowId Of<T>(T row) where T : class, IRow<T> => new(row.Partition, row.Key);
}
