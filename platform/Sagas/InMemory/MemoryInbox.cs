using System.Collections.Concurrent;
using MassTransit.Middleware.Outbox;

namespace CourseGen.Sagas;

/// <summary>
/// Which messages each saga has consumed, and what it has said that is not yet delivered. Kept for the life of the process: an
/// embedded run is one course, and the in-memory transport redelivers nothing from before.
/// </summary>
sealed class MemoryInbox
{
    readonly ConcurrentDictionary<(Guid Message, Guid Consumer), MemoryInboxMessage> _messages = new();

    public MemoryInboxMessage Message(Guid message, Guid consumer) => _messages.GetOrAdd((message, consumer), static _ => new());
}

/// <summary>One message at one saga. Deliveries of it go one after another.</summary>
sealed class MemoryInboxMessage
{
    readonly SemaphoreSlim _delivery = new(1, 1);

    public int ReceiveCount { get; set; }
    public bool Consumed { get; set; }
    public bool Delivered { get; set; }
    /// <summary>Of <see cref="Outbox"/>, the last one that is delivered; null: none.</summary>
    public long? LastSequenceNumber { get; set; }
    /// <summary>What the committed step published, in order.</summary>
    public IReadOnlyList<InMemoryOutboxMessage> Outbox { get; set; } = [];

    public Task Lock(CancellationToken token) => _delivery.WaitAsync(token);

    public void Unlock() => _delivery.Release();
}
