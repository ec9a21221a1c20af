using System.Diagnostics;
using CourseGen.Sagas;
using CourseGen.Servers;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CourseGen.Bench.Messaging;

/// <summary>
/// Saga steps per second on RabbitMQ's quorum queues: ours on Postgres with inbox and outbox, and beside it MassTransit's in-memory saga
/// and in-memory outbox, which survive nothing.
/// </summary>
static class SagaSteps
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    const int Concurrent = 16;

    public static async Task<double> OnPostgres(RabbitMqServer rabbit, PostgresServer postgres, int sagas, int chains, int steps)
    {
        var database = await postgres.CreateDatabase(CancellationToken.None);
        return await Measure(rabbit, sagas, chains, steps,
            services => services.AddDbContext<StepDbContext>(options => options.UseNpgsql(database)),
            bus =>
            {
                bus.AddPostgresOutbox<StepDbContext>();
                bus.AddSagaStateMachine<ChainsStateMachine, Chains, DurableDefinition>().PostgresRepository<StepDbContext, Chains>();
            },
            services => services.GetRequiredService<StepDbContext>().Database.EnsureCreatedAsync());
    }

    public static Task<double> InMemory(RabbitMqServer rabbit, int sagas, int chains, int steps) => Measure(rabbit, sagas, chains, steps,
        _ => { },
        bus => bus.AddSagaStateMachine<ChainsStateMachine, Chains, MemoryDefinition>().InMemoryRepository(),
        _ => Task.CompletedTask);

    static async Task<double> Measure(RabbitMqServer rabbit, int sagas, int chains, int steps,
        Action<IServiceCollection> add, Action<IBusRegistrationConfigurator> addSaga, Func<IServiceProvider, Task> prepare)
    {
        var address = await rabbit.CreateVirtualHost(CancellationToken.None);
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        add(builder.Services);
        builder.Services.Configure<MassTransitHostOptions>(options => options.WaitUntilStarted = true);
        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            addSaga(bus);
            bus.AddConsumer<DoStepConsumer, QuorumDefinition<DoStepConsumer>>();
            bus.UsingRabbitMq((context, transport) =>
            {
                transport.Host(address);
                transport.ConfigureEndpoints(context);
            });
        });
        using var host = builder.Build();
        using (var scope = host.Services.CreateScope())
            await prepare(scope.ServiceProvider);
        await host.StartAsync();
        await Run(host, 4, chains, 10);
        var seconds = await Run(host, sagas, chains, steps);
        await host.StopAsync();
        return sagas * chains * steps / seconds;
    }

    static async Task<double> Run(IHost host, int sagas, int chains, int steps)
    {
        var began = Stopwatch.GetTimestamp();
        for (var saga = 0; saga < sagas; saga++)
            await host.Services.GetRequiredService<IBus>().Publish(new BeginChains(Guid.NewGuid(), chains, steps));
        for (var chain = 0; chain < sagas * chains; chain++)
            if (!await StepCount.ChainEnded.WaitAsync(Patience))
                throw new InvalidOperationException($"Of {sagas * chains} chains, {sagas * chains - chain} had not ended after {Patience}.");
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    abstract class StepDefinition : SagaDefinition<Chains>
    {
        protected override void ConfigureSaga(IReceiveEndpointConfigurator endpoint, ISagaConfigurator<Chains> saga, IRegistrationContext context)
        {
            (endpoint.ConcurrentMessageLimit, endpoint.PrefetchCount) = (Concurrent, Concurrent * 2);
            ((IRabbitMqReceiveEndpointConfigurator)endpoint).SetQuorumQueue();
            endpoint.UseMessageRetry(retry => retry.Intervals(50, 200, 1000));
        }
    }

    sealed class DurableDefinition : StepDefinition
    {
        protected override void ConfigureSaga(IReceiveEndpointConfigurator endpoint, ISagaConfigurator<Chains> saga, IRegistrationContext context)
        {
            base.ConfigureSaga(endpoint, saga, context);
            endpoint.UsePostgresOutbox<StepDbContext>(context);
        }
    }

    sealed class MemoryDefinition : StepDefinition
    {
        protected override void ConfigureSaga(IReceiveEndpointConfigurator endpoint, ISagaConfigurator<Chains> saga, IRegistrationContext context)
        {
            base.ConfigureSaga(endpoint, saga, context);
            endpoint.UseInMemoryOutbox(context);
        }
    }
}

/// <summary>A consumer on a quorum queue.</summary>
sealed class QuorumDefinition<TConsumer> : ConsumerDefinition<TConsumer> where TConsumer : class, IConsumer
{
    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpoint, IConsumerConfigurator<TConsumer> consumer, IRegistrationContext context) =>
        ((IRabbitMqReceiveEndpointConfigurator)endpoint).SetQuorumQueue();
}
