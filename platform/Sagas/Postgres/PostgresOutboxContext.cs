using MassTransit;
using MassTransit.Context;
using MassTransit.Middleware;
using MassTransit.Middleware.Outbox;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CourseGen.Sagas;

/// <summary>One delivery of a message: first its step, unless it is already consumed, then what is to be delivered.</summary>
sealed class PostgresOutboxContext<TContext, TMessage>(
    ConsumeContext<TMessage> context, OutboxConsumeOptions options, IServiceProvider provider, TContext db, Guid messageId) :
    OutboxConsumeContextProxy<TMessage>(context, options, provider), OutboxConsumeContext
    where TContext : DbContext
    where TMessage : class
{
    readonly List<OutboxRow> _added = [];
    readonly BoundedDelivery _delivery = new(context);
    InboxRow _inbox = null!;
    bool _consumedHere;
    bool _committed;
    bool _delivered;
    long? _lastDelivered;

    public override Guid? MessageId => messageId;
    public override bool ContinueProcessing { get; set; } = true;
    public override bool IsMessageConsumed => _committed || !_consumedHere;
    public override bool IsOutboxDelivered => _delivered;
    public override int ReceiveCount => _inbox.ReceiveCount;
    public override long? LastSequenceNumber => _lastDelivered;

    /// <summary>What delivery sends through.</summary>
    ConsumeContext OutboxConsumeContext.CapturedContext => _delivery;

    public async Task ReadClaim(NpgsqlDataReader reader)
    {
        await reader.ReadAsync(CancellationToken);
        _inbox = new InboxRow
        {
            MessageId = messageId,
            ConsumerId = ConsumerId,
            ConsumedAt = reader.GetDateTime(0),
            ReceiveCount = reader.GetInt32(1),
            DeliveredAt = await reader.IsDBNullAsync(2, CancellationToken) ? null : reader.GetDateTime(2),
        };
        _consumedHere = _inbox.ReceiveCount == 1;
    }

    /// <summary>Puts what the step published into the step's SaveChanges; if that is nothing, it is delivered with the commit.</summary>
    public void Track()
    {
        if (!_consumedHere)
            return;
        db.AddRange(_added);
        if (_added.Count > 0)
            return;
        db.Attach(_inbox);
        _inbox.DeliveredAt = _inbox.ConsumedAt;
    }

    public void Commit() => (_committed, _delivered) = (true, _inbox.DeliveredAt is not null);

    public override Task SetConsumed() => Task.CompletedTask;

    public override async Task<List<OutboxMessageContext>> LoadOutboxMessages()
    {
        var rows = _consumedHere
            ? _added
            : await db.Set<OutboxRow>().AsNoTracking().Where(row => row.InboxMessageId == messageId && row.InboxConsumerId == ConsumerId)
                .OrderBy(row => row.SequenceNumber).ToListAsync(CancellationToken);
        return [.. rows.Select(row => row.Read(SerializerContext))];
    }

    public override Task NotifyOutboxMessageDelivered(OutboxMessageContext message)
    {
        _lastDelivered = message.SequenceNumber;
        return Task.CompletedTask;
    }

    public override async Task SetDelivered()
    {
        await db.Database.ExecuteSqlAsync(
            $"""
             WITH delivered AS (DELETE FROM outbox WHERE inbox_message_id = {messageId} AND inbox_consumer_id = {ConsumerId})
             UPDATE inbox SET delivered_at = clock_timestamp() WHERE message_id = {messageId} AND consumer_id = {ConsumerId}
             """, CancellationToken);
        _delivered = true;
    }

    public override Task RemoveOutboxMessages() => Task.CompletedTask;

    /// <summary>Drops the rows that are delivered, so that the next attempt does not deliver them again.</summary>
    public async Task KeepProgress()
    {
        if (_lastDelivered is not { } last)
            return;
        try
        {
            await db.Set<OutboxRow>()
                .Where(row => row.InboxMessageId == messageId && row.InboxConsumerId == ConsumerId && row.SequenceNumber <= last)
                .ExecuteDeleteAsync(CancellationToken);
        }
        catch (Exception exception) when (DatabaseFailure.IsAway(exception))
        {
            // They are then delivered once more, with the same message ids: an outbox delivers at least once.
        }
    }

    public override Task AddSend<T>(SendContext<T> context)
    {
        var properties = new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase);
        (context as TransportSendContext<T>)?.WritePropertiesTo(properties);
        var (body, headers) = (context.Serializer.GetMessageBody(context).GetString(), context.Headers.GetAll().ToList());
        lock (_added)
            _added.Add(new OutboxRow
            {
                InboxMessageId = messageId,
                InboxConsumerId = ConsumerId,
                SequenceNumber = _added.Count + 1,
                MessageId = context.MessageId ?? throw new MessageException(typeof(T), "A message without an id cannot be put into the outbox."),
                RequestId = context.RequestId,
                CorrelationId = context.CorrelationId,
                ConversationId = context.ConversationId,
                InitiatorId = context.InitiatorId,
                SourceAddress = context.SourceAddress,
                DestinationAddress = context.DestinationAddress,
                ResponseAddress = context.ResponseAddress,
                FaultAddress = context.FaultAddress,
                SentAt = Sent(context),
                ExpiresAt = Sent(context) + context.TimeToLive,
                ContentType = context.ContentType?.ToString() ?? context.Serialization.DefaultContentType.ToString(),
                MessageType = string.Join(';', context.SupportedMessageTypes),
                Body = body,
                Headers = headers.Count == 0 ? null : SerializerContext.SerializeDictionary(headers),
                Properties = properties.Count == 0 ? null : SerializerContext.SerializeDictionary(properties),
            });
        return Task.CompletedTask;
    }

    DateTime Sent(SendContext context) => context.SentTime ?? _inbox.ConsumedAt;
}
