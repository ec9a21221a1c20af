using System.Collections.Concurrent;

namespace CourseGen.Sagas;

/// <summary>
/// The store of the embedded run: tables of rows in memory. A step gets the whole store for itself, works on copies, and swaps all of
/// them in together when it succeeds, so a failed attempt leaves nothing behind.
/// </summary>
public sealed class MemoryStore : IDisposable
{
    readonly SemaphoreSlim _writer = new(1, 1);
    readonly ConcurrentDictionary<Type, object> _tables = new();
    TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes at the next commit.</summary>
    public Task Changed => Volatile.Read(ref _changed).Task;

    public void Dispose() => _writer.Dispose();

    internal MemoryTable<T> Table<T>() where T : class, IRow<T> =>
        (MemoryTable<T>)_tables.GetOrAdd(typeof(T), static _ => new MemoryTable<T>());

    internal Task Lock(CancellationToken token) => _writer.WaitAsync(token);

    internal void Unlock() => _writer.Release();

    internal void Announce() =>
        Interlocked.Exchange(ref _changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
}

/// <summary>Committed rows by partition. Rows are never changed in place, so readers need no lock.</summary>
sealed class MemoryTable<T> where T : class, IRow<T>
{
    readonly ConcurrentDictionary<Guid, ConcurrentDictionary<object, T>> _partitions = new();

    public IEnumerable<Guid> Partitions => _partitions.Keys;

    public T? Find(Guid partition, object key) =>
        _partitions.TryGetValue(partition, out var rows) && rows.TryGetValue(key, out var row) ? row : null;

    public IEnumerable<T> In(Guid partition) =>
        _partitions.TryGetValue(partition, out var rows) ? rows.Select(entry => entry.Value) : [];

    public void Put(T row) => _partitions.GetOrAdd(row.Partition, static _ => new())[row.Key] = row;

    public void Remove(T row)
    {
        if (_partitions.TryGetValue(row.Partition, out var rows))
            rows.TryRemove(row.Key, out _);
    }
}
