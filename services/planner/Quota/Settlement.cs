using CourseGen.Contracts;

namespace CourseGen.Planner.Quota;

/// <summary>What a reservation's items give back to the bucket, and what their calls are charged.</summary>
static class Settlement
{
    /// <summary>One item is through.</summary>
    /// <param name="calls">Null when nobody knows: as if the grant were fully used.</param>
    /// <param name="isReturned">The lease had ended, and with it what was reserved came back: the calls are charged as a debt.</param>
    public static QuotaEntry Of(Reservation reservation, IReadOnlyList<CallUsage>? calls, bool isReturned, QuotaLimits limits, DateTimeOffset at)
    {
        var call = reservation.Call!;
        var charged = calls?.Where(usage => usage.Model == reservation.Model).Sum(usage => usage.InputTokens + usage.CacheWriteTokens + (limits.Burndown * usage.OutputTokens))
            ?? reservation.Grant.Calls * (call.Input + call.CacheWrite + (limits.Burndown * call.MaxTokens));
        return new QuotaEntry { Id = Guid.CreateVersion7(), Model = reservation.Model!, Tokens = charged - (isReturned ? 0 : HeldBy(reservation, 1)), Charged = charged, At = at };
    }

    /// <summary>The lease has ended: what is reserved for items that nobody told of comes back.</summary>
    public static QuotaEntry Return(Reservation reservation, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(),
        Model = reservation.Model!,
        Tokens = -HeldBy(reservation, reservation.Items.Count - reservation.Settled.Count),
        At = at,
    };

    static double HeldBy(Reservation reservation, int items) => items * reservation.Grant.Calls * Flight.Of(reservation.Call!, burndown: 1, count: 1).Reserved;
}
