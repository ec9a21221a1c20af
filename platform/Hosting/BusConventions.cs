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
        bus.UsePublishFilter(typeof(MessageSizeFilter<>), context);
        bus.ConfigureJsonSerializerOptions(options =>
        {
            options.WriteIndented = false; // MassTransit's default is a quarter of a long message's bytes
            return options;
        });
    }
}
