namespace CourseGen.Sagas;

/// <summary>Rows of one kind as a step sees them: its copies of what it has loaded or added, and what it has removed.</summary>
sealed class TrackedRows<T> : ITrackedRows where T : class, IRow<T>
{
    readonly Dictionary<RowId, T> _rows = [];
    readonly HashSet<RowId> _removed = [];

    public IEnumerable<Guid> Partitions => _rows.Keys.Select(id => id.Partition);

    public bool Knows(RowId id) => _rows.ContainsKey(id) || _removed.Contains(id);

    public T? Find(RowId id) => _rows.GetValueOrDefault(id);

    public IEnumerable<T> In(Guid partition) => _rows.Where(row => row.Key.Partition == partition).Select(row => row.Value);

    public T Track(T row)
    {
        var id = RowId.Of(row);
        _removed.Remove(id);
        return _rows[id] = row;
    }

    public void Remove(T row)
    {
        var id = RowId.Of(row);
        _rows.Remove(id);
        _removed.Add(id);
    }

    public void Forget(T row)
    {
        var id = RowId.Of(row);
        _rows.Remove(id);
        _removed.Remove(id);
    }

    public IRowChanges Changes() =>
        new RowChanges([.. _rows.Select(row => KeyValuePair.Create(row.Key, row.Value.Copy()))], [.. _removed]);

    sealed class RowChanges(IReadOnlyList<KeyValuePair<RowId, T>> rows, IReadOnlyList<RowId> removed) : IRowChanges
    {
        public void ApplyTo(MemoryStore store)
        {
            var table = store.Table<T>();
            foreach (var id in removed)
                table.Remove(id);
            foreach (var (id, row) in rows)
                table.Put(id, row);
        }
    }
}

interface ITrackedRows
{
    /// <summary>Copies: whoever still holds a row after the step holds nothing of the store.</summary>
    IRowChanges Changes();
}
