using MassTransit;

namespace CourseGen.Hosting;

/// <summary>A worker's endpoint: its queue, and a prefetch equal to its concurrency limit. No retry here: the planner tries again. Queues: <see cref="Contracts.QueueNames"/>.</summary>
public abstract class WorkDefinition<TConsumer> : ConsumerDefinition<TConsumer>
    where TConsumer : class, IConsumer
{
    readonly WorkOptions _options;

    protected WorkDefinition(string queue, WorkOptions options)
    {
        EndpointName = queue;
        _options = options;
    }

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpoint, IConsumerConfigurator<TConsumer> consumer, IRegistrationContext context)
    {
        endpoint.PrefetchCount = _options.ConcurrentCommands;
        endpoint.ConcurrentMessageLimit = _options.ConcurrentCommands;
    }
}
