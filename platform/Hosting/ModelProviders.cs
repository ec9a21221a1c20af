using System.ComponentModel.DataAnnotations;
using CourseGen.Models;
using CourseGen.Models.Simulated;
using Microsoft.AspNetCore.Builder;
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

    /// <summary>Laid over the shipped profiles of models.</summary>
    public IReadOnlyList<ProfileSettings> Profiles { get; init; } = [];
}

/// <summary>The providers of text that every service knows, and what paying only once needs.</summary>
public static class ModelProviders
{
    const string Section = "Models";

    /// <exception cref="SettingsException">The configuration is wrong.</exception>
    public static void AddModelProviders(this WebApplicationBuilder builder)
    {
        var paidOnce = builder.Configuration.ReadSettings<PaidOnceOptions>(Section, typeof(ProviderOptions));
        var options = builder.Configuration.ReadSettings<ProviderOptions>(Section, typeof(PaidOnceOptions));
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(Profiles(options));
        builder.Services.AddSingleton(new TextProvider(RecordedChatClient.Provider, _ => new RecordedChatClient(options.RecordedFolder)));
        builder.Services.AddSingleton(services => new TextProvider(
            SimulatedChatClient.ProviderName,
            model => new SimulatedChatClient(model, options.SimulatedLatency, services.GetRequiredService<TimeProvider>())));
        builder.Services.AddModels(paidOnce);
    }

    static ModelProfiles Profiles(ProviderOptions options)
    {
        var (profiles, problems) = ConfiguredProfiles.Read(options.Profiles, $"{Section}:{nameof(options.Profiles)}");
        return profiles ?? throw new SettingsException(problems);
    }
}
