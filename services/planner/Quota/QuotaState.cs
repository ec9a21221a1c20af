using CourseGen.Contracts;

namespace CourseGen.Planner.Quota;

/// <summary>What the ledger believes of one model's quota at a moment. Tokens count as the quota counts them (burndown and share included).</summary>
/// <param name="TokensPerMinute">The refill now, a throttled one included; null: unlimited.</param>
/// <param name="Burst">What the bucket holds when it is full.</param>
/// <param name="Level">What is left of it, the burn of calls in flight already taken off; negative: a debt.</param>
/// <param name="Reserved">Held by calls in flight.</param>
/// <param name="Used">Charged since the ledger knows the model.</param>
/// <param name="Requests">Calls that may start now; null: unlimited.</param>
/// <param name="LeftToday">Tokens left of the day's quota; null: unlimited.</param>
/// <param name="Shrink">1; less for a while after the model refused a call although it should have fitted.</param>
/// <param name="Waiting">Courses that wait for room.</param>
public sealed record QuotaState(
    ModelRef Model, double? TokensPerMinute, double Burst, double Level, double Reserved, int CallsInFlight, double Used,
    double? Requests, double? LeftToday, double Shrink, IReadOnlyList<Guid> Waiting);
