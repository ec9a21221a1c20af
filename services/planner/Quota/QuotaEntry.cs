using CourseGen.Contracts;
using CourseGen.Sagas;

namespace CourseGen.Planner.Quota;

/// <summary>
/// Something that happened to a model's quota, to be taken into its <see cref="QuotaBelief"/> by whoever reserves from it next. So what
/// tells of usage locks no quota, and no two steps wait for each other.
/// </summary>
public sealed class QuotaEntry : IRow<QuotaEntry>
{
    /// <summary>Version 7: tells the order of entries of one moment.</summary>
    public required Guid Id { get; init; }
    public required ModelRef Model { get; init; }
    /// <summary>Tokens that the bucket loses; negative: gets back.</summary>
    public double Tokens { get; init; }
    /// <summary>Of these, what was used.</summary>
    public double Charged { get; init; }
    /// <summary>The model refused a call.</summary>
    public bool Throttled { get; init; }
    /// <summary>Unset: when it is written.</summary>
    public DateTimeOffset At { get; init; }

    object IRow<QuotaEntry>.Key => Id;
    Guid IRow<QuotaEntry>.Partition => Guid.Empty;
    QuotaEntry IRow<QuotaEntry>.Copy() => (QuotaEntry)MemberwiseClone();
}
