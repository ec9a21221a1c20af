using System.Globalization;
using CourseGen.Hosting;
using CourseGen.Images;
using CourseGen.Models;
using CourseGen.Models.Bedrock;
using CourseGen.Models.Gemini;
using CourseGen.Models.OpenAI;
using CourseGen.Models.Simulated;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CourseGen.Cli.Embedded;

/// <summary>The providers of this process: answers kept beside an outline, the simulated model, and those that the environment's settings <c>Models__…</c> are for.</summary>
static class EmbeddedProviders
{
    /// <summary>Any will do; it is fixed so that the same rate always fails the same items.</summary>
    const int FailureSeed = 1;

    const int ConcurrentCalls = 16;

    public static readonly IReadOnlyList<string> TextNames =
        [RecordedChatClient.Provider, SimulatedChatClient.ProviderName, BedrockProvider.Name, OpenAIProvider.Name];

    /// <summary>All; each has pictures.</summary>
    public static readonly IReadOnlyList<string> Names = [.. TextNames, GeminiProvider.Name];

    /// <returns>The options of paying only once.</returns>
    /// <exception cref="SettingsException">A setting in the environment is wrong.</exception>
    public static PaidOnceOptions AddEmbeddedProviders(this IServiceCollection services, EmbeddedSettings settings)
    {
        var answers = settings.RecordedFolder ?? "";
        services.AddSingleton(new PictureProvider(RecordedPictureModel.Provider, _ => new RecordedPictureModel(answers)));
        services.AddSingleton(new PictureProvider(SimulatedPictureModel.Provider, _ => new SimulatedPictureModel()));
        if (settings.SeedFailures > 0)
            services.AddSingleton(new SeededFailures(settings.SeedFailures, FailureSeed));
        return services.AddConfiguredModels(Configuration(answers));
    }

    static IConfigurationRoot Configuration(string answers) => new ConfigurationBuilder()
        .AddInMemoryCollection([new("Models:ConcurrentCalls", ConcurrentCalls.ToString(CultureInfo.InvariantCulture))])
        .AddEnvironmentVariables()
        .AddInMemoryCollection([new("Models:RecordedFolder", answers.Length > 0 ? answers : ".")])
        .Build();
}
