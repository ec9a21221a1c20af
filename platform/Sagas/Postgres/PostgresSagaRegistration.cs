using MassTransit;
using MassTransit.Configuration;
using MassTransit.Middleware;
using MassTransit.Saga;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace CourseGen.Sagas;

/// <summary>Registration, shaped like that of MassTransit.EntityFrameworkCore.</summary>
public static class PostgresSagaRegistration
{
    /// <summary>
    /// The inbox and outbox on <typeparamref name="TContext"/>, whose model has <see cref="PostgresOutboxModel.AddInboxAndOutbox"/> and
    /// which must not use a retrying execution strategy; with their clean-up and gauges.
    /// </summary>
    public static void AddPostgresOutbox<TContext>(this IBusRegistrationConfigurator bus, Action<PostgresOutboxOptions>? configure = null)
        where TContext : DbContext
    {
        var options = bus.AddOptions<PostgresOutboxOptions>().ValidateOnStart();
        if (configure is not null)
            options.Configure(configure);
        bus.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<PostgresOutboxOptions>, PostgresOutboxOptionsCheck>());
        bus.TryAddSingleton(TimeProvider.System);
        bus.TryAddScoped<PostgresStep<TContext>>();
        bus.TryAddScoped<IOutboxContextFactory<TContext>, PostgresOutboxFactory<TContext>>();
    }

    /// <summary>The saga on <typeparamref name="TContext"/>, which maps it with a row version: `Property&lt;uint&gt;("xmin").IsRowVersion()`.</summary>
    public static ISagaRegistrationConfigurator<TSaga> PostgresRepository<TContext, TSaga>(this ISagaRegistrationConfigurator<TSaga> saga)
        where TContext : DbContext
        where TSaga : class, ISaga =>
        saga.Repository(services =>
        {
            services.TryAddScoped<PostgresStep<TContext>>();
            services.RegisterLoadSagaRepository<TSaga, PostgresSagaRepository<TContext, TSaga>>();
            services.RegisterQuerySagaRepository<TSaga, PostgresSagaRepository<TContext, TSaga>>();
            services.RegisterSagaRepository<TSaga, TContext, SagaConsumeContextFactory<TContext, TSaga>, PostgresSagaRepository<TContext, TSaga>>();
        });

    /// <summary>
    /// Inbox and outbox for the endpoint's sagas, to be put after (inside) UseMessageRetry. While Postgres does not answer, or what a step
    /// published cannot be delivered, the delivery is held and tried again, and at last goes back to the broker, never to the error queue.
    /// </summary>
    public static void UsePostgresOutbox<TContext>(this IReceiveEndpointConfigurator endpoint, IRegistrationContext context)
        where TContext : DbContext
    {
        var options = context.GetRequiredService<IOptions<PostgresOutboxOptions>>().Value;
        endpoint.ConnectSagaConfigurationObserver(new OutboxConsumePipeSpecificationObserver<TContext>(endpoint, context)
        {
            MessageDeliveryLimit = int.MaxValue,
            MessageDeliveryTimeout = options.DeliveryTimeout,
        });
    }
}

sealed class PostgresOutboxOptionsCheck : IValidateOptions<PostgresOutboxOptions>
{
    public ValidateOptionsResult Validate(string? name, PostgresOutboxOptions options) =>
        options.Mistake() is { } mistake ? ValidateOptionsResult.Fail(mistake) : ValidateOptionsResult.Success;
}
