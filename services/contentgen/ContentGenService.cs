using CourseGen.ContentGen.Labs;
using CourseGen.ContentGen.Lessons;
using CourseGen.ContentGen.Visuals;
using MassTransit;

namespace CourseGen.ContentGen;

/// <summary>Writes lessons, plans their visuals, plans and writes labs.</summary>
public static class ContentGenService
{
    /// <summary>Its consumers with their endpoints. The store, the models and the rules of work are the host's.</summary>
    public static IBusRegistrationConfigurator AddContentGen(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<WriteLessonsConsumer, WriteLessonsDefinition>();
        bus.AddConsumer<PlanVisualsConsumer, PlanVisualsDefinition>();
        bus.AddConsumer<PlanLabsConsumer, PlanLabsDefinition>();
        bus.AddConsumer<WriteLabConsumer, WriteLabDefinition>();
        return bus;
    }
}
