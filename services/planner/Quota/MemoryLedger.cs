using System.Diagnostics.CodeAnalysis;
using CourseGen.Contracts;
using CourseGen.Sagas;

namespace CourseGen.Planner.Quota;

/// <summary>The embedded run's ledger: everything fits.</summary>
sealed class MemoryLedger(MemorySession session, LeaseOptions leases, TimeProvider time) : IQuotaLedger
{
    public Task<IReadOnlyList<Reservation?>> Reserve(IReadOnlyList<ReservationRequest> requests, int limit, CancellationToken token)
    {
        var reservations = requests.Select((request, index) => index < limit ? Reservation.Of(request, time.GetUtcNow(), leases) : null).ToList();
        foreach (var reservation in reservations.OfType<Reservation>())
            session.Add(reservation);
        return Task.FromResult<IReadOnlyList<Reservation?>>(reservations);
    }

    public Task<Reservation?> Start(Guid course, Guid reservation, CancellationToken token)
    {
        var found = session.Find<Reservation>(course, reservation);
        found?.Start(time.GetUtcNow(), leases);
        return Task.FromResult(found);
    }

    public Task<bool> Settle(Guid course, Guid reservation, string item, IReadOnlyList<CallUsage>? calls, CancellationToken token)
    {
        var found = session.Find<Reservation>(course, reservation);
        if (found?.Settle(item) != true)
            return Task.FromResult(false);
        if (found.Settled.Count == found.Items.Count)
            session.Remove(found);
        return Task.FromResult(true);
    }

    public Task<IReadOnlyList<Reservation>> TakeExpired(Guid course, CancellationToken token)
    {
        var now = time.GetUtcNow();
        var expired = session.Where<Reservation>(course, reservation => !reservation.Closed && reservation.LeaseEnds <= now);
        foreach (var reservation in expired)
            reservation.Closed = true;
        return Task.FromResult(expired);
    }

    public Task<IReadOnlySet<Guid>> Open(Guid course, CancellationToken token) => Task.FromResult<IReadOnlySet<Guid>>(
        session.Where<Reservation>(course, reservation => !reservation.Closed).Select(reservation => reservation.Id).ToHashSet());

    public Task<(Guid Course, DateTimeOffset At)?> NextExpiry(CancellationToken token) =>
        Task.FromResult(session.Partitions<Reservation>()
            .SelectMany(course => session.Where<Reservation>(course, reservation => !reservation.Closed))
            .Select(reservation => ((Guid Course, DateTimeOffset At)?)(reservation.CourseId, reservation.LeaseEnds))
            .MinBy(expiry => expiry!.Value.At));

    public bool CanEverFit(ReservationRequest request, [NotNullWhen(false)] out WorkFailure? failure)
    {
        failure = null;
        return true;
    }

    public Task Throttled(ModelRef model, CancellationToken token) => Task.CompletedTask;

    public Task<(Guid Course, DateTimeOffset At)?> NextFit(CancellationToken token) => Task.FromResult<(Guid Course, DateTimeOffset At)?>(null);

    public Task<IReadOnlyList<QuotaState>> States(CancellationToken token) => Task.FromResult<IReadOnlyList<QuotaState>>([]);
}
