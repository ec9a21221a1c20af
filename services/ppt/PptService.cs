using CourseGen.Ppt.Decks;
using CourseGen.Ppt.Infographics;
using CourseGen.Ppt.Merging;
using CourseGen.Ppt.Slides;
using MassTransit;

namespace CourseGen.Ppt;

/// <summary>Plans slides, builds batch decks and the infographic, merges decks.</summary>
public static class PptService
{
    /// <summary>Its consumers with their endpoints. The store, the models and the rules of work are the host's.</summary>
    public static IBusRegistrationConfigurator AddPpt(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<PlanSlidesConsumer, PlanSlidesDefinition>();
        bus.AddConsumer<BuildDeckBatchConsumer, BuildDeckBatchDefinition>();
        bus.AddConsumer<BuildInfographicConsumer, BuildInfographicDefinition>();
        bus.AddConsumer<CombineDeckConsumer, CombineDeckDefinition>();
        return bus;
    }
}
