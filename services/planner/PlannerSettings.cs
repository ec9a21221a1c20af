using CourseGen.Hosting;
using CourseGen.Planner.Courses;
using CourseGen.Planner.Intake;
using CourseGen.Planner.Postgres;
using CourseGen.Planner.Quota;
using MassTransit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace CourseGen.Planner;

static class PlannerSettings
{
    const string Database = "Postgres";

    /// <exception cref="SettingsException">The configuration is wrong.</exception>
    public static void AddPlannerOptions(this WebApplicationBuilder builder)
    {
        var (planner, leases) = (builder.Configuration.ReadSettings<PlannerOptions>("Planner"), builder.Configuration.ReadSettings<LeaseOptions>("Leases"));
        if (leases.FaultsWith(planner) is { Count: > 0 } faults)
            throw new SettingsException(faults);
        builder.Services.AddSingleton(planner);
        builder.Services.AddSingleton(leases);
        builder.Services.AddSingleton(builder.Configuration.ReadSettings<QuotaOptions>("Quota"));
        builder.Services.AddSingleton(services => new IntakeOptions(services.GetRequiredService<CourseBuckets>().Names));
        builder.Services.AddHealthChecks().AddCheck<DatabaseCheck>("database", tags: [HealthEndpoints.Ready]);
    }

    /// <exception cref="SettingsException">The configuration is wrong.</exception>
    public static void AddDatabase(this IBusRegistrationConfigurator bus, IConfiguration configuration) => bus.AddPostgresPersistence(configuration.ReadDatabase());

    /// <returns>Npgsql's connection string.</returns>
    /// <exception cref="SettingsException">It is missing.</exception>
    public static string ReadDatabase(this IConfiguration configuration) => configuration.GetConnectionString(Database) is { Length: > 0 } text
        ? text
        : throw new SettingsException($"ConnectionStrings:{Database} is missing: expected Host=…;Database=…;Username=…;Password=….");
}
