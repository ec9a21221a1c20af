using MassTransit;
using MassTransit.Middleware;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CourseGen.Sagas;

/// <summary>
/// The inbox and outbox around a saga's step. The step's transaction claims the message and writes the saga, its rows and the messages
/// that it publishes; these are then delivered from memory, holding no transaction; then one statement drops them. What a process does
/// not get to is done when the broker delivers the message again.
/// </summary>
sealed class PostgresOutboxFactory<TContext>(PostgresStep<TContext> step, IServiceProvider provider) : IOutboxContextFactory<TContext>
    where TContext : DbContext
{
    public async Task Send<T>(ConsumeContext<T> context, OutboxConsumeOptions options, IPipe<OutboxConsumeContext<T>> next) where T : class
    {
        var id = context.GetOriginalMessageId() ?? throw new MessageException(
            typeof(T), "The message has no id, so the inbox cannot tell whether it was consumed: publish it through MassTransit.");
        var outbox = new PostgresOutboxContext<TContext, T>(context, options, provider, step.Db, id);
        await step.Run(Claim(id, options.ConsumerId), outbox.ReadClaim, async () =>
        {
            if (!outbox.IsMessageConsumed)
                await next.Send(outbox);
            outbox.Track();
        }, context.CancellationToken);
        outbox.Commit();
        if (!outbox.IsOutboxDelivered)
            await Deliver(outbox, next);
        await next.Send(outbox);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("postgresOutbox");

    static async Task Deliver<T>(PostgresOutboxContext<TContext, T> outbox, IPipe<OutboxConsumeContext<T>> next) where T : class
    {
        try
        {
            await next.Send(outbox);
        }
        catch (Exception exception) when (!outbox.CancellationToken.IsCancellationRequested)
        {
            await outbox.KeepProgress();
            throw new OutboxDeliveryException(outbox.MessageId.GetValueOrDefault(), exception);
        }
    }

    /// <summary>Inserts the row, or waits for a concurrent delivery's step and locks its row.</summary>
    static NpgsqlBatchCommand Claim(Guid message, Guid consumer) => new(
        """
        INSERT INTO inbox (message_id, consumer_id, consumed_at, receive_count) VALUES ($1, $2, clock_timestamp(), 1)
        ON CONFLICT (message_id, consumer_id) DO UPDATE SET receive_count = inbox.receive_count + 1
        RETURNING consumed_at, receive_count, delivered_at
        """)
    {
        Parameters = { new NpgsqlParameter<Guid> { TypedValue = message }, new NpgsqlParameter<Guid> { TypedValue = consumer } },
    };
}
