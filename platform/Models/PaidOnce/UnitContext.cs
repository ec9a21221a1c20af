using System.Collections.Concurrent;
using CourseGen.Contracts;
using CourseGen.Storage;

namespace CourseGen.Models;

/// <summary>One item of a command while it is worked on.</summary>
public sealed record UnitContext(Guid CourseId, WorkKind Kind, WorkOrder Order, WorkUnit Unit)
{
    /// <summary>
    /// Usage of the calls made for the item under this command's reservation, also when it failed after them: by this delivery, and by an
    /// earlier one of which the store tells. Each call is here once.
    /// </summary>
    public ConcurrentQueue<CallUsage> Calls { get; } = new();

    /// <summary>When its model calls end: a guard before the command's deadline. Null: the deadline counts from the first call.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>False: what is paid for already is taken or waited for, and no call is begun.</summary>
    public bool MayCall { get; init; } = true;

    /// <summary>
    /// Told at once of each call that is refused before admission, while it is tried again in place: also after the delivery is over, when
    /// its calls go on. It neither waits nor throws.
    /// </summary>
    public Action<ModelRef>? Throttled { get; init; }

    public CourseLocation Location => Order.Location;

    /// <summary>The item for people, for example <c>lesson 01-02</c>.</summary>
    public string Name => $"{Kind.InWords()} {Unit.Id}";

    /// <summary>What an earlier delivery of this command paid for is reported by this one too: whichever event comes first is settled.</summary>
    /// <returns>False when it was paid for under another reservation, or nobody knows which.</returns>
    internal bool Recall(Payment? payment)
    {
        if (payment?.Reservation != Order.ReservationId)
            return false;
        Count(payment.Calls);
        return true;
    }

    /// <summary>Adds those calls that are not here yet. Both tell of the same calls, each perhaps of some more: two that used the same are two in either.</summary>
    internal void Count(IEnumerable<CallUsage> calls)
    {
        var known = Calls.ToList();
        foreach (var call in calls)
        {
            if (!known.Remove(call))
                Calls.Enqueue(call);
        }
    }

    public WorkReceipt Receipt(string fingerprint, bool reused) =>
        new(Order.Revision, Order.ReservationId, Unit.Id, Unit.Attempt, Unit.Generation, fingerprint, [.. Calls], reused);
}

/// <summary>An artifact that is in the store now.</summary>
/// <param name="Reused">It was there already, and no delivery of this command had made it.</param>
/// <param name="Bytes">Its content.</param>
public sealed record MadeArtifact(ArtifactRef Artifact, string Fingerprint, bool Reused, ReadOnlyMemory<byte> Bytes)
{
    internal Payment? Payment { get; init; }
}
