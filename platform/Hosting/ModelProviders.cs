using System.ComponentModel.DataAnnotations;
using CourseGen.Models;
using CourseGen.Models.Bedrock;
using CourseGen.Models.Gemini;
using CourseGen.Models.OpenAI;
using CourseGen.Models.Simulated;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CourseGen.Hosting;

/// <summary>Where models are; configuration section <c>Models</c>, beside <see cref="PaidOnceOptions"/>.</summary>
public sealed record ProviderOptions
{
    /// <summary>Where the recorded provider finds its answers.</summary>
    public string RecordedFolder { get; init; } = "recorded";

    /// <summary>How long each answer of the simulated model takes.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan SimulatedLatency { get; init; }

    public BedrockOptions Bedrock { get; init; } = new();

    public OpenAIOptions OpenAI { get; init; } = new();

    public GeminiOptions Gemini { get; init; } = new();

    /// <summary>Laid over the shipped profiles of models.</summary>
    public IReadOnlyList<ProfileSettings> Profiles { get; init; } = [];
}

/// <summary>The providers of models that every service knows, and what paying only once needs.</summary>
public static class ModelProviders
{
    const string Section = "Models";

    /// <exception cref="SettingsException">The configuration is wrong.</exception>
    public static void AddModelProviders(this WebApplicationBuilder builder) => builder.Services.AddConfiguredModels(builder.Configuration);

    /// <returns>The options of paying only once, as read.</returns>
    /// <exception cref="SettingsException">The configuration is wrong.</exception>
    public static PaidOnceOptions AddConfiguredModels(this IServiceCollection services, IConfiguration configuration)
    {
        var paidOnce = configuration.ReadSettings<PaidOnceOptions>(Section, typeof(ProviderOptions));
        var options = configuration.ReadSettings<ProviderOptions>(Section, typeof(PaidOnceOptions));
        services.AddSingleton(options);
        services.AddSingleton(Profiles(options));
        services.AddSingleton(new TextProvider(RecordedChatClient.Provider, _ => new RecordedChatClient(options.RecordedFolder)));
        services.AddSingleton(provider => new TextProvider(
            SimulatedChatClient.ProviderName,
            model => new SimulatedChatClient(model, options.SimulatedLatency, provider.GetRequiredService<TimeProvider>())));
        services.AddBedrock(options.Bedrock, configuration[BedrockProvider.BearerToken]);
        services.AddOpenAI(options.OpenAI, configuration[OpenAIOptions.KeyVariable]);
        services.AddGemini(options.Gemini, configuration[GeminiOptions.KeyVariable]);
        services.AddModels(paidOnce);
        return paidOnce;
    }

    /// <summary>In its place may stand the AWS SDK's own client: see docs/dependencies.md.</summary>
    static void AddBedrock(this IServiceCollection services, BedrockOptions options, string? bearerToken)
    {
        if (options.Problems() is { Count: > 0 } problems)
            throw new SettingsException(problems);
        services.AddSingleton(provider => new BedrockProvider(options, bearerToken, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new TextProvider(BedrockProvider.Name, model => provider.GetRequiredService<BedrockProvider>()
            .Text(model, provider.GetRequiredService<ModelProfiles>().Of(new(BedrockProvider.Name, model)).CacheMinimum)));
        services.AddSingleton(provider => new PictureProvider(BedrockProvider.Name, model => provider.GetRequiredService<BedrockProvider>().Pictures(model)));
    }

    static void AddOpenAI(this IServiceCollection services, OpenAIOptions options, string? key)
    {
        if (options.Problems() is { Count: > 0 } problems)
            throw new SettingsException(problems);
        services.AddSingleton(_ => new OpenAIProvider(options, key));
        services.AddSingleton(provider => new TextProvider(OpenAIProvider.Name, model => provider.GetRequiredService<OpenAIProvider>().Text(model)));
        services.AddSingleton(provider => new PictureProvider(OpenAIProvider.Name, model => provider.GetRequiredService<OpenAIProvider>().Pictures(model)));
    }

    static void AddGemini(this IServiceCollection services, GeminiOptions options, string? key)
    {
        if (options.Problems() is { Count: > 0 } problems)
            throw new SettingsException(problems);
        services.AddSingleton(provider => new GeminiProvider(options, key, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton(provider => new PictureProvider(GeminiProvider.Name, model => provider.GetRequiredService<GeminiProvider>().Pictures(model)));
    }

    static ModelProfiles Profiles(ProviderOptions options)
    {
        var (profiles, problems) = ConfiguredProfiles.Read(options.Profiles, $"{Section}:{nameof(options.Profiles)}");
        return profiles ?? throw new SettingsException(problems);
    }
}
