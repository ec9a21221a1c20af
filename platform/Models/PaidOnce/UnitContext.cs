using System.Collections.Concurrent;
using CourseGen.Contracts;

namespace CourseGen.Models;

/// <summary>One item of a command while it is worked on.</summary>
public sealed record UnitContext(Guid CourseId, WorkKind Kind, WorkOrder Order, WorkUnit Unit)
{
    /// <summary>Usage of the calls made for this delivery, also when the item failed after them.</summary>
    public ConcurrentQueue<CallUsage> Calls { get; } = new();

    /// <summary>When its model calls end: a guard before the command's deadline. Null: the deadline counts from the first call.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    /// <summary>
    /// Told at once of each call that is refused before admission, while it is tried again in place: also after the delivery is over, when
    /// its calls go on. It neither waits nor throws.
    /// </summary>
    public Action<ModelRef>? Throttled { get; init; }

    public CourseLocation Location => Order.Location;

    /// <summary>The item for people, for example <c>lesson 01-02</c>.</summary>
    public string Name => $"{Kind.InWords()} {Unit.Id}";

    public WorkReceipt Receipt(string fingerprint, bool reused) =>
        new(Order.Revision, Order.ReservationId, Unit.Id, Unit.Attempt, Unit.Generation, fingerprint, [.. Calls], reused);
}

/// <summary>An artifact that is in the store now.</summary>
/// <param name="Reused">It was there already.</param>
/// <param name="Bytes">Its content.</param>
public sealed record MadeArtifact(ArtifactRef Artifact, string Fingerprint, bool Reused, ReadOnlyMemory<byte> Bytes);
