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

    public static readonly IReadOnlyList<string> Names = ["recorded", "simulated"];

    public static void AddEmbeddedProviders(this IServiceCollection services, EmbeddedSettings settings)
    {
        services.AddSingleton(new ModelProfiles());
        var answers = settings.RecordedFolder ?? "";
        services.AddSingleton(new TextProvider("recorded", "recorded-1", _ => new RecordedChatClient(answers)));
        services.AddSingleton(new TextProvider("simulated", "simulated-1", model => new SimulatedChatClient(model)));
        services.AddSingleton(new PictureProvider("recorded", "recorded-1", _ => new RecordedPictureModel(answers)));
        services.AddSingleton(new PictureProvider("simulated", "simulated-1", _ => new SimulatedPictureModel()));
        if (settings.SeedFailures > 0)
            services.AddSingleton(new SeededFailures(settings.SeedFailures, FailureSeed));
    }
}
