using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace CourseGen.Sagas.Postgres;

/// <summary>The store on Postgres, on RabbitMQ with a quorum queue.</summary>
class RabbitMqSetup(string connection, Uri broker, LogLines? log = null) : PostgresSetup(connection)
{
    public override void AddStore(IBusRegistrationConfigurator bus)
    {
        base.AddStore(bus);
        // The harness has put in a factory of its own, which ignores providers.
        if (log is not null)
            bus.Replace(ServiceDescriptor.Singleton<ILoggerFactory>(new LoggerFactory([log])));
    }

    public override void UseTransport(IBusRegistrationConfigurator bus) => bus.UsingRabbitMq((context, transport) =>
    {
        transport.Host(broker);
        Configure(transport);
        transport.ConfigureEndpoints(context);
    });

    public override void UseOutbox(IReceiveEndpointConfigurator endpoint, IRegistrationContext context)
    {
        ((IRabbitMqReceiveEndpointConfigurator)endpoint).SetQuorumQueue();
        base.UseOutbox(endpoint, context);
    }

    protected virtual void Configure(IRabbitMqBusFactoryConfigurator transport)
    {
    }
}
