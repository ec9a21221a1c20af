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
    public required IReadOnlyList<string> Items { get; init; }
    /// <summary>Items whose usage is known.</summary>
    public IReadOnlyList<string> Settled { get; set; } = [];
    public required DateTimeOffset StartBy { get; init; }
    public DateTimeOffset? StartedAt { get; set; }
    /// <summary>When the planner may send the work again, because nobody can still be doing it.</summary>
    public required DateTimeOffset LeaseEnds { get; set; }
    /// <summary>Its lease has ended before everything was settled.</summary>
    public bool Closed { get; set; }

    object IRow<Reservation>.Key => Id;
    Guid IRow<Reservation>.Partition => CourseId;
    Reservation IRow<Reservation>.Copy() => (Reservation)MemberwiseClone();
}
