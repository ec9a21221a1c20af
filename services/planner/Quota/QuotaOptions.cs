using System.ComponentModel.DataAnnotations;

namespace CourseGen.Planner.Quota;

/// <summary>What holds model calls to their quota (configuration <c>Quota__…</c>).</summary>
public sealed record QuotaOptions
{
    public QuotaMode Mode { get; init; }

    /// <summary>A model that refused a call is believed to have less quota until so much time has passed without another refusal.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan CleanMinute { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>A course whose turn it is, and that does not ask for so long although its request would fit, holds up the others no more.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan TurnPatience { get; init; } = TimeSpan.FromSeconds(10);
}

public enum QuotaMode { Ledger, Prefetch }
