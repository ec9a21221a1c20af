namespace CourseGen.Planner.Postgres;

/// <summary>
/// Leases are told by one clock, the database's, because several planners give and take them. A clock that is not the system's (a
/// test's) goes before it: statements say <c>coalesce(now, clock_timestamp())</c>.
/// </summary>
sealed class DatabaseClock(TimeProvider time)
{
    /// <summary>Null: ask the database.</summary>
    public DateTimeOffset? Now => time == TimeProvider.System ? null : time.GetUtcNow();
}
