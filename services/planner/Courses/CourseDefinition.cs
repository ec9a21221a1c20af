using CourseGen.Contracts;
using CourseGen.Sagas;
using MassTransit;

namespace CourseGen.Planner.Courses;

/// <summary>The saga's endpoint: retry outermost, so that each attempt has a fresh scope; then inbox and outbox; then the saga.</summary>
sealed class CourseDefinition : SagaDefinition<Course>
{
    const int ConcurrentEvents = 16;

    public CourseDefinition() => EndpointName = QueueNames.Saga;

    protected override void ConfigureSaga(IReceiveEndpointConfigurator endpoint, ISagaConfigurator<Course> saga, IRegistrationContext context)
    {
        endpoint.PrefetchCount = ConcurrentEvents;
        endpoint.ConcurrentMessageLimit = ConcurrentEvents;
        endpoint.UseMessageRetry(retry => retry.Intervals(50, 200, 1000, 5000));
        endpoint.UseMemoryOutbox(context);
    }
}
