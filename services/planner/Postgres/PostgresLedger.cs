using System.Diagnostics.CodeAnalysis;
using CourseGen.Contracts;
using CourseGen.Planner.Quota;
using Microsoft.EntityFrameworkCore;

namespace CourseGen.Planner.Postgres;

/// <summary>
/// The ledger on Postgres. Reserving takes three statements, the last thing in a step: lock the quotas' rows in the order of their
/// keys; then, in a statement of its own and so in a new snapshot, read the clock and what is in flight (in one statement with the
/// lock it would be what was in flight before the wait for it); then write, with the step's SaveChanges. A lease that has ended is in
/// flight no more from that moment on, whether or not its course has taken it back.
/// </summary>
sealed class PostgresLedger(PlannerDbContext db, LeaseOptions leases, DatabaseClock clock) : IQuotaLedger
{
    public async Task<IReadOnlyList<Reservation?>> Reserve(IReadOnlyList<ReservationRequest> requests, int limit, CancellationToken token)
    {
        string[] models = [.. requests.Select(request => Columns.KeyOf(request.Model)).OfType<string>().Distinct(StringComparer.Ordinal)];
        await LockQuotas(models, token);
        var (now, room) = await Read(models, token);
        var (reservations, full) = (new List<Reservation?>(), new HashSet<WorkKind>());
        foreach (var request in requests)
        {
            var fits = limit > 0 && !full.Contains(request.Kind) && TakeRoom(room, Columns.KeyOf(request.Model));
            if (fits)
                limit--;
            else
                full.Add(request.Kind);
            reservations.Add(fits ? Reservation.Of(request, now, leases) : null);
        }
        db.AddRange(reservations.OfType<Reservation>());
        return reservations;
    }

    public async Task<Reservation?> Start(Guid course, Guid reservation, CancellationToken token)
    {
        var found = await Find(reservation, token);
        found?.Start(await Now(token), leases);
        return found;
    }

    public async Task<bool> Settle(Guid course, Guid reservation, string item, IReadOnlyList<CallUsage>? calls, CancellationToken token) =>
        await Find(reservation, token) is { } found && found.Settle(item);

    public async Task<IReadOnlyList<Reservation>> TakeExpired(Guid course, CancellationToken token)
    {
        var ended = await db.Reservations.FromSql(
            $"""
             SELECT * FROM reservations WHERE course_id = {course} AND NOT closed
             AND lease_ends <= coalesce({clock.Now}::timestamptz, clock_timestamp())
             """).AsTracking().ToListAsync(token);
        ended.RemoveAll(reservation => reservation.Closed);
        foreach (var reservation in ended)
            reservation.Closed = true;
        return ended;
    }

    public async Task<IReadOnlySet<Guid>> Open(Guid course, CancellationToken token)
    {
        var open = await db.Reservations.Where(reservation => reservation.CourseId == course && !reservation.Closed)
            .Select(reservation => reservation.Id).ToHashSetAsync(token);
        foreach (var mine in db.ChangeTracker.Entries<Reservation>().Select(entry => entry.Entity).Where(mine => mine.CourseId == course))
            if (mine.Closed)
                open.Remove(mine.Id);
            else
                open.Add(mine.Id);
        return open;
    }

    public async Task<(Guid Course, DateTimeOffset At)?> NextExpiry(CancellationToken token)
    {
        var next = await db.Reservations.Where(reservation => !reservation.Closed).OrderBy(reservation => reservation.LeaseEnds)
            .Select(reservation => new { reservation.CourseId, reservation.LeaseEnds }).FirstOrDefaultAsync(token);
        return next is null ? null : (next.CourseId, next.LeaseEnds);
    }

    /// <summary>A model that is new gets its row first.</summary>
    async Task LockQuotas(string[] models, CancellationToken token)
    {
        if (models.Length == 0 || (await Lock(models, token)).Count == models.Length)
            return;
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO quotas (model) SELECT model FROM unnest({models}) AS model ORDER BY model ON CONFLICT DO NOTHING", token);
        await Lock(models, token);
    }

    Task<List<string>> Lock(string[] models, CancellationToken token) =>
        db.Database.SqlQuery<string>($"SELECT model AS \"Value\" FROM quotas WHERE model = ANY ({models}) ORDER BY model FOR UPDATE").ToListAsync(token);

    /// <returns>The time, and the commands that each model still has room for; one without a limit is left out.</returns>
    async Task<(DateTimeOffset Now, Dictionary<string, long> Room)> Read(string[] models, CancellationToken token)
    {
        if (models.Length == 0)
            return (await Now(token), []);
        var rows = await db.Database.SqlQuery<QuotaRoom>(
            $"""
             WITH clock AS MATERIALIZED (SELECT coalesce({clock.Now}::timestamptz, clock_timestamp()) AS now)
             SELECT clock.now, quotas.model, quotas.max_in_flight - (
                 SELECT count(*) FROM reservations
                 WHERE quotas.max_in_flight IS NOT NULL AND reservations.model = quotas.model AND NOT closed AND lease_ends > clock.now) AS room
             FROM quotas CROSS JOIN clock WHERE quotas.model = ANY ({models})
             """).ToListAsync(token);
        return (rows[0].Now, rows.Where(row => row.Room is not null).ToDictionary(row => row.Model, row => row.Room!.Value, StringComparer.Ordinal));
    }

    static bool TakeRoom(Dictionary<string, long> room, string? model)
    {
        if (model is null || !room.TryGetValue(model, out var left))
            return true;
        room[model] = left - 1;
        return left > 0;
    }

    async Task<DateTimeOffset> Now(CancellationToken token) =>
        clock.Now ?? await db.Database.SqlQuery<DateTimeOffset>($"SELECT clock_timestamp() AS \"Value\"").SingleAsync(token);

    async Task<Reservation?> Find(Guid reservation, CancellationToken token) => await db.Reservations.FindAsync([reservation], token);

    /// <param name="Room">Null: any number.</param>
    sealed record QuotaRoom(DateTimeOffset Now, string Model, long? Room);

    public bool CanEverFit(ReservationRequest request, [NotNullWhen(false)] out WorkFailure? failure)
    {
        failure = null;
        return true;
    }

    public Task Throttled(ModelRef model, CancellationToken token) => Task.CompletedTask;

    public Task<(Guid Course, DateTimeOffset At)?> NextFit(CancellationToken token) => Task.FromResult<(Guid Course, DateTimeOffset At)?>(null);

    public Task<IReadOnlyList<QuotaState>> States(CancellationToken token) => Task.FromResult<IReadOnlyList<QuotaState>>([]);
}
