namespace CourseGen.Planner.Quota;

/// <summary>A course whose waiting request will fit its model's quota.</summary>
/// <param name="At">When.</param>
/// <param name="AskedAt">When the course last asked for that quota: as long as it stays the same, a wake-up has not been seen to.</param>
public sealed record QuotaFit(Guid Course, DateTimeOffset At, DateTimeOffset AskedAt);
