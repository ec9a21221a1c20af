using CourseGen.Contracts;
using CourseGen.Planner.Quota;
using Npgsql;

namespace CourseGen.Planner.Postgres;

/// <summary>The ledger's statements on <c>reservations</c>. A step has its course's lock, so nobody else changes the rows it reads here.</summary>
sealed class ReservationRows(StepBatch batch, DatabaseClock clock)
{
    const string All = "id, course_id, kind, model, granted, call, items, settled, start_by, started_at, lease_ends, closed";

    readonly Dictionary<Guid, Reservation> _found = [];
    Guid? _step;

    /// <summary>The database's time when this step was told it last; null: it was not.</summary>
    public DateTimeOffset? Now { get; private set; }

    /// <returns>Null when there is none.</returns>
    public async Task<Reservation?> Find(Guid id, CancellationToken token)
    {
        Begin();
        return _found.TryGetValue(id, out var found) ? found : await batch.Ask(
            [SqlValues.Command($"SELECT {All}, coalesce($2, clock_timestamp()) FROM reservations WHERE id = $1", SqlValues.Of(id), SqlValues.Time(clock.Now))],
            async reader =>
            {
                if (!await reader.ReadAsync(token))
                    return null;
                Now = reader.GetFieldValue<DateTimeOffset>(12);
                return _found[id] = Read(reader);
            }, token);
    }

    /// <summary>What an earlier step was told is not this one's.</summary>
    public void Begin()
    {
        if (batch.Step != _step || _step is null)
        {
            _found.Clear();
            Now = null;
        }
        _step = batch.Step;
    }

    public Task<List<Reservation>> CloseExpired(Guid course, CancellationToken token) => batch.Ask(
        [
            SqlValues.Command(
                $"UPDATE reservations SET closed = true WHERE course_id = $1 AND NOT closed AND lease_ends <= coalesce($2, clock_timestamp()) RETURNING {All}",
                SqlValues.Of(course), SqlValues.Time(clock.Now)),
        ],
        async reader =>
        {
            _found.Clear();
            var closed = new List<Reservation>();
            while (await reader.ReadAsync(token))
                closed.Add(Read(reader));
            return closed;
        }, token);

    public Task<HashSet<Guid>> Open(Guid course, CancellationToken token) => batch.Ask(
        [SqlValues.Command("SELECT id FROM reservations WHERE course_id = $1 AND NOT closed", SqlValues.Of(course))],
        async reader =>
        {
            var open = new HashSet<Guid>();
            while (await reader.ReadAsync(token))
                open.Add(reader.GetGuid(0));
            return open;
        }, token);

    public void Insert(Reservation row) => batch.Write(SqlValues.Command(
        $"INSERT INTO reservations ({All}) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)",
        SqlValues.Of(row.Id), SqlValues.Of(row.CourseId), SqlValues.Text(row.Kind.ToString()), SqlValues.Text(Columns.KeyOf(row.Model)), SqlValues.Json(row.Grant),
        SqlValues.Json(row.Call), SqlValues.Json(row.Items), SqlValues.Json(row.Settled), SqlValues.Time(row.StartBy), SqlValues.Time(row.StartedAt),
        SqlValues.Time(row.LeaseEnds), SqlValues.Of(row.Closed)));

    public void Update(Reservation row) => batch.Write(SqlValues.Command(
        "UPDATE reservations SET settled = $2, started_at = $3, lease_ends = $4, closed = $5 WHERE id = $1",
        SqlValues.Of(row.Id), SqlValues.Json(row.Settled), SqlValues.Time(row.StartedAt), SqlValues.Time(row.LeaseEnds), SqlValues.Of(row.Closed)));

    static Reservation Read(NpgsqlDataReader reader) => new()
    {
        Id = reader.GetGuid(0),
        CourseId = reader.GetGuid(1),
        Kind = Enum.Parse<WorkKind>(reader.GetString(2)),
        Model = Columns.ModelOf(reader.TextAt(3)),
        Grant = reader.JsonAt<Grant>(4),
        Call = reader.IsDBNull(5) ? null : reader.JsonAt<CallEstimate>(5),
        Items = reader.JsonAt<IReadOnlyList<string>>(6),
        Settled = reader.JsonAt<IReadOnlyList<string>>(7),
        StartBy = reader.GetFieldValue<DateTimeOffset>(8),
        StartedAt = reader.TimeAt(9),
        LeaseEnds = reader.GetFieldValue<DateTimeOffset>(10),
        Closed = reader.GetBoolean(11),
    };
}
