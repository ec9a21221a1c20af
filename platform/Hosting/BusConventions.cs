using CourseGen.Contracts;
using MassTransit;

namespace CourseGen.Hosting;

/// <summary>What holds for every message on every transport.</summary>
public static class BusConventions
{
    public static void UseCourseConventions(this IBusFactoryConfigurator bus, IRegistrationContext context)
    {
        bus.Publish<ICourseMessage>(topology => topology.Exclude = true);
        bus.Publish<IWorkCommand>(topology => topology.Exclude = true);
        bus.Publish<IWorkEvent>(topology => topology.Exclude = true);
        NameAsOnRabbitMq<StartCourse>(bus);
        NameAsOnRabbitMq<RepairCourse>(bus);
        NameAsOnRabbitMq<MergeDeck>(bus);
        NameAsOnRabbitMq<BuildBook>(bus);
        NameAsOnRabbitMq<CancelCourse>(bus);
        NameAsOnRabbitMq<PauseCourse>(bus);
        NameAsOnRabbitMq<ResumeCourse>(bus);
        bus.UsePublishFilter(typeof(MessageSizeFilter<>), context);
    }

    /// <summary>
    /// The entry consumers bind to the users' commands by entity name, which transports make up differently (<c>urn:message:</c> before
    /// it in memory): it is RabbitMQ's on all of them.
    /// </summary>
    static void NameAsOnRabbitMq<T>(IBusFactoryConfigurator bus) where T : class =>
        bus.Message<T>(topology => topology.SetEntityName($"{typeof(T).Namespace}:{typeof(T).Name}"));
}
