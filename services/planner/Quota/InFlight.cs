using CourseGen.Contracts;

namespace CourseGen.Planner.Quota;

/// <summary>What of a reservation is not settled.</summary>
/// <param name="Calls">Of all its items.</param>
sealed record InFlight(Guid CourseId, ModelRef Model, CallEstimate Call, int Calls, DateTimeOffset? StartedAt, DateTimeOffset LeaseEnds)
{
    /// <returns>Null when it takes no quota, or nothing of it is in flight.</returns>
    public static InFlight? Of(Reservation reservation) => reservation is { Closed: false, Call: { } call, Model: { } model }
        ? new InFlight(
            reservation.CourseId, model, call, (reservation.Items.Count - reservation.Settled.Count) * reservation.Grant.Calls,
            reservation.StartedAt, reservation.LeaseEnds)
        : null;
}
