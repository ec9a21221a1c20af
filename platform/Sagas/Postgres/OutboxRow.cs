using MassTransit;
using MassTransit.Metadata;
using MassTransit.Middleware;
using MassTransit.Serialization;

namespace CourseGen.Sagas;

/// <summary>A message that a step published, until it is delivered.</summary>
sealed class OutboxRow : OutboxMessageContext
{
    public Guid InboxMessageId { get; init; }
    public Guid InboxConsumerId { get; init; }
    /// <summary>In its step, from 1.</summary>
    public long SequenceNumber { get; init; }
    public Guid MessageId { get; init; }
    public Guid? RequestId { get; init; }
    public Guid? CorrelationId { get; init; }
    public Guid? ConversationId { get; init; }
    public Guid? InitiatorId { get; init; }
    public Uri? SourceAddress { get; init; }
    public Uri? DestinationAddress { get; init; }
    public Uri? ResponseAddress { get; init; }
    public Uri? FaultAddress { get; init; }
    public DateTime SentAt { get; init; }
    public DateTime? ExpiresAt { get; init; }
    public string ContentType { get; init; } = "";
    public string MessageType { get; init; } = "";
    public string Body { get; init; } = "";
    /// <summary>JSON.</summary>
    public string? Headers { get; init; }
    /// <summary>JSON: the transport's, such as RabbitMQ's mandatory flag.</summary>
    public string? Properties { get; init; }

    Headers? _headers;
    IReadOnlyDictionary<string, object>? _properties;

    Guid? MessageContext.MessageId => MessageId;
    DateTime? MessageContext.SentTime => SentAt;
    DateTime? MessageContext.ExpirationTime => ExpiresAt;
    HostInfo MessageContext.Host => HostMetadataCache.Host;
    Headers MessageContext.Headers => _headers ?? throw Unread();
    IReadOnlyDictionary<string, object> OutboxMessageContext.Properties => _properties ?? throw Unread();

    /// <summary>Reads headers and properties, which must be done before it is delivered.</summary>
    public OutboxMessageContext Read(IObjectDeserializer deserializer)
    {
        _headers = new DictionarySendHeaders(deserializer.DeserializeDictionary<object?>(Headers) ?? []);
        _properties = deserializer.DeserializeDictionary<object>(Properties) ?? [];
        return this;
    }

    static InvalidOperationException Unread() => new($"The outbox row's headers are not read yet: call {nameof(Read)} first.");
}
