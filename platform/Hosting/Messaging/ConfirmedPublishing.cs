using MassTransit;
using MassTransit.Transports;
using Microsoft.Extensions.Logging;

namespace CourseGen.Hosting;

/// <summary>
/// A publish that the broker does not confirm in time is unknown, not failed: it is made again until it is confirmed or its delivery is
/// over, for then the delivery comes again.
/// </summary>
public static partial class ConfirmedPublishing
{
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Once the delivery is over: a publish on a lost connection waits for the next one, which is not opened before its delivery has ended.
    /// </summary>
    static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);

    /// <exception cref="OperationCanceledException">The delivery is over.</exception>
    public static async Task PublishUntilConfirmed(this ConsumeContext context, object message, WorkRules rules)
    {
        // Not the delivery's own: there, a publish that was given up fails the delivery, although a later one went through.
        var endpoint = new PublishEndpoint(context.ReceiveContext.PublishEndpointProvider);
        var origin = Pipe.Execute<PublishContext>(publish => (publish.ConversationId, publish.InitiatorId) = (context.ConversationId, context.CorrelationId));
        for (var patience = rules.Options.PublishTimeout; ; patience = patience * 2 < Longest ? patience * 2 : Longest)
        {
            // Not ended with the delivery but a little later: what was done by its end is still announced.
            using var timeout = new CancellationTokenSource(patience, rules.Time);
            await using var over = context.CancellationToken.Register(() => timeout.CancelAfter(Farewell));
            try
            {
                // The bus itself does not heed the token while it connects.
                await endpoint.Publish(message, message.GetType(), origin, timeout.Token).WaitAsync(timeout.Token);
                return;
            }
            catch (OperationCanceledException) when (timeout.IsCancellationRequested)
            {
                Unconfirmed(rules.Log, message.GetType().Name, patience);
                context.CancellationToken.ThrowIfCancellationRequested();
            }
        }
    }

    [LoggerMessage(LogLevel.Warning, "RabbitMQ has not confirmed a {Message} within {Patience}: it is published again. Look for a memory or disk alarm.")]
    static partial void Unconfirmed(ILogger log, string message, TimeSpan patience);
}
