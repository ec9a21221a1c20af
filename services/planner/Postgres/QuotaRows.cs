using System.Text.Json;
using CourseGen.Contracts;
using CourseGen.Planner.Quota;
using Microsoft.EntityFrameworkCore;

namespace CourseGen.Planner.Postgres;

/// <summary>
/// The quotas' rows and what has happened to them. What is in flight and what is settled is read in one statement, after the lock and so in
/// a new snapshot: in one with the lock it would be as it was before the wait, in two a call settled in between would count twice or never.
/// </summary>
sealed class QuotaRows(PlannerDbContext db, DatabaseClock clock)
{
    const string TakenEntries = Clock + "entry AS (DELETE FROM quota_entries WHERE model = ANY ({1}) RETURNING model, tokens, charged, throttled, at)" + Flights;
    const string SeenEntries = Clock + "entry AS (SELECT model, tokens, charged, throttled, at FROM quota_entries WHERE model = ANY ({1}))" + Flights;

    const string Clock = "WITH clock AS MATERIALIZED (SELECT coalesce({0}::timestamptz, clock_timestamp()) AS now), ";

    const string Flights =
        """

        SELECT clock.now AS "Now", (SELECT json_agg(entry)::text FROM entry) AS "Entries", (SELECT json_agg(json_build_object(
            'id', id, 'courseId', course_id, 'model', model, 'call', call, 'calls', (granted -> 'calls')::int * (jsonb_array_length(items) - jsonb_array_length(settled)),
            'startedAt', started_at, 'leaseEnds', lease_ends))::text
            FROM reservations WHERE model = ANY ({1}) AND NOT closed AND call IS NOT NULL) AS "InFlight"
        FROM clock
        """;

    /// <summary>A model that is new gets its row first.</summary>
    public async Task<Dictionary<ModelRef, QuotaBelief>> Lock(IReadOnlyList<ModelRef> models, CancellationToken token)
    {
        var keys = KeysOf(models);
        var locked = await LockRows(keys, token);
        if (locked.Count < keys.Length)
        {
            await db.Database.ExecuteSqlAsync($"INSERT INTO quotas (model) SELECT model FROM unnest({keys}) AS model ORDER BY model ON CONFLICT DO NOTHING", token);
            locked = await LockRows(keys, token);
        }
        return locked.ToDictionary(belief => belief.Model);
    }

    /// <summary>What has happened to locked quotas; it is for the caller to take it into their beliefs.</summary>
    public async Task<QuotaReading> Take(IReadOnlyList<ModelRef> models, CancellationToken token)
    {
        var keys = KeysOf(models);
        var reading = Read(await Ask(TakenEntries, keys, token), models, own: true);
        foreach (var entry in db.ChangeTracker.Entries<QuotaEntry>().Where(entry => models.Contains(entry.Entity.Model)).ToList())
            entry.State = EntityState.Detached;
        return reading;
    }

    /// <summary>The same without taking it, and without a lock.</summary>
    public async Task<QuotaReading> Peek(IReadOnlyList<ModelRef> models, CancellationToken token)
    {
        var keys = KeysOf(models);
        return Read(await Ask(SeenEntries, keys, token), models, own: false);
    }

    async Task<Row> Ask(string sql, string[] keys, CancellationToken token) =>
        (await db.Database.SqlQueryRaw<Row>(sql, clock.Now!, keys).ToListAsync(token))[0];

    Task<List<QuotaBelief>> LockRows(string[] keys, CancellationToken token) =>
        db.Quotas.FromSql($"SELECT * FROM quotas WHERE model = ANY ({keys}) ORDER BY model FOR UPDATE").AsTracking().ToListAsync(token);

    /// <param name="own">What this step has in its hands goes before what it has read.</param>
    QuotaReading Read(Row row, IReadOnlyList<ModelRef> models, bool own)
    {
        var entries = Parse<EntryRow>(row.Entries).Select(entry => new QuotaEntry
        {
            Id = Guid.Empty,
            Model = Columns.ModelOf(entry.Model)!,
            Tokens = entry.Tokens,
            Charged = entry.Charged,
            Throttled = entry.Throttled,
            At = entry.At,
        });
        var inFlight = Parse<FlightRow>(row.InFlight)
            .Select(work => new InFlight(work.Id, work.CourseId, Columns.ModelOf(work.Model)!, work.Call, work.Calls, work.StartedAt, work.LeaseEnds));
        if (!own)
            return new QuotaReading(row.Now, [.. entries], [.. inFlight]);
        var mine = db.ChangeTracker.Entries<Reservation>().Select(entry => entry.Entity).Where(reservation => reservation.Model is { } model && models.Contains(model)).ToList();
        var ids = mine.Select(reservation => reservation.Id).ToHashSet();
        return new QuotaReading(
            row.Now, [.. entries, .. db.ChangeTracker.Entries<QuotaEntry>().Select(entry => entry.Entity)],
            [.. inFlight.Where(work => !ids.Contains(work.Id)), .. mine.Select(InFlight.Of).OfType<InFlight>()]);
    }

    static string[] KeysOf(IReadOnlyList<ModelRef> models) => [.. models.Select(model => Columns.KeyOf(model)!)];

    static IReadOnlyList<T> Parse<T>(string? json) => json is null ? [] : JsonSerializer.Deserialize<List<T>>(json, Columns.Json)!;

    sealed record Row(DateTimeOffset Now, string? Entries, string? InFlight);

    sealed record EntryRow(string Model, double Tokens, double Charged, bool Throttled, DateTimeOffset At);

    sealed record FlightRow(Guid Id, Guid CourseId, string Model, CallEstimate Call, int Calls, DateTimeOffset? StartedAt, DateTimeOffset LeaseEnds);
}

/// <summary>What has happened to quotas that is not in their rows yet, and what is in flight.</summary>
sealed record QuotaReading(DateTimeOffset Now, IReadOnlyList<QuotaEntry> Entries, IReadOnlyList<InFlight> InFlight)
{
    public QuotaBook Open(QuotaBooks books, QuotaLimits limits, QuotaBelief belief) => books.Open(
        limits, belief, [.. InFlight.Where(work => work.Model == limits.Model)], Entries.Where(entry => entry.Model == limits.Model), Now);
}
