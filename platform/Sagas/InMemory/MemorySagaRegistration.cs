using MassTransit;
using MassTransit.Configuration;
using MassTransit.Middleware;
using MassTransit.Saga;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace CourseGen.Sagas;

/// <summary>Registration, shaped like MassTransit's own repositories'.</summary>
public static class MemorySagaRegistration
{
    /// <summary>The store, its sessions (one a message), and the inbox and outbox that go with it.</summary>
    public static void AddMemoryStore(this IBusRegistrationConfigurator bus)
    {
        bus.TryAddSingleton<MemoryStore>();
        bus.TryAddScoped<MemorySession>();
        bus.TryAddSingleton<MemoryInbox>();
        bus.TryAddScoped<IOutboxContextFactory<MemorySession>, MemoryOutboxFactory>();
    }

    public static ISagaRegistrationConfigurator<TSaga> MemoryRepository<TSaga>(this ISagaRegistrationConfigurator<TSaga> saga)
        where TSaga : class, ISaga, IRow<TSaga> =>
        saga.Repository(services =>
        {
            services.RegisterLoadSagaRepository<TSaga, MemorySagaRepository<TSaga>>();
            services.RegisterQuerySagaRepository<TSaga, MemorySagaRepository<TSaga>>();
            services.RegisterSagaRepository<TSaga, MemorySession, SagaConsumeContextFactory<MemorySession, TSaga>, MemorySagaRepository<TSaga>>();
        });

    /// <summary>
    /// Inbox and outbox for the endpoint's sagas, to be put after (inside) the retry. Not for its consumers: the step that it opens has
    /// the whole store to itself, which is no place for slow work.
    /// </summary>
    public static void UseMemoryOutbox(this IReceiveEndpointConfigurator endpoint, IRegistrationContext context) =>
        endpoint.ConnectSagaConfigurationObserver(
            new OutboxConsumePipeSpecificationObserver<MemorySession>(endpoint, context) { MessageDeliveryLimit = int.MaxValue });
}
