using System.Diagnostics.CodeAnalysis;
using CourseGen.Contracts;
using CourseGen.Models;
using CourseGen.Planner.Quota;
using Microsoft.EntityFrameworkCore;

namespace CourseGen.Planner.Postgres;

/// <summary>
/// The ledger on Postgres. Reserving is the last thing in a step, two round trips: lock the quotas' rows in the order of their keys and
/// then read (<see cref="QuotaRows"/>); write and commit (<see cref="StepBatch"/>). Whatever tells of usage only inserts
/// a <see cref="QuotaEntry"/> and locks no quota. A lease that has ended is in flight no more from that moment on, whether or not its course
/// has taken it back.
/// </summary>
sealed class PostgresLedger(PlannerDbContext db, LeaseOptions leases, ModelProfiles profiles, QuotaOptions options, DatabaseClock clock) : IQuotaLedger
{
    readonly QuotaBooks _books = new(profiles, options);
    readonly QuotaRows _quotas = new(db.Batch, clock);
    readonly ReservationRows _reservations = new(db.Batch, clock);

    public async Task<IReadOnlyList<Reservation?>> Reserve(IReadOnlyList<ReservationRequest> requests, int limit, CancellationToken token)
    {
        var models = _books.LimitsOf(requests);
        if (models.Count == 0)
            return Keep(requests, _books.Grant(requests, limit, []), await Now(token));
        var read = await _quotas.Take([.. models.Select(limits => limits.Model)], token);
        var granted = _books.Grant(requests, limit, [.. models.Select(limits => read.Open(_books, limits))]);
        foreach (var belief in read.Beliefs)
            _quotas.Update(belief);
        return Keep(requests, granted, read.Now);
    }

    public async Task<Reservation?> Start(Guid course, Guid reservation, CancellationToken token)
    {
        if (await _reservations.Find(reservation, token) is not { } found)
            return null;
        found.Start(await Now(token), leases);
        _reservations.Update(found);
        return found;
    }

    public async Task<bool> Settle(Guid course, Guid reservation, string item, IReadOnlyList<CallUsage>? calls, CancellationToken token)
    {
        var found = await _reservations.Find(reservation, token);
        var isReturned = found?.Closed == true;
        if (found?.Settle(item) != true)
            return false;
        _reservations.Update(found);
        if (found.Call is not null && _books.LimitsOf(found.Model) is { } limits)
            _quotas.Insert(Settlement.Of(found, calls, isReturned, limits, clock.Now ?? default));
        return true;
    }

    public async Task<IReadOnlyList<Reservation>> TakeExpired(Guid course, CancellationToken token)
    {
        var ended = await _reservations.CloseExpired(course, token);
        foreach (var reservation in ended.Where(reservation => reservation.Call is not null && _books.LimitsOf(reservation.Model) is not null))
            _quotas.Insert(Settlement.Return(reservation, clock.Now ?? default));
        return ended;
    }

    public async Task<IReadOnlySet<Guid>> Open(Guid course, CancellationToken token) => await _reservations.Open(course, token);

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
        _quotas.Insert(new QuotaEntry { Id = Guid.CreateVersion7(), Model = model, Throttled = true, At = clock.Now ?? default });
        if (!db.InStep)
            await db.Batch.Send(token);
    }

    public async Task<QuotaFit?> NextFit(CancellationToken token) => QuotaBooks.NextFit(await Books(token));

    public async Task<IReadOnlyList<QuotaState>> States(CancellationToken token) => [.. (await Books(token)).Select(QuotaBooks.StateOf)];

    async Task<IReadOnlyList<QuotaBook>> Books(CancellationToken token)
    {
        if (options.Mode == QuotaMode.Prefetch)
            return [];
        var read = await _quotas.Peek(token);
        return [.. read.Beliefs.Select(belief => _books.LimitsOf(belief.Model)).OfType<QuotaLimits>().Select(limits => read.Open(_books, limits))];
    }

    IReadOnlyList<Reservation?> Keep(IReadOnlyList<ReservationRequest> requests, IReadOnlyList<int> granted, DateTimeOffset now)
    {
        var reservations = requests.Zip(granted, (request, items) => items == 0 ? null : Reservation.Of(request, items, now, leases)).ToList();
        foreach (var reservation in reservations.OfType<Reservation>())
            _reservations.Insert(reservation);
        return reservations;
    }

    async Task<DateTimeOffset> Now(CancellationToken token)
    {
        _reservations.Begin();
        return clock.Now ?? _reservations.Now ?? await db.Database.SqlQuery<DateTimeOffset>($"SELECT clock_timestamp() AS \"Value\"").SingleAsync(token);
    }
}
