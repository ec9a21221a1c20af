using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace CourseGen.Hosting;

/// <summary>The bus on RabbitMQ.</summary>
public static class Messaging
{
    /// <summary>Between the end of the drain and the bus's end: to hand back what is unfinished.</summary>
    static readonly TimeSpan HandBack = TimeSpan.FromSeconds(10);

    /// <param name="consumers">Adds the service's consumers.</param>
    /// <exception cref="SettingsException">The configuration is wrong.</exception>
    public static void AddMessaging(this WebApplicationBuilder builder, Action<IBusRegistrationConfigurator> consumers)
    {
        var work = builder.Configuration.ReadSettings<WorkOptions>(WorkOptions.Section);
        var broker = builder.AddBroker(new BrokerExpectations(Policies: true));
        builder.Services.AddSingleton<EndpointWatch>();
        builder.Services.AddHostedService(services => services.GetRequiredService<EndpointWatch>());
        builder.Services.AddSingleton<ConsumersOfThisProcess>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ConsumersOfThisProcess>());
        builder.Services.Configure<MassTransitHostOptions>(host =>
        {
            host.ConsumerStopTimeout = work.DrainTimeout;
            host.StopTimeout = work.DrainTimeout + HandBack;
        });
        builder.Services.AddMassTransit(bus =>
        {
            bus.DisableUsageTelemetry();
            consumers(bus);
            bus.AddConfigureEndpointsCallback((context, queue, endpoint) => Configure(context, queue, (IRabbitMqReceiveEndpointConfigurator)endpoint, work));
            bus.SetBusFactory(new PromptBusFactory(broker.ReconnectPoll, (context, rabbit) =>
            {
                rabbit.UseBroker(context);
                rabbit.ConfigureEndpoints(context);
            }));
        });
    }

    internal static BrokerOptions AddBroker(this WebApplicationBuilder builder, BrokerExpectations expectations)
    {
        var options = builder.Configuration.ReadSettings<BrokerOptions>(BrokerOptions.Section);
        builder.Services.AddSingleton(expectations);
        builder.Services.AddSingleton(BrokerAddress.Read(builder.Configuration));
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton<BrokerPort>();
        builder.Services.AddSingleton<BrokerGate>();
        builder.Services.AddSingleton<BrokerCheck>();
        builder.Services.AddSingleton<ManagementApi>();
        return options;
    }

    /// <summary>Connection and topology: what every process shares, whatever it consumes.</summary>
    internal static void UseBroker(this IRabbitMqBusFactoryConfigurator rabbit, IRegistrationContext context)
    {
        var address = context.GetRequiredService<BrokerAddress>();
        rabbit.Host(address, context.GetRequiredService<ServiceIdentity>().Connection, host =>
        {
            host.Heartbeat(context.GetRequiredService<BrokerOptions>().Heartbeat);
            host.OnRefreshConnectionFactory = _ => context.GetRequiredService<BrokerGate>().Pass();
        });
        rabbit.UseCourseConventions(context);
        rabbit.UseCourseTopology();
    }

    /// <param name="connection">Its name, for the broker's management page.</param>
    internal static void Host(this IRabbitMqBusFactoryConfigurator rabbit, BrokerAddress address, string connection, Action<IRabbitMqHostConfigurator>? configure = null) =>
        rabbit.Host(address.Host, address.Port, address.VirtualHost, connection, host =>
        {
            host.Username(address.User);
            host.Password(address.Password);
            if (address.Tls)
                host.UseSsl(tls => tls.ServerName = address.Host);
            configure?.Invoke(host);
        });

    /// <summary>An endpoint's definition comes after this, and may set its own limits.</summary>
    static void Configure(IRegistrationContext context, string queue, IRabbitMqReceiveEndpointConfigurator endpoint, WorkOptions work)
    {
        endpoint.SetQuorumQueue();
        endpoint.PrefetchCount = work.ConcurrentCommands;
        endpoint.ConcurrentMessageLimit = work.ConcurrentCommands;
        endpoint.UseSafeErrors();
        context.GetRequiredService<ConsumersOfThisProcess>().Watch(queue, endpoint);
    }
}
