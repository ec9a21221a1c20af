using CourseGen.Contracts;
using MassTransit;

namespace CourseGen.Planner.Courses;

/// <summary>The saga's endpoint: retry outermost, so that each attempt has a fresh scope; then inbox and outbox; then the saga.</summary>
sealed class CourseDefinition : SagaDefinition<Course>
{
    readonly SagaOutbox _outbox;
    readonly int _concurrency;

    public CourseDefinition(SagaOutbox outbox, PlannerOptions options)
    {
        EndpointName = QueueNames.Saga;
        (_outbox, _concurrency) = (outbox, options.SagaConcurrency);
    }

    protected override void ConfigureSaga(IReceiveEndpointConfigurator endpoint, ISagaConfigurator<Course> saga, IRegistrationContext context)
    {
        endpoint.PrefetchCount = _concurrency;
        endpoint.ConcurrentMessageLimit = _concurrency;
        endpoint.UseMessageRetry(retry => retry.Intervals(50, 200, 1000, 5000));
        _outbox.Use(endpoint, context);
    }
}

/// <summary>The inbox and outbox of wherever the saga is kept.</summary>
sealed record SagaOutbox(Action<IReceiveEndpointConfigurator, IRegistrationContext> Use);
