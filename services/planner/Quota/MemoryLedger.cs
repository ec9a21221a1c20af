using System.Diagnostics.CodeAnalysis;
using CourseGen.Contracts;
using CourseGen.Models;
using CourseGen.Sagas;

namespace CourseGen.Planner.Quota;

/// <summary>The embedded run's ledger, kept in its store beside the courses.</summary>
sealed class MemoryLedger(MemorySession session, LeaseOptions leases, ModelProfiles profiles, QuotaOptions options, TimeProvider time) : IQuotaLedger
{
    readonly QuotaBooks _books = new(profiles, options);

    public Task<IReadOnlyList<Reservation?>> Reserve(IReadOnlyList<ReservationRequest> requests, int limit, CancellationToken token)
    {
        var (now, books) = (time.GetUtcNow(), _books.LimitsOf(requests).Select(limits => Open(limits, change: true)).ToList());
        var granted = _books.Grant(requests, limit, books);
        var reservations = requests.Zip(granted, (request, items) => items == 0 ? null : Reservation.Of(request, items, now, leases)).ToList();
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
        var isReturned = found?.Closed == true;
        if (found?.Settle(item) != true)
            return Task.FromResult(false);
        if (found.Call is not null && _books.LimitsOf(found.Model) is { } limits)
            session.Add(Settlement.Of(found, calls, isReturned, limits, time.GetUtcNow()));
        if (found.Settled.Count == found.Items.Count)
            session.Remove(found);
        return Task.FromResult(true);
    }

    public Task<IReadOnlyList<Reservation>> TakeExpired(Guid course, CancellationToken token)
    {
        var now = time.GetUtcNow();
        var expired = session.Where<Reservation>(course, reservation => !reservation.Closed && reservation.LeaseEnds <= now);
        foreach (var reservation in expired)
        {
            reservation.Closed = true;
            if (reservation.Call is not null && _books.LimitsOf(reservation.Model) is not null)
                session.Add(Settlement.Return(reservation, now));
        }
        return Task.FromResult(expired);
    }

    public Task<IReadOnlySet<Guid>> Open(Guid course, CancellationToken token) => Task.FromResult<IReadOnlySet<Guid>>(
        session.Where<Reservation>(course, reservation => !reservation.Closed).Select(reservation => reservation.Id).ToHashSet());

    public Task<(Guid Course, DateTimeOffset At)?> NextExpiry(CancellationToken token) =>
        Task.FromResult(Open(_ => true)
            .Select(reservation => ((Guid Course, DateTimeOffset At)?)(reservation.CourseId, reservation.LeaseEnds))
            .MinBy(expiry => expiry!.Value.At));

    public bool CanEverFit(ReservationRequest request, [NotNullWhen(false)] out WorkFailure? failure) => _books.CanEverFit(request, out failure);

    public Task Throttled(ModelRef model, CancellationToken token) => _books.LimitsOf(model) is null ? Task.CompletedTask : session.Step(() =>
    {
        session.Add(new QuotaEntry { Id = Guid.NewGuid(), Model = model, Throttled = true, At = time.GetUtcNow() });
        return Task.CompletedTask;
    }, token);

    public Task<QuotaFit?> NextFit(CancellationToken token) => Task.FromResult(QuotaBooks.NextFit(All()));

    public Task<IReadOnlyList<QuotaState>> States(CancellationToken token) =>
        Task.FromResult<IReadOnlyList<QuotaState>>([.. All().Select(QuotaBooks.StateOf).OrderBy(state => state.Model.Model, StringComparer.Ordinal)]);

    List<QuotaBook> All() => [.. session.Where<QuotaBelief>(Guid.Empty, _ => true)
        .Select(belief => _books.LimitsOf(belief.Model)).OfType<QuotaLimits>().Select(limits => Open(limits, change: false))];

    /// <param name="change">In a step, which keeps what is made of the belief.</param>
    QuotaBook Open(QuotaLimits limits, bool change)
    {
        var model = limits.Model;
        var found = session.Find<QuotaBelief>(Guid.Empty, model);
        var belief = found ?? new QuotaBelief { Model = model };
        var entries = session.Where<QuotaEntry>(Guid.Empty, entry => entry.Model == model);
        var book = _books.Open(limits, change ? belief : ((IRow<QuotaBelief>)belief).Copy(), Open(reservation => reservation.Model == limits.Model).Select(InFlight.Of).OfType<InFlight>().ToList(), entries, time.GetUtcNow());
        if (!change)
            return book;
        if (found is null)
            session.Add(belief);
        foreach (var entry in entries)
            session.Remove(entry);
        return book;
    }

    List<Reservation> Open(Func<Reservation, bool> matches) => [.. session.Partitions<Reservation>()
        .SelectMany(course => session.Where<Reservation>(course, reservation => !reservation.Closed && matches(reservation)))];
}
