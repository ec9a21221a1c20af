using CourseGen.Planner.Courses;
using CourseGen.Planner.History;
using CourseGen.Planner.Quota;
using CourseGen.Sagas;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CourseGen.Planner.Postgres;

/// <summary>The service's persistence: saga, work items, ledger and history in one database, which has every migration.</summary>
public static class PostgresPersistence
{
    /// <param name="connectionString">Npgsql's.</param>
    public static void AddPostgresPersistence(this IBusRegistrationConfigurator bus, string connectionString)
    {
        bus.AddSingleton(new PlannerDatabase(connectionString));
        bus.AddSingleton<DatabaseClock>();
        bus.AddHostedService<SchemaCheck>();
        bus.AddDbContext<PlannerDbContext>(options => options.UseNpgsql(StepConnections.Of(connectionString)), optionsLifetime: ServiceLifetime.Singleton);
        bus.AddPostgresOutbox<PlannerDbContext>();
        bus.AddSagaRepository<Course>().PostgresRepository<PlannerDbContext, Course>();
        bus.AddSingleton(new SagaOutbox((endpoint, context) => endpoint.UsePostgresOutbox<PlannerDbContext>(context)));
        bus.AddScoped<IWorkItems, PostgresWorkItems>();
        bus.AddScoped<IQuotaLedger, PostgresLedger>();
        bus.AddScoped<ICourseHistory, PostgresHistory>();
        bus.AddScoped(services => new HistoryPages(services.GetRequiredService<PlannerDbContext>()));
        bus.AddHostedService<DispatchSweeper>();
        bus.AddHostedService<RetentionJob>();
        bus.AddHostedService<LearningJob>();
    }
}

/// <summary>Where the planner's tables are.</summary>
sealed record PlannerDatabase(string ConnectionString);
