using CourseGen.Hosting;
using CourseGen.Planner.Courses;
using CourseGen.Planner.Intake;
using CourseGen.Planner.Quota;
using Microsoft.Extensions.DependencyInjection;

namespace CourseGen.Planner;

static class PlannerSettings
{
    /// <exception cref="SettingsException">The configuration is wrong.</exception>
    public static void AddPlannerOptions(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(builder.Configuration.ReadSettings<PlannerOptions>("Planner"));
        builder.Services.AddSingleton(builder.Configuration.ReadSettings<LeaseOptions>("Leases"));
        builder.Services.AddSingleton(services => new IntakeOptions(services.GetRequiredService<CourseBuckets>().Names));
    }
}
