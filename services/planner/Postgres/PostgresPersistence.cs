using CourseGen.Planner.Courses;
using CourseGen.Planner.History;
using CourseGen.Planner.Quota;
using CourseGen.Sagas;
using MassTransit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CourseGen.Planner.Postgres;

/// <summary>The service's persistence: saga, work items, ledger and history in one database, which has every migration.</summary>
public static class PostgresPersistence
{
    /// <summary>A step has some forty different ones.</summary>
    const int PreparedStatements = 100;

    /// <param name="connectionString">Npgsql's.</param>
    public static void AddPostgresPersistence(this IBusRegistrationConfigurator bus, string connectionString)
    {
        bus.AddSingleton(new PlannerDatabase(connectionString));
        bus.AddSingleton<DatabaseClock>();
        bus.AddHostedService<SchemaCheck>();
        bus.AddDbContext<PlannerDbContext>(options => options.UseNpgsql(ForSteps(connectionString)));
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

    /// <summary>Steps send the same statements over and over, so that each connection keeps them prepared; they change no setting that outlives their transaction.</summary>
    static string ForSteps(string connectionString)
    {
        var own = new NpgsqlConnectionStringBuilder(connectionString) { NoResetOnClose = true };
        if (!own.ContainsKey("Max Auto Prepare"))
            own.MaxAutoPrepare = PreparedStatements;
        return own.ConnectionString;
    }
}

/// <summary>Where the planner's tables are.</summary>
sealed record PlannerDatabase(string ConnectionString);
