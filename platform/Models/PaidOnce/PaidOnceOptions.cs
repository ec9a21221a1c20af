using System.ComponentModel.DataAnnotations;

namespace CourseGen.Models;

/// <summary>Options of the model calls of a process. The defaults are the design's.</summary>
public sealed record PaidOnceOptions
{
    /// <summary>Model calls that this process may have in flight, whatever the batches hold.</summary>
    [Range(1, 1000)]
    public int ConcurrentCalls { get; init; } = 8;

    [Range(typeof(TimeSpan), "00:00:00.1", "00:10:00")]
    public TimeSpan ClaimRenewal { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>A claim not renewed for this long is taken over.</summary>
    [Range(typeof(TimeSpan), "00:00:00.2", "01:00:00")]
    public TimeSpan ClaimStale { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Between two looks for what another process is making.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:01:00")]
    public TimeSpan ClaimPoll { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>For how long a throttled call is tried again in place.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan ThrottleRetry { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Before the second try of a throttled call; it doubles up to a quarter of <see cref="ThrottleRetry"/>.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:01:00")]
    public TimeSpan ThrottleDelay { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>For a count of a call's input; after it the call is made uncounted.</summary>
    [Range(typeof(TimeSpan), "00:00:00.01", "00:05:00")]
    public TimeSpan CountTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>File that <see cref="ModelCallLog"/> appends to; null for none.</summary>
    public string? CallLog { get; init; }
}
