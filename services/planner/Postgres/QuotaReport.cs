using CourseGen.Contracts;
using CourseGen.Models;
using CourseGen.Planner.Estimates;
using CourseGen.Planner.Quota;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace CourseGen.Planner.Postgres;

/// <summary>The planner's database cannot be read; the message says which, and what to do.</summary>
public sealed class DatabaseUnusableException(string message, Exception inner) : Exception(message, inner);

/// <summary>What the calls of a stage used so far.</summary>
/// <param name="Calls">Older ones count for less.</param>
/// <param name="Output">Tokens of one call, on average.</param>
/// <param name="OutputP99">Tokens that 99 of 100 calls do not exceed, at most a twentieth too high; null for pictures.</param>
/// <param name="MaxTokens">What a call of the stage is granted.</param>
/// <param name="Seconds">Of one call, on average; null when nobody measured.</param>
public sealed record StageUse(ModelRef Model, WorkKind Kind, double Calls, double Output, long? OutputP99, int MaxTokens, double? Seconds);

/// <summary>What the planner believes of its models' quotas at a moment, read from its database; it changes nothing.</summary>
/// <param name="Courses">Folders of the courses that wait.</param>
public sealed record QuotaReport(IReadOnlyList<QuotaState> Quotas, IReadOnlyList<StageUse> Stages, IReadOnlyDictionary<Guid, string> Courses)
{
    /// <param name="connectionString">Npgsql's.</param>
    /// <param name="profiles">The planner's own, because limits are configuration.</param>
    /// <exception cref="DatabaseUnusableException">The database cannot be reached or read.</exception>
    /// <exception cref="SchemaException">It lacks migrations.</exception>
    public static async Task<QuotaReport> Read(string connectionString, ModelProfiles profiles, CancellationToken token)
    {
        try
        {
            await PlannerMigrations.Check(connectionString, token);
            await using var services = Services(connectionString, profiles);
            await using var scope = services.CreateAsyncScope();
            var quotas = await scope.ServiceProvider.GetRequiredService<IQuotaLedger>().States(token);
            var waiting = quotas.SelectMany(quota => quota.Waiting).Distinct().ToList();
            var courses = await scope.ServiceProvider.GetRequiredService<PlannerDbContext>().Courses.AsNoTracking()
                .Where(course => waiting.Contains(course.CorrelationId)).ToDictionaryAsync(course => course.CorrelationId, course => course.Folder, token);
            return new QuotaReport(quotas, await ReadStages(connectionString, profiles, token), courses);
        }
        catch (Exception failure) when (failure is NpgsqlException or ArgumentException)
        {
            throw new DatabaseUnusableException(
                $"The planner's database cannot be read ({failure.Message}): check ConnectionStrings__Postgres, and that Postgres runs.", failure);
        }
    }

    static ServiceProvider Services(string connectionString, ModelProfiles profiles) => new ServiceCollection()
        .AddSingleton(TimeProvider.System)
        .AddSingleton(profiles)
        .AddSingleton(new LeaseOptions())
        .AddSingleton(new QuotaOptions())
        .AddSingleton<DatabaseClock>()
        .AddDbContext<PlannerDbContext>(options => options.UseNpgsql(connectionString))
        .AddScoped<IQuotaLedger, PostgresLedger>()
        .BuildServiceProvider();

    static async Task<IReadOnlyList<StageUse>> ReadStages(string connectionString, ModelProfiles profiles, CancellationToken token)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync(token);
        var learned = await LearnedCallsTable.Read(connection, token);
        return [.. learned.Select(one => UseOf(one.Key, one.Value, profiles)).OrderBy(one => one.Model.ToString(), StringComparer.Ordinal).ThenBy(one => one.Kind)];
    }

    static StageUse UseOf(ModelStage stage, CallStatistics seen, ModelProfiles profiles) => new(
        stage.Model, stage.Kind, Math.Max(seen.Output.Weight, seen.Seconds.Weight), Math.Round(seen.Output.Mean), seen.OutputDistribution.Percentile(0.99),
        profiles.MaxTokensOf(stage.Model, stage.Kind), seen.Seconds.Weight > 0 ? Math.Round(seen.Seconds.Mean, 1) : null);
}
