namespace CourseGen.Sagas;

/// <summary>Durations and sizes of the saga store, inbox and outbox on Postgres.</summary>
public sealed class PostgresOutboxOptions
{
    /// <summary>A step that waits longer for a lock fails with SqlState 55P03 and is tried again by the endpoint's retry.</summary>
    public TimeSpan LockTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Postgres ends a step's transaction that says nothing for so long, so that its locks do not outlive a process that hangs.</summary>
    public TimeSpan IdleInTransactionTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// How long a delivery is held while Postgres does not answer, or while what its step published cannot be delivered; then it goes
    /// back to the broker, which delivers it again. RabbitMQ closes the channel of a consumer that holds one for 30 minutes.
    /// </summary>
    public TimeSpan HoldLimit { get; set; } = TimeSpan.FromMinutes(20);

    /// <summary>Pause between two attempts to reach Postgres, or to deliver.</summary>
    public TimeSpan HoldInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long one message may take to be delivered: a broker with a memory alarm accepts none and does not say so.</summary>
    public TimeSpan DeliveryTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long the inbox remembers a delivered message; one that is repeated later is consumed anew.</summary>
    public TimeSpan InboxRetention { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Pause between two clean-ups of the inbox.</summary>
    public TimeSpan CleanupInterval { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>Rows that one statement of the clean-up deletes, so that it never locks many.</summary>
    public int CleanupBatch { get; set; } = 1000;

    /// <summary>A step that is committed and not delivered for so long counts as undelivered.</summary>
    public TimeSpan UndeliveredAfter { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>Pause between two counts of what is undelivered.</summary>
    public TimeSpan StatusInterval { get; set; } = TimeSpan.FromSeconds(30);

    internal string? Mistake() =>
        Durations().FirstOrDefault(duration => duration.Value < TimeSpan.FromMilliseconds(1)) is { Name: { } name } wrong
            ? $"{nameof(PostgresOutboxOptions)}: {name} is {wrong.Value}: set at least one millisecond."
            : CleanupBatch < 1 ? $"{nameof(PostgresOutboxOptions)}: {nameof(CleanupBatch)} is {CleanupBatch}: set at least 1." : null;

    IEnumerable<(string Name, TimeSpan Value)> Durations() =>
    [
        (nameof(LockTimeout), LockTimeout), (nameof(IdleInTransactionTimeout), IdleInTransactionTimeout), (nameof(HoldLimit), HoldLimit),
        (nameof(HoldInterval), HoldInterval), (nameof(DeliveryTimeout), DeliveryTimeout), (nameof(InboxRetention), InboxRetention),
        (nameof(CleanupInterval), CleanupInterval), (nameof(UndeliveredAfter), UndeliveredAfter), (nameof(StatusInterval), StatusInterval),
    ];
}
