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
        NameEntries(bus);
        bus.UsePublishFilter(typeof(MessageSizeFilter<>), context);
        bus.ConfigureJsonSerializerOptions(options =>
        {
            options.Converters.Insert(0, new SafeExceptionConverter());
            options.WriteIndented = false; // MassTransit's default is a quarter of a long message's bytes
            return options;
        });
    }

    /// <summary>Users' commands are published under the names that the entry queues are bound to, whatever the transport would call them.</summary>
    static void NameEntries(IBusFactoryConfigurator bus)
    {
        Name<StartCourse>(bus);
        Name<RepairCourse>(bus);
        Name<MergeDeck>(bus);
        Name<BuildDeck>(bus);
        Name<BuildBook>(bus);
        Name<CancelCourse>(bus);
        Name<PauseCourse>(bus);
        Name<ResumeCourse>(bus);
    }

    static void Name<T>(IBusFactoryConfigurator bus) where T : class =>
        bus.Message<T>(message => message.SetEntityName($"{typeof(T).Namespace}:{typeof(T).Name}"));
}
