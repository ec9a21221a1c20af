using MassTransit;
using MassTransit.Context;
using MassTransit.Middleware;
using MassTransit.Middleware.Outbox;

namespace CourseGen.Sagas;

/// <summary>
/// The inbox and outbox around a saga's step. MassTransit's own in-memory one keeps what a failed attempt published and sends it with
/// the next attempt's; here it goes with the step, and the step's transaction is opened here, as it is on a database.
/// </summary>
sealed class MemoryOutboxFactory(MemoryInbox inbox, MemorySession session, IServiceProvider provider) : IOutboxContextFactory<MemorySession>
{
    public async Task Send<T>(ConsumeContext<T> context, OutboxConsumeOptions options, IPipe<OutboxConsumeContext<T>> next) where T : class
    {
        var id = context.GetOriginalMessageId() ?? throw new MessageException(
            typeof(T), "The message has no id, so the inbox cannot tell whether it was consumed: publish it through MassTransit.");
        var message = inbox.Message(id, options.ConsumerId);
        await message.Lock(context.CancellationToken);
        try
        {
            message.ReceiveCount++;
            var outbox = new MemoryOutboxContext<T>(context, options, provider, message);
            if (!message.Consumed)
            {
                await session.Step(() => next.Send(outbox), context.CancellationToken);
                (message.Outbox, message.Consumed) = (outbox.Added, true);
            }
            while (outbox.ContinueProcessing)
                await next.Send(outbox);
        }
        finally
        {
            message.Unlock();
        }
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("memoryOutbox");
}

/// <summary>One attempt at a message: what it publishes is kept here until its step commits.</summary>
sealed class MemoryOutboxContext<TMessage>(
    ConsumeContext<TMessage> context, OutboxConsumeOptions options, IServiceProvider provider, MemoryInboxMessage message) :
    OutboxConsumeContextProxy<TMessage>(context, options, provider)
    where TMessage : class
{
    readonly List<InMemoryOutboxMessage> _added = [];

    public IReadOnlyList<InMemoryOutboxMessage> Added => _added;

    public override bool ContinueProcessing { get; set; } = true;
    public override bool IsMessageConsumed => message.Consumed;
    public override bool IsOutboxDelivered => message.Delivered;
    public override int ReceiveCount => message.ReceiveCount;
    public override long? LastSequenceNumber => message.LastSequenceNumber;

    public override Task SetConsumed() => Task.CompletedTask;

    public override Task SetDelivered()
    {
        message.Delivered = true;
        return Task.CompletedTask;
    }

    public override Task<List<OutboxMessageContext>> LoadOutboxMessages()
    {
        foreach (var waiting in message.Outbox)
            waiting.Deserialize(SerializerContext);
        return Task.FromResult<List<OutboxMessageContext>>([.. message.Outbox]);
    }

    public override Task NotifyOutboxMessageDelivered(OutboxMessageContext delivered)
    {
        message.LastSequenceNumber = delivered.SequenceNumber;
        return Task.CompletedTask;
    }

    public override Task RemoveOutboxMessages()
    {
        message.Outbox = [];
        return Task.CompletedTask;
    }

    public override Task AddSend<T>(SendContext<T> context)
    {
        var properties = new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase);
        (context as TransportSendContext<T>)?.WritePropertiesTo(properties);
        var added = new InMemoryOutboxMessage
        {
            MessageId = context.MessageId ?? throw new MessageException(typeof(T), "A message without an id cannot be put into the outbox."),
            RequestId = context.RequestId,
            CorrelationId = context.CorrelationId,
            ConversationId = context.ConversationId,
            InitiatorId = context.InitiatorId,
            SourceAddress = context.SourceAddress,
            DestinationAddress = context.DestinationAddress,
            ResponseAddress = context.ResponseAddress,
            FaultAddress = context.FaultAddress,
            SentTime = context.SentTime.GetValueOrDefault(),
            ExpirationTime = context.SentTime + context.TimeToLive,
            ContentType = context.ContentType?.ToString() ?? context.Serialization.DefaultContentType.ToString(),
            MessageType = string.Join(';', context.SupportedMessageTypes),
            Body = context.Serializer.GetMessageBody(context).GetString(),
            Headers = SerializerContext.SerializeDictionary(context.Headers.GetAll()),
            Properties = SerializerContext.SerializeDictionary(properties),
        };
        lock (_added)
        {
            added.SequenceNumber = _added.Count + 1;
            _added.Add(added);
        }
        return Task.CompletedTask;
    }
}
