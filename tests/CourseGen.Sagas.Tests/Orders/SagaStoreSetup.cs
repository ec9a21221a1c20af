using MassTransit;

namespace CourseGen.Sagas.Orders;

/// <summary>How the store under test, and the bus around it, are set up.</summary>
public abstract class SagaStoreSetup
{
    /// <summary>Registers the store and, scoped, <see cref="IPicks"/> on it.</summary>
    public abstract void AddStore(IBusRegistrationConfigurator bus);

    public abstract void UseRepository(ISagaRegistrationConfigurator<Order> saga);

    public abstract void UseOutbox(IReceiveEndpointConfigurator endpoint, IRegistrationContext context);

    /// <summary>Who receives what the saga publishes.</summary>
    public virtual void AddConsumers(IBusRegistrationConfigurator bus) => bus.AddConsumer<JournalConsumer, JournalDefinition>();

    public virtual void UseTransport(IBusRegistrationConfigurator bus) =>
        bus.UsingInMemory((context, transport) => transport.ConfigureEndpoints(context));
}

/// <summary>As the product's own saga: retry outermost, so that each attempt has a fresh scope; then inbox and outbox; then the saga.</summary>
sealed class OrderDefinition(SagaStoreSetup setup) : SagaDefinition<Order>
{
    protected override void ConfigureSaga(IReceiveEndpointConfigurator endpoint, ISagaConfigurator<Order> saga, IRegistrationContext context)
    {
        endpoint.PrefetchCount = 64;
        endpoint.ConcurrentMessageLimit = 32;
        endpoint.UseMessageRetry(retry => retry.Immediate(5));
        setup.UseOutbox(endpoint, context);
    }
}

/// <summary>One at a time, so that a marker arrives after everything published before it.</summary>
sealed class JournalDefinition : ConsumerDefinition<JournalConsumer>
{
    public JournalDefinition() => ConcurrentMessageLimit = 1;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpoint, IConsumerConfigurator<JournalConsumer> consumer, IRegistrationContext context) =>
        endpoint.PrefetchCount = 1;
}
