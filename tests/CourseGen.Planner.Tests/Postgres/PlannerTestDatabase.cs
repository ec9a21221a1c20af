using CourseGen.Planner.Postgres;
using CourseGen.Servers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace CourseGen.Planner.Tests.Postgres;

/// <summary>A database of the test's own, which goes with it.</summary>
sealed class PlannerTestDatabase : IAsyncDisposable
{
    PlannerTestDatabase(string connectionString) => ConnectionString = connectionString;

    public string ConnectionString { get; }

    public static async Task<PlannerTestDatabase> Create(bool migrated = true)
    {
        var own = new NpgsqlConnectionStringBuilder(await (await TestServers.Postgres()).CreateDatabase()) { MaxPoolSize = 50 };
        if (migrated)
            await PlannerMigrations.Apply(own.ConnectionString, CancellationToken.None);
        return new PlannerTestDatabase(own.ConnectionString);
    }

    public PlannerDbContext Open(TimeProvider? time = null) =>
        new(new DbContextOptionsBuilder<PlannerDbContext>().UseNpgsql(StepConnections.Of(ConnectionString))
            .ConfigureWarnings(warnings => warnings.Throw(CoreEventId.RowLimitingOperationWithoutOrderByWarning)).Options, time ?? TimeProvider.System);

    /// <summary>Runs a step as the saga's repository does: committed when it returns, forgotten when it throws.</summary>
    public async Task<T> Step<T>(Func<PlannerDbContext, Task<T>> work, TimeProvider? time = null)
    {
        await using var db = Open(time);
        await using var transaction = await db.Database.BeginTransactionAsync();
        var result = await work(db);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return result;
    }

    public async Task Execute(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    public async Task<IReadOnlyList<T>> Read<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync())
            rows.Add(await reader.GetFieldValueAsync<T>(0));
        return rows;
    }

    public async ValueTask DisposeAsync() => await (await TestServers.Postgres()).DropDatabase(ConnectionString);
}
