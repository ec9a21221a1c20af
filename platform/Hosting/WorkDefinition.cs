using MassTransit;

namespace CourseGen.Hosting;

/// <summary>A worker's endpoint: its queue, and a prefetch equal to its concurrency limit. No retry here: the planner tries again. Queues: <see cref="Contracts.QueueNames"/>.</summary>
public abstract class WorkDefinition<TConsumer> : ConsumerDefinition<TConsumer>
    where TConsumer : class, IConsumer
{
    readonly int _concurrent;

    protected WorkDefinition(string queue, int concurrent)
    {
        EndpointName = queue;
        _concurrent = concurrent;
    }

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpoint, IConsumerConfigurator<TConsumer> consumer, IRegistrationContext context)
    {
        endpoint.PrefetchCount = _concurrent;
        endpoint.ConcurrentMessageLimit = _concurrent;
    }
}
