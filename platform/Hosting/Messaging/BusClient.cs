using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace CourseGen.Hosting;

/// <summary>
/// A visitor's connection to the broker: it publishes users' commands and hears events through a queue of its own that ends with it.
/// It declares and consumes none of the services' queues.
/// </summary>
public sealed class BusClient : IAsyncDisposable
{
    /// <summary>More events than come while one is shown.</summary>
    const int Prefetch = 100;
    static readonly TimeSpan StopTimeout = TimeSpan.FromSeconds(1);
    readonly ServiceProvider _services;
    readonly IBusControl _bus;
    readonly string _place;

    BusClient(ServiceProvider services, string place) => (_services, _bus, _place) = (services, services.GetRequiredService<IBusControl>(), place);

    /// <param name="name">Of the connection, for the broker's management page, and of the queue.</param>
    /// <param name="hear">Adds the consumers of the events; all share one queue, and get them one after the other.</param>
    /// <param name="timeout">For the broker to be there.</param>
    /// <exception cref="BrokerUnusableException">It is not.</exception>
    public static async Task<BusClient> Connect(BrokerAddress broker, string name, Action<IBusRegistrationConfigurator> hear, TimeSpan timeout, CancellationToken token)
    {
        await BrokerEntrance.Try(broker, timeout, token);
        var client = new BusClient(Services(broker, name, hear), $"RabbitMQ at {broker}");
        try
        {
            using var deadline = CancellationTokenSource.CreateLinkedTokenSource(token);
            deadline.CancelAfter(timeout);
            await client._bus.StartAsync(deadline.Token).WaitAsync(deadline.Token);
            return client;
        }
        catch (Exception failure) when (!token.IsCancellationRequested)
        {
            await client.DisposeAsync();
            throw new BrokerUnusableException(
                $"{client._place} does not let us listen to the courses' events{(BrokerEntrance.ReplyIn(failure) is { } reply ? $": {reply}" : "")}.",
                "Give the user the right to configure, write and read there.", failure);
        }
    }

    /// <summary>Publishes a user's command; whoever is bound to its exchange gets it.</summary>
    /// <exception cref="BrokerUnusableException">No queue is bound, or the broker takes nothing within the time: then whether it got the command is not known.</exception>
    public async Task Publish(object command, TimeSpan timeout, CancellationToken token)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(token);
        deadline.CancelAfter(timeout);
        try
        {
            await _bus.Publish(command, command.GetType(), Pipe.Execute<PublishContext>(MakeMandatory), deadline.Token).WaitAsync(deadline.Token);
        }
        catch (MessageReturnedException returned)
        {
            throw new BrokerUnusableException($"{_place} has no queue that takes a {command.GetType().Name}.", "Start the planner, or run planner --topology.", returned);
        }
        catch (Exception failure) when (!token.IsCancellationRequested)
        {
            throw new BrokerUnusableException(
                $"{_place} took no {command.GetType().Name} within {timeout.TotalSeconds:0} s; it may still get it.", "Look at its alarms (memory, disk) in the management page.", failure);
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var late = new CancellationTokenSource(StopTimeout);
        try
        {
            await _bus.StopAsync(late.Token).WaitAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            return; // the process ends, and its connection with it
        }
        await _services.DisposeAsync();
    }

    static ServiceProvider Services(BrokerAddress broker, string name, Action<IBusRegistrationConfigurator> hear)
    {
        var services = new ServiceCollection().AddLogging();
        services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            hear(bus);
            bus.UsingRabbitMq((context, transport) =>
            {
                transport.Host(broker, name);
                transport.UseCourseConventions(context);
                transport.ReceiveEndpoint($"{name}-{Guid.NewGuid():N}", endpoint => ListenFor(context, endpoint));
            });
        });
        return services.BuildServiceProvider();
    }

    static void ListenFor(IBusRegistrationContext context, IRabbitMqReceiveEndpointConfigurator endpoint)
    {
        (endpoint.Durable, endpoint.AutoDelete, endpoint.Exclusive) = (false, true, true);
        (endpoint.PrefetchCount, endpoint.ConcurrentMessageLimit) = (Prefetch, 1);
        endpoint.DiscardFaultedMessages();
        endpoint.DiscardSkippedMessages();
        endpoint.ConfigureConsumers(context);
    }

    static void MakeMandatory(PublishContext context)
    {
        if (context.TryGetPayload<RabbitMqSendContext>(out var send))
            send.Mandatory = true;
    }
}
