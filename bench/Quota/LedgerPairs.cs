using CourseGen.Contracts;
using CourseGen.Models;
using CourseGen.Planner.Courses;
using CourseGen.Planner.Postgres;
using CourseGen.Planner.Quota;
using CourseGen.Servers;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace CourseGen.Bench.Quota;

/// <summary>
/// Reserve and settle as a planner's steps do them, each a transaction on Postgres, all for one model that never runs out. Clients are
/// other courses.
/// </summary>
static class LedgerPairs
{
    static readonly ModelRef Model = ModelProfile.DefaultOf(OurSettings.Provider);
    static readonly CallEstimate Call = new(3_000, 0, 0, 8_000, 11_200, TimeSpan.FromSeconds(129), Pictures: 0);
    static readonly CallUsage Usage = new(Model, 3_000, 8_000, 0, 0, Pictures: 0);

    public static async Task<PairFigures> Measure(PostgresServer postgres, TimeSpan length, int clients)
    {
        var database = await postgres.CreateDatabase();
        await PlannerMigrations.Apply(database, CancellationToken.None);
        await using var services = Services(database);
        Guid[] courses = [.. Enumerable.Range(0, clients).Select(_ => Guid.NewGuid())];
        return await PairFigures.Measure(length, clients, client => Pair(services, courses[client]));
    }

    static async Task Pair(ServiceProvider services, Guid course)
    {
        var reserved = await Step(services, async ledger => (await ledger.Reserve(
            [new ReservationRequest(course, WorkKind.Lesson, Model, ["01-01"], new Grant(1, Call.MaxTokens), Call)], 1, CancellationToken.None))[0]);
        if (reserved is null)
            throw new InvalidOperationException("A quota without end refused a reservation.");
        await Step(services, ledger => ledger.Settle(course, reserved.Id, "01-01", [Usage], CancellationToken.None));
    }

    static async Task<T> Step<T>(ServiceProvider services, Func<IQuotaLedger, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PlannerDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var result = await work(scope.ServiceProvider.GetRequiredService<IQuotaLedger>());
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return result;
    }

    static ServiceProvider Services(string database)
    {
        var (profile, services) = (new ModelProfiles().Of(Model), new ServiceCollection());
        services.AddLogging();
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(new LeaseOptions());
        services.AddSingleton(new QuotaOptions());
        services.AddSingleton(new PlannerOptions { TextModel = Model, ImageModel = Model });
        services.AddSingleton(new ModelProfiles([profile with { Quota = profile.Quota with { TokensPerMinute = 1_000_000_000_000 } }]));
        services.AddMassTransit(bus =>
        {
            bus.AddPostgresPersistence(database);
            bus.UsingInMemory();
        });
        return services.BuildServiceProvider();
    }
}
