using CourseGen.Contracts;
using CourseGen.Sagas;

namespace CourseGen.Planner.Quota;

/// <summary>What one command may spend, until each of its items is settled or its lease ends; kept until the usage of each is known.</summary>
public sealed class Reservation : IRow<Reservation>
{
    public required Guid Id { get; init; }
    public required Guid CourseId { get; init; }
    public required WorkKind Kind { get; init; }
    public required ModelRef? Model { get; init; }
    public required Grant Grant { get; init; }
    /// <summary>What each call was expected to take; null: none of any quota.</summary>
    public CallEstimate? Call { get; init; }
    public required IReadOnlyList<string> Items { get; init; }
    /// <summary>Items whose usage is known.</summary>
    public IReadOnlyList<string> Settled { get; set; } = [];
    public required DateTimeOffset StartBy { get; init; }
    public DateTimeOffset? StartedAt { get; set; }
    /// <summary>When the planner may send the work again, because nobody can still be doing it.</summary>
    public required DateTimeOffset LeaseEnds { get; set; }
    /// <summary>Nothing of it is in flight any more: everything is settled, or its lease has ended.</summary>
    public bool Closed { get; set; }

    /// <param name="items">How many of the request's are granted.</param>
    public static Reservation Of(ReservationRequest request, int items, DateTimeOffset now, LeaseOptions leases) => new()
    {
        Id = Guid.CreateVersion7(now), // rows made together lie together
        CourseId = request.CourseId,
        Kind = request.Kind,
        Model = request.Model,
        Grant = request.Grant,
        Call = request.Call,
        Items = [.. request.Items.Take(items)],
        StartBy = now + leases.StartWithin,
        LeaseEnds = now + leases.StartWithin + leases.UnstartedGrace,
    };

    /// <summary>Said again, or after its lease, it changes nothing.</summary>
    public void Start(DateTimeOffset now, LeaseOptions leases)
    {
        if (Closed || StartedAt is not null)
            return;
        (StartedAt, LeaseEnds) = (now, StartBy + leases.LeaseGrace);
    }

    /// <returns>False when the item was settled before, or is none of its.</returns>
    public bool Settle(string item)
    {
        if (!Items.Contains(item) || Settled.Contains(item))
            return false;
        Settled = [.. Settled, item];
        Closed |= Settled.Count == Items.Count;
        return true;
    }

    object IRow<Reservation>.Key => Id;
    Guid IRow<Reservation>.Partition => CourseId;
    Reservation IRow<Reservation>.Copy() => (Reservation)MemberwiseClone();
}
