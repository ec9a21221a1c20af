using System.Diagnostics.CodeAnalysis;
using CourseGen.Contracts;
using CourseGen.Models;
using CourseGen.Planner.Quota;
using Microsoft.EntityFrameworkCore;

namespace CourseGen.Planner.Postgres;

/// <summary>
/// The ledger on Postgres. Reserving takes three statements, the last thing in a step: lock the quotas' rows in the order of their
/// keys; then read (<see cref="QuotaRows"/>); then write, with the step's SaveChanges. Whatever tells of usage only inserts a
/// <see cref="QuotaEntry"/> and locks no quota. A lease that has ended is in flight no more from that moment on, whether or not its course
/// has taken it back.
/// </summary>
sealed class PostgresLedger(PlannerDbContext db, LeaseOptions leases, ModelProfiles profiles, QuotaOptions options, DatabaseClock clock) : IQuotaLedger
{
    readonly QuotaBooks _books = new(profiles, options);
    readonly QuotaRows _rows = new(db, clock);

    public async Task<IReadOnlyList<Reservation?>> Reserve(IReadOnlyList<ReservationRequest> requests, int limit, CancellationToken token)
    {
        var models = _books.LimitsOf(requests);
        if (models.Count == 0)
            return Keep(requests, _books.Grant(requests, limit, []), await Now(token));
        var beliefs = await _rows.Lock([.. models.Select(limits => limits.Model)], token);
        var read = await _rows.Take([.. beliefs.Keys], token);
        var books = models.Select(limits => read.Open(_books, limits, beliefs[limits.Model])).ToList();
        return Keep(requests, _books.Grant(requests, limit, books), read.Now);
    }

    public async Task<Reservation?> Start(Guid course, Guid reservation, CancellationToken token)
    {
        var found = await Find(reservation, token);
        found?.Start(await Now(token), leases);
        return found;
    }

    public async Task<bool> Settle(Guid course, Guid reservation, string item, IReadOnlyList<CallUsage>? calls, CancellationToken token)
    {
        var found = await Find(reservation, token);
        var isReturned = found?.Closed == true;
        if (found?.Settle(item) != true)
            return false;
        if (found.Call is not null && _books.LimitsOf(found.Model) is { } limits)
            db.Add(Settlement.Of(found, calls, isReturned, limits, clock.Now ?? default));
        return true;
    }

    public async Task<IReadOnlyList<Reservation>> TakeExpired(Guid course, CancellationToken token)
    {
        var ended = await db.Reservations.FromSql(
            $"""
             SELECT * FROM reservations WHERE course_id = {course} AND NOT closed
             AND lease_ends <= coalesce({clock.Now}::timestamptz, clock_timestamp())
             """).AsTracking().ToListAsync(token);
        ended.RemoveAll(reservation => reservation.Closed);
        foreach (var reservation in ended)
        {
            reservation.Closed = true;
            if (reservation.Call is not null && _books.LimitsOf(reservation.Model) is not null)
                db.Add(Settlement.Return(reservation, clock.Now ?? default));
        }
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

    public bool CanEverFit(ReservationRequest request, [NotNullWhen(false)] out WorkFailure? failure) => _books.CanEverFit(request, out failure);

    public async Task Throttled(ModelRef model, CancellationToken token)
    {
        if (_books.LimitsOf(model) is null)
            return;
        db.Add(new QuotaEntry { Id = Guid.NewGuid(), Model = model, Throttled = true, At = clock.Now ?? default });
        if (!db.InStep)
            await db.SaveChangesAsync(token);
    }

    public async Task<QuotaFit?> NextFit(CancellationToken token) => QuotaBooks.NextFit(await Books(token));

    public async Task<IReadOnlyList<QuotaState>> States(CancellationToken token) => [.. (await Books(token)).Select(QuotaBooks.StateOf)];

    async Task<IReadOnlyList<QuotaBook>> Books(CancellationToken token)
    {
        if (options.Mode == QuotaMode.Prefetch)
            return [];
        var beliefs = await db.Quotas.AsNoTracking().OrderBy(belief => belief.Model).ToListAsync(token);
        if (beliefs.Count == 0)
            return [];
        var read = await _rows.Peek([.. beliefs.Select(belief => belief.Model)], token);
        return [.. beliefs.Select(belief => (Belief: belief, Limits: _books.LimitsOf(belief.Model))).Where(model => model.Limits is not null)
            .Select(model => read.Open(_books, model.Limits!, model.Belief))];
    }

    IReadOnlyList<Reservation?> Keep(IReadOnlyList<ReservationRequest> requests, IReadOnlyList<int> granted, DateTimeOffset now)
    {
        var reservations = requests.Zip(granted, (request, items) => items == 0 ? null : Reservation.Of(request, items, now, leases)).ToList();
        db.AddRange(reservations.OfType<Reservation>());
        return reservations;
    }

    async Task<DateTimeOffset> Now(CancellationToken token) =>
        clock.Now ?? await db.Database.SqlQuery<DateTimeOffset>($"SELECT clock_timestamp() AS \"Value\"").SingleAsync(token);

    async Task<Reservation?> Find(Guid reservation, CancellationToken token) => await db.Reservations.FindAsync([reservation], token);
}
