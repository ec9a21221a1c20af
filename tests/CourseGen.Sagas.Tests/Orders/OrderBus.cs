using System.Linq.Expressions;
using MassTransit;
using MassTransit.Saga;
using MassTransit.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace CourseGen.Sagas.Orders;

/// <summary>A started bus with the saga on the store under test.</summary>
public sealed class OrderBus : IAsyncDisposable
{
    readonly ServiceProvider _services;
    readonly ITestHarness _harness;

    OrderBus(ServiceProvider services)
    {
        _services = services;
        _harness = services.GetRequiredService<ITestHarness>();
    }

    public Journal Journal => _services.GetRequiredService<Journal>();

    public ISagaStateMachineTestHarness<OrderStateMachine, Order> Saga => _harness.GetSagaStateMachineHarness<OrderStateMachine, Order>();

    public static async Task<OrderBus> Start(SagaStoreSetup setup)
    {
        var services = new ServiceCollection().AddSingleton(setup).AddSingleton<Journal>().AddMassTransitTestHarness(bus =>
        {
            bus.DisableUsageTelemetry();
            setup.AddStore(bus);
            setup.UseRepository(bus.AddSagaStateMachine<OrderStateMachine, Order, OrderDefinition>());
            setup.AddConsumers(bus);
            setup.UseTransport(bus);
        }).BuildServiceProvider(validateScopes: true);
        var orders = new OrderBus(services);
        services.GetRequiredService<IBusControl>().ConnectReceiveObserver(orders.Journal);
        await orders._harness.Start();
        return orders;
    }

    /// <summary>Stops it; its store can still be read.</summary>
    public Task Stop() => _services.GetRequiredService<IBusControl>().StopAsync();

    public T Service<T>() where T : notnull => _services.GetRequiredService<T>();

    /// <returns>The message's id.</returns>
    public async Task<Guid> Publish<T>(T message, Guid? id = null) where T : class
    {
        var messageId = id ?? NewId.NextGuid();
        await _harness.Bus.Publish(message, context => context.MessageId = messageId);
        return messageId;
    }

    /// <summary>Publishes and waits until an endpoint is through with it, its outbox included.</summary>
    public async Task Handle<T>(T message) where T : class
    {
        var id = await Publish(message);
        await Journal.Until(journal => journal.Received(id) == 1);
    }

    /// <summary>Waits until all that the saga has published so far has arrived.</summary>
    public async Task Settle()
    {
        var marker = new Marker(Guid.NewGuid());
        await Publish(marker);
        await Journal.Until(journal => journal.Arrivals<Marker>().Contains(marker));
    }

    public Task<Order?> Load(Guid order) =>
        Read(async services => (Order?)await services.GetRequiredService<ILoadSagaRepository<Order>>().Load(order));

    public Task<IEnumerable<Guid>> Find(Expression<Func<Order, bool>> filter) =>
        Read(services => services.GetRequiredService<IQuerySagaRepository<Order>>().Find(new SagaQuery<Order>(filter)));

    public Task<int> Picks(Guid order) => Read(services => services.GetRequiredService<IPicks>().Count(order));

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    async Task<T> Read<T>(Func<IServiceProvider, Task<T>> read)
    {
        await using var scope = _services.CreateAsyncScope();
        return await read(scope.ServiceProvider);
    }
}
