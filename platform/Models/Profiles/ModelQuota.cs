namespace CourseGen.Models;

/// <summary>
/// What an account may use of a model. Null is no limit: read the applied values with <c>aws service-quotas list-service-quotas</c>;
/// none is shipped, because accounts differ. Requests a minute are null for models on which Bedrock no longer counts them (its release
/// note of 27 May 2026).
/// </summary>
public sealed record ModelQuota
{
    /// <summary>Refill of the bucket.</summary>
    public long? TokensPerMinute { get; init; }

    /// <summary>Capacity of the bucket in tokens; null: <see cref="TokensPerMinute"/>.</summary>
    public long? Burst { get; init; }

    public int? RequestsPerMinute { get; init; }

    public long? TokensPerDay { get; init; }

    /// <summary>Of all the above, the part that is ours; above 0, at most 1.</summary>
    public double Share { get; init; } = 1;

    public int? PicturesPerMinute { get; init; }

    /// <summary>From the start of one picture to the start of the next, at least.</summary>
    public TimeSpan PictureGap { get; init; }

    /// <summary>Pictures that one command may hold; null: as many as the planner puts into one.</summary>
    public int? PicturesPerCommand { get; init; }

    public bool IsLimited =>
        TokensPerMinute is not null || RequestsPerMinute is not null || TokensPerDay is not null || PicturesPerMinute is not null || PictureGap > TimeSpan.Zero;
}
