using CourseGen.Images;
using CourseGen.Models;
using CourseGen.Models.Simulated;
using Microsoft.Extensions.DependencyInjection;

namespace CourseGen.Cli.Embedded;

/// <summary>The providers that need no account: answers kept beside an outline, and the simulated model.</summary>
static class EmbeddedProviders
{
    /// <summary>Any will do; it is fixed so that the same rate always fails the same items.</summary>
    const int FailureSeed = 1;

    public static readonly IReadOnlyList<string> Names = [RecordedChatClient.Provider, SimulatedChatClient.ProviderName];

    public static void AddEmbeddedProviders(this IServiceCollection services, EmbeddedSettings settings)
    {
        services.AddSingleton(new ModelProfiles());
        var answers = settings.RecordedFolder ?? "";
        services.AddSingleton(new TextProvider(RecordedChatClient.Provider, _ => new RecordedChatClient(answers)));
        services.AddSingleton(new TextProvider(SimulatedChatClient.ProviderName, model => new SimulatedChatClient(model)));
        services.AddSingleton(new PictureProvider(RecordedPictureModel.Provider, _ => new RecordedPictureModel(answers)));
        services.AddSingleton(new PictureProvider(SimulatedPictureModel.Provider, _ => new SimulatedPictureModel()));
        if (settings.SeedFailures > 0)
            services.AddSingleton(new SeededFailures(settings.SeedFailures, FailureSeed));
    }
}
