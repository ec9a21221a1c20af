using System.Globalization;

namespace CourseGen.Resilience.Tests.Clusters;

/// <summary>What a suite sets. The durations are the design's, a thirtieth of each, where a thirtieth is still enough for the work itself.</summary>
sealed record ClusterSettings
{
    /// <summary>A course each, all with the same project folder.</summary>
    public int Buckets { get; init; } = 1;

    public string Modules { get; init; } = "1-2";

    /// <summary>Every service can be told to end at a named point.</summary>
    public bool CrashPoints { get; init; }

    public TimeSpan Latency { get; init; } = TimeSpan.FromMilliseconds(400);

    public int ConcurrentCalls { get; init; } = 4;

    public TimeSpan StartWithin { get; init; } = TimeSpan.FromSeconds(20);

    public TimeSpan WorkDeadline { get; init; } = TimeSpan.FromSeconds(900) / 30;

    /// <summary>How long a stop may take: the longest work, and a little.</summary>
    public static TimeSpan DrainTimeout => TimeSpan.FromSeconds(32);
    public static TimeSpan ShutdownTimeout => TimeSpan.FromSeconds(45);

    public IEnumerable<(string Key, string Value)> Environment()
    {
        yield return ("Logging__LogLevel__Microsoft.Extensions.Diagnostics.HealthChecks", "None");
        yield return ("ASPNETCORE_ENVIRONMENT", "Production");
        if (CrashPoints)
            yield return ("DOTNET_STARTUP_HOOKS", typeof(CourseGen.CrashPoints.CrashPoint).Assembly.Location);
        yield return ("Work__DeadlineGuard", Text(TimeSpan.FromSeconds(4)));
        yield return ("Work__DrainTimeout", Text(DrainTimeout));
        yield return ("Work__ShutdownTimeout", Text(ShutdownTimeout));
        yield return ("Work__ConcurrentCommands", $"{ConcurrentCalls}");
        yield return ("Models__SimulatedLatency", Text(Latency));
        yield return ("Models__ConcurrentCalls", $"{ConcurrentCalls}");
        yield return ("Models__ClaimRenewal", Text(TimeSpan.FromSeconds(20) / 30));
        yield return ("Models__ClaimStale", Text(TimeSpan.FromSeconds(60) / 30));
        yield return ("Models__ClaimPoll", Text(TimeSpan.FromMilliseconds(100)));
        yield return ("Leases__StartWithin", Text(StartWithin));
        yield return ("Leases__UnstartedGrace", Text(TimeSpan.FromSeconds(60) / 30));
        yield return ("Leases__LeaseGrace", Text(WorkDeadline + (TimeSpan.FromSeconds(60) / 30)));
        yield return ("Planner__WorkDeadline", Text(WorkDeadline));
        yield return ("Planner__MergeDeadline", Text(TimeSpan.FromSeconds(600) / 30));
        yield return ("Planner__BookDeadline", Text(TimeSpan.FromSeconds(600) / 30));
        yield return ("Planner__PlanDeadline", Text(TimeSpan.FromSeconds(10)));
        yield return ("Planner__RetryDelays__0", Text(TimeSpan.FromSeconds(5) / 30));
        yield return ("Planner__RetryDelays__1", Text(TimeSpan.FromSeconds(30) / 30));
        yield return ("Planner__RetryDelays__2", Text(TimeSpan.FromSeconds(120) / 30));
    }

    static string Text(TimeSpan duration) => duration.ToString("c", CultureInfo.InvariantCulture);
}
