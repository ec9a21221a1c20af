using CourseGen.Images.Rendering;
using CourseGen.Models;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace CourseGen.Cli.Embedded;

/// <summary>The providers that need no account: answers kept beside an outline, and the simulated model.</summary>
static class EmbeddedProviders
{
    const int FailureSeed = 1;

    public static void AddEmbeddedProviders(this IServiceCollection services, EmbeddedSettings settings)
    {
        services.AddSingleton(new ModelProfiles());
        services.AddSingleton(new TextProvider("recorded", "recorded-1", _ => Text(new RecordedChatClient(settings.RecordedFolder))));
        services.AddSingleton(new TextProvider("simulated", "simulated-1", _ => Text(new SimulatedChatClient())));
        services.AddSingleton(new PictureProvider("recorded", "recorded-1", _ => Pictures(new RecordedPictureModel(settings.RecordedFolder))));
        services.AddSingleton(new PictureProvider("simulated", "simulated-1", _ => Pictures(new SimulatedPictureModel())));

        IChatClient Text(IChatClient client) => settings.SeedFailures > 0 ? new FailingChatClient(client, settings.SeedFailures, FailureSeed) : client;

        IPictureModel Pictures(IPictureModel model) => settings.SeedFailures > 0 ? new FailingPictureModel(model, settings.SeedFailures, FailureSeed) : model;
    }
}
