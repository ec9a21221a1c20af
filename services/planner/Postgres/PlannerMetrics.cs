using System.Diagnostics.Metrics;

namespace CourseGen.Planner.Postgres;

/// <summary>What the planner counts.</summary>
static class PlannerMetrics
{
    static readonly Meter Meter = new("CourseGen.Planner");

    /// <summary>Wake-ups sent to courses that were due or had something left lying.</summary>
    public static readonly Counter<long> Woken = Meter.CreateCounter<long>("coursegen.planner.wakeups");

    /// <summary>Rows deleted because they were old enough; tag <c>table</c>.</summary>
    public static readonly Counter<long> Deleted = Meter.CreateCounter<long>("coursegen.planner.retention.deleted");
}
