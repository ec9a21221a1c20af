using CourseGen.Sagas.Orders;
using MassTransit;

namespace CourseGen.Sagas.Postgres;

/// <summary>
/// The process that a test kills: it publishes one <see cref="PickLine"/>, handles it, and stands still before the delivery of one of the
/// messages that its step has put into the outbox.
/// </summary>
static class KilledPlanner
{
    public const string StandsStill = "stands still";

    public static IEnumerable<string> Arguments(string connection, Uri broker, Guid order, int part) => [connection, $"{broker}", $"{order}", $"{part}"];

    public static async Task Run(string[] arguments)
    {
        var (connection, broker, order, part) = (arguments[0], new Uri(arguments[1]), Guid.Parse(arguments[2]), int.Parse(arguments[3]));
        await using var bus = await OrderBus.Start(new RabbitMqSetup(connection, broker));
        var stop = new StopAt(part);
        bus.Service<IBusControl>().ConnectSendObserver(stop);
        await bus.Publish(new PickLine(order, 1));
        await stop.Forever;
    }

    sealed class StopAt(int part) : ISendObserver
    {
        readonly TaskCompletionSource _forever = new();
        int _parts;

        public Task Forever => _forever.Task;

        public Task PreSend<T>(SendContext<T> context) where T : class
        {
            if (!$"{context.DestinationAddress}".Contains(nameof(LinePicked), StringComparison.Ordinal) || Interlocked.Increment(ref _parts) != part)
                return Task.CompletedTask;
            Console.WriteLine(StandsStill);
            return Forever;
        }

        public Task PostSend<T>(SendContext<T> context) where T : class => Task.CompletedTask;

        public Task SendFault<T>(SendContext<T> context, Exception exception) where T : class => Task.CompletedTask;
    }
}
