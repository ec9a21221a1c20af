namespace CourseGen.Models;

/// <summary>Options of the model calls of a process. The defaults are the design's.</summary>
public sealed record PaidOnceOptions
{
    /// <summary>Model calls that this process may have in flight, whatever the batches hold.</summary>
    public int ConcurrentCalls { get; init; } = 8;

    public TimeSpan ClaimRenewal { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>A claim not renewed for this long is taken over.</summary>
    public TimeSpan ClaimStale { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Between two looks for what another process is making.</summary>
    public TimeSpan ClaimPoll { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>For how long a throttled call is tried again in place.</summary>
    public TimeSpan ThrottleRetry { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Before the second try of a throttled call; it doubles up to a quarter of <see cref="ThrottleRetry"/>.</summary>
    public TimeSpan ThrottleDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>File that <see cref="ModelCallLog"/> appends to; null for none.</summary>
    public string? CallLog { get; init; }
}
