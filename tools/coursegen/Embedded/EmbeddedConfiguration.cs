using CourseGen.Contracts;
using CourseGen.Hosting;
using CourseGen.Models;
using CourseGen.Planner.Courses;
using CourseGen.Planner.Quota;
using Microsoft.Extensions.Configuration;

namespace CourseGen.Cli.Embedded;

/// <summary>The settings of the environment, read as the services read theirs: <c>Models__…</c>, <c>Planner__…</c>, <c>Leases__…</c>, <c>Quota__…</c>.</summary>
static class EmbeddedConfiguration
{
    const string ConcurrentCalls = "16";

    public static IConfigurationRoot Of(EmbeddedSettings settings) => new ConfigurationBuilder()
        .AddInMemoryCollection([new("Models:ConcurrentCalls", ConcurrentCalls)])
        .AddEnvironmentVariables()
        .AddInMemoryCollection(
        [
            new("Models:RecordedFolder", settings.RecordedFolder is { Length: > 0 } answers ? answers : "."),
            // Required there; here the command line says it.
            new("Planner:TextModel:Provider", settings.Provider),
            new("Planner:ImageModel:Provider", settings.Provider),
        ])
        .Build();

    /// <exception cref="SettingsException">A setting is wrong.</exception>
    public static PlannerOptions Planner(this IConfiguration configuration, string provider) => configuration.ReadSettings<PlannerOptions>("Planner") with
    {
        TextModel = ModelProfile.DefaultOf(provider),
        ImageModel = ModelProfile.DefaultOf(provider, WorkKind.Image),
    };

    /// <exception cref="SettingsException">A setting is wrong.</exception>
    public static LeaseOptions Leases(this IConfiguration configuration, PlannerOptions planner)
    {
        var leases = configuration.ReadSettings<LeaseOptions>("Leases");
        return leases.FaultsWith(planner) is { Count: > 0 } faults ? throw new SettingsException(faults) : leases;
    }

    /// <exception cref="SettingsException">A setting is wrong.</exception>
    public static QuotaOptions Quota(this IConfiguration configuration) => configuration.ReadSettings<QuotaOptions>("Quota");
}
