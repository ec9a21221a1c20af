using CourseGen.Contracts;
using CourseGen.Sagas;

namespace CourseGen.Planner.Quota;

/// <summary>The embedded run's ledger: everything fits.</summary>
sealed class MemoryLedger(MemorySession session, LeaseOptions leases, TimeProvider time) : IQuotaLedger
{
    public Task<Reservation?> Reserve(ReservationRequest request, CancellationToken token)
    {
        var startBy = time.GetUtcNow() + leases.StartWithin;
        var reservation = new Reservation
        {
            Id = Guid.NewGuid(),
            CourseId = request.CourseId,
            Kind = request.Kind,
            Model = request.Model,
            Grant = request.Grant,
            Items = request.Items,
            StartBy = startBy,
            LeaseEnds = startBy + leases.UnstartedGrace,
        };
        session.Add(reservation);
        return Task.FromResult<Reservation?>(reservation);
    }

    public Task<Reservation?> Start(Guid course, Guid reservation, CancellationToken token)
    {
        var found = session.Find<Reservation>(course, reservation);
        if (found is { Closed: false, StartedAt: null })
        {
            found.StartedAt = time.GetUtcNow();
            found.LeaseEnds = found.StartBy + leases.LeaseGrace;
        }
        return Task.FromResult(found);
    }

    public Task<bool> Settle(Guid course, Guid reservation, string item, IReadOnlyList<CallUsage>? calls, CancellationToken token)
    {
        var found = session.Find<Reservation>(course, reservation);
        if (found is null || !found.Items.Contains(item) || found.Settled.Contains(item))
            return Task.FromResult(false);
        found.Settled = [.. found.Settled, item];
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

    public Task<int> InFlight(Guid course, CancellationToken token) =>
        Task.FromResult(session.Count<Reservation>(course, reservation => !reservation.Closed));

    public Task<(Guid Course, DateTimeOffset At)?> NextExpiry(CancellationToken token) =>
        Task.FromResult(session.Partitions<Reservation>()
            .SelectMany(course => session.Where<Reservation>(course, reservation => !reservation.Closed))
            .Select(reservation => ((Guid Course, DateTimeOffset At)?)(reservation.CourseId, reservation.LeaseEnds))
            .MinBy(expiry => expiry!.Value.At));
}
