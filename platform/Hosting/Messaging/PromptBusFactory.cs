using MassTransit;
using MassTransit.Configuration;
using MassTransit.Observables;
using MassTransit.RabbitMqTransport.Configuration;
using MassTransit.Transports;

namespace CourseGen.Hosting;

/// <summary>
/// The bus of <c>UsingRabbitMq</c>, but for the delay after a failed attempt to consume or to publish: MassTransit waits 3 seconds and
/// more, up to 30, and does not begin anew after a success, so that each lost connection of a process may cost more than the one before.
/// </summary>
sealed class PromptBusFactory : TransportRegistrationBusFactory<IRabbitMqReceiveEndpointConfigurator>
{
    readonly PromptBusConfiguration _bus;
    readonly Action<IBusRegistrationContext, IRabbitMqBusFactoryConfigurator> _configure;

    /// <param name="delay">After each failed attempt, on top of the second that the bus takes before any further one.</param>
    public PromptBusFactory(TimeSpan delay, Action<IBusRegistrationContext, IRabbitMqBusFactoryConfigurator> configure)
        : this(new PromptBusConfiguration(new RabbitMqTopologyConfiguration(RabbitMqBusFactory.CreateMessageTopology()), delay), configure)
    {
    }

    PromptBusFactory(PromptBusConfiguration bus, Action<IBusRegistrationContext, IRabbitMqBusFactoryConfigurator> configure)
        : base(bus.HostConfiguration) => (_bus, _configure) = (bus, configure);

    public override IBusInstance CreateBus(IBusRegistrationContext context, IEnumerable<IBusInstanceSpecification> specifications, string busName) =>
        CreateBus(new RabbitMqBusFactoryConfigurator(_bus), context, _configure, specifications);
}

/// <summary>MassTransit's own makes its host configuration itself; this one makes ours.</summary>
sealed class PromptBusConfiguration : RabbitMqEndpointConfiguration, IRabbitMqBusConfiguration
{
    readonly BusObservable _observers = new();

    public PromptBusConfiguration(IRabbitMqTopologyConfiguration topology, TimeSpan delay) : base(topology)
    {
        HostConfiguration = new PromptHostConfiguration(this, topology, delay);
        BusEndpointConfiguration = CreateEndpointConfiguration(isBusEndpoint: true);
    }

    public IRabbitMqHostConfiguration HostConfiguration { get; }

    public IRabbitMqEndpointConfiguration BusEndpointConfiguration { get; }

    IHostConfiguration IBusConfiguration.HostConfiguration => HostConfiguration;

    IEndpointConfiguration IBusConfiguration.BusEndpointConfiguration => BusEndpointConfiguration;

    IBusObserver IBusConfiguration.BusObservers => _observers;

    public ConnectHandle ConnectBusObserver(IBusObserver observer) => _observers.Connect(observer);

    public ConnectHandle ConnectEndpointConfigurationObserver(IEndpointConfigurationObserver observer) =>
        HostConfiguration.ConnectEndpointConfigurationObserver(observer);
}

/// <summary>Tries again after what MassTransit tries again after, for as long, only sooner.</summary>
sealed class PromptHostConfiguration : RabbitMqHostConfiguration
{
    public PromptHostConfiguration(IRabbitMqBusConfiguration bus, IRabbitMqTopologyConfiguration topology, TimeSpan delay) : base(bus, topology) =>
        ReceiveTransportRetryPolicy = Retry.CreatePolicy(retry =>
        {
            retry.Handle<Exception>(base.ReceiveTransportRetryPolicy.IsHandled);
            retry.Interval(1, delay); // the transports begin the policy anew when it ends
        });

    public override IRetryPolicy ReceiveTransportRetryPolicy { get; }
}
