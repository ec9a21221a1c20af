using System.ComponentModel.DataAnnotations;

namespace CourseGen.Planner.Quota;

/// <summary>What keeps the calls within the models' quotas.</summary>
public enum QuotaMode
{
    /// <summary>A command is sent once the ledger has reserved what it may use.</summary>
    Ledger,
    /// <summary>The ledger is not asked: so few calls are in flight at a time that they cannot use more.</summary>
    Prefetch,
}

/// <summary>How the quotas are kept (configuration <c>Quota__…</c>).</summary>
public sealed record QuotaOptions
{
    public QuotaMode Mode { get; init; } = QuotaMode.Ledger;

    /// <summary>A model that refused a call is believed to have less quota until so much time has passed without another refusal.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan CleanMinute { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A course whose turn it is, and that does not ask for so long although its request would fit, holds up the others no more.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan TurnPatience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Pods of each service whose calls use the text model's quota, as deployed; the planner compares them with the quota at its start.</summary>
    public ServiceCounts Pods { get; init; } = new();

    /// <summary><c>Models__ConcurrentCalls</c> of each of these services; unset: as the planner's own.</summary>
    public ServiceCounts ConcurrentCalls { get; init; } = new();
}

/// <summary>A number for each service that calls the text model; null where it is not told.</summary>
public sealed record ServiceCounts
{
    [Range(1, 10_000)]
    public int? ContentGen { get; init; }

    [Range(1, 10_000)]
    public int? Ppt { get; init; }
}
