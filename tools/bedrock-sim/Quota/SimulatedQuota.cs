namespace CourseGen.BedrockSim.Quota;

/// <summary>What a model's account may use. Null is unlimited; a limit of 0 lets nothing through.</summary>
public sealed record SimulatedQuota
{
    /// <summary>Claude from 3.7 to 4.7 (Amazon Bedrock's page on token burndown).</summary>
    public const double ClaudeBurndown = 5;

    public static readonly SimulatedQuota Unlimited = new();

    public long? TokensPerMinute { get; init; }

    /// <summary>The bucket's capacity in tokens; null is a minute's quota.</summary>
    public long? Burst { get; init; }

    public int? RequestsPerMinute { get; init; }

    public long? TokensPerDay { get; init; }

    /// <summary>Tokens of quota that one output token costs; null is 5 for Claude and 1 for others.</summary>
    public double? Burndown { get; init; }

    /// <summary>Of the bucket, in tokens; infinite without a limit.</summary>
    internal double Capacity => Burst ?? TokensPerMinute ?? double.PositiveInfinity;

    internal double BurndownOf(string model) => Burndown ?? (model.Contains("anthropic.", StringComparison.Ordinal) ? ClaudeBurndown : 1);
}

/// <summary>When a call's real use takes the place of its reservation.</summary>
public enum Settlement
{
    /// <summary>As output is generated; the unused rest of the reservation returns at the end.</summary>
    Progressive,

    /// <summary>Only at the end: a call that burnt more than it reserved leaves a debt at once.</summary>
    End,
}

/// <summary>How a quota per minute comes back.</summary>
public enum Refill
{
    /// <summary>Evenly, up to the burst; a debt is paid off first.</summary>
    Bucket,

    /// <summary>All of it every 60 seconds, a debt forgiven.</summary>
    Window,
}
