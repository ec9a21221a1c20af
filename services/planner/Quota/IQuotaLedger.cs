using System.Diagnostics.CodeAnalysis;
using CourseGen.Contracts;

namespace CourseGen.Planner.Quota;

/// <param name="Items">The items of the command, each granted <paramref name="Grant"/>.</param>
/// <param name="Call">What each of the <c>Items.Count × Grant.Calls</c> calls is expected to take; null: none of any quota.</param>
/// <param name="Priority">Of courses that were served alike the higher goes first.</param>
public sealed record ReservationRequest(
    Guid CourseId, WorkKind Kind, ModelRef? Model, IReadOnlyList<string> Items, Grant Grant, CallEstimate? Call = null, int Priority = 0);

/// <summary>
/// The quota ledger: what is reserved of each model's quota, for which command, until when. A command is only sent once it is
/// reserved, so no consumer ever waits for quota. Used within the saga's step; in memory, or on Postgres.
/// </summary>
public interface IQuotaLedger
{
    /// <summary>The last question of a step: on Postgres the quotas' rows stay locked from here to the step's commit.</summary>
    /// <param name="requests">In the order of their importance; a step asks once for all models it needs.</param>
    /// <param name="limit">Reservations that may be made at most.</param>
    /// <returns>
    /// One for each request, perhaps cut to the first of its items; null for what does not fit now. What did not fit in full is remembered
    /// as waiting, and holds up what is after it of the same kind or model.
    /// </returns>
    Task<IReadOnlyList<Reservation?>> Reserve(IReadOnlyList<ReservationRequest> requests, int limit, CancellationToken token);

    /// <summary>The command's work has begun: its lease now runs to its end. Said again, it changes nothing.</summary>
    Task<Reservation?> Start(Guid course, Guid reservation, CancellationToken token);

    /// <summary>One item of a reservation is through, with these calls; also after its lease, as a debt.</summary>
    /// <param name="calls">Null when nobody knows: as if its grant were fully used.</param>
    /// <returns>False when it was settled before, or is not known.</returns>
    Task<bool> Settle(Guid course, Guid reservation, string item, IReadOnlyList<CallUsage>? calls, CancellationToken token);

    /// <summary>Closes the course's reservations whose lease has ended; each is given out once. What they used may still be settled.</summary>
    Task<IReadOnlyList<Reservation>> TakeExpired(Guid course, CancellationToken token);

    /// <summary>Reservations of the course whose commands are out: neither settled in full nor past their lease.</summary>
    Task<IReadOnlySet<Guid>> Open(Guid course, CancellationToken token);

    /// <summary>When the next lease ends, and of which course; null when none runs.</summary>
    Task<(Guid Course, DateTimeOffset At)?> NextExpiry(CancellationToken token);

    /// <summary>Whether the model's quota, full and unused, is large enough for one call of the request.</summary>
    /// <param name="failure">Tells the numbers, and the settings to change.</param>
    bool CanEverFit(ReservationRequest request, [NotNullWhen(false)] out WorkFailure? failure);

    /// <summary>The model refused a call before admission: its quota is believed smaller until a clean minute has passed.</summary>
    Task Throttled(ModelRef model, CancellationToken token);

    /// <summary>The course to wake next because a request of it that had to wait will fit, and when; never before what may not be overtaken.</summary>
    /// <returns>Null when none waits.</returns>
    Task<QuotaFit?> NextFit(CancellationToken token);

    /// <summary>The models with a quota that were used, by their names.</summary>
    Task<IReadOnlyList<QuotaState>> States(CancellationToken token);
}
