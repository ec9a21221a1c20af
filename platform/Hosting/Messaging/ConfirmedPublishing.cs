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

    /// <exception cref="OperationCanceledException">The delivery is over.</exception>
    public static async Task PublishUntilConfirmed(this ConsumeContext context, object message, WorkRules rules)
    {
        // Not the delivery's own, which keeps each publish that was given up, and fails the delivery with it in the end.
        var publisher = new PublishEndpoint(context.ReceiveContext.PublishEndpointProvider);
        var headers = Pipe.Execute<PublishContext>(publish => publish.TransferConsumeContextHeaders(context));
        for (var patience = rules.Options.PublishTimeout; ; patience = patience * 2 < Longest ? patience * 2 : Longest)
        {
            // Not ended by the delivery: what was done by its end is still announced.
            using var timeout = new CancellationTokenSource(patience, rules.Time);
            try
            {
                // The bus itself does not heed the token while it connects.
                await publisher.Publish(message, message.GetType(), headers, timeout.Token).WaitAsync(timeout.Token);
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
