using CourseGen.Hosting;
using Npgsql;

namespace CourseGen.Planner.Postgres;

/// <summary>The database is not what this planner needs; the message says what to do.</summary>
public sealed class SchemaException(string message) : RefusedToStartException(message);

/// <summary>
/// Brings a database to what this planner needs: numbered SQL files, each applied once, in a transaction of its own, and written down
/// in <c>schema_migrations</c>. What is applied is never edited; a change is a new file.
/// </summary>
public static class PlannerMigrations
{
    /// <summary>Any number, the same in every planner.</summary>
    const long LockKey = 0x436F7572_73650001;

    /// <summary>Applies what is missing. Run again it does nothing; of two that start at once the second waits for the first.</summary>
    /// <returns>The names of what was applied now, in order.</returns>
    /// <exception cref="SchemaException">A migration was edited after it was applied.</exception>
    /// <exception cref="NpgsqlException">The database cannot be reached, or refuses a statement; of that migration nothing is kept.</exception>
    public static Task<IReadOnlyList<string>> Apply(string connectionString, CancellationToken token) => Apply(connectionString, Migration.All, token);

    internal static async Task<IReadOnlyList<string>> Apply(string connectionString, IReadOnlyList<Migration> migrations, CancellationToken token)
    {
        await using var connection = await Open(connectionString, token);
        await Execute(connection, $"SELECT pg_advisory_lock({LockKey})", token);
        await Execute(connection,
            """
            CREATE TABLE IF NOT EXISTS schema_migrations (
                version integer PRIMARY KEY, name text NOT NULL, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT clock_timestamp())
            """, token);
        var missing = Missing(migrations, await Applied(connection, token), connection.Database);
        foreach (var migration in missing)
            await Apply(connection, migration, token);
        return [.. missing.Select(migration => migration.Name)];
    }

    /// <exception cref="SchemaException">The database lacks a migration, or one was edited.</exception>
    internal static async Task Check(string connectionString, CancellationToken token)
    {
        await using var connection = await Open(connectionString, token);
        await using var exists = new NpgsqlCommand("SELECT to_regclass('schema_migrations') IS NOT NULL", connection);
        var applied = (bool)(await exists.ExecuteScalarAsync(token))! ? await Applied(connection, token) : [];
        var missing = Missing(Migration.All, applied, connection.Database);
        if (missing.Count > 0)
            throw new SchemaException(
                $"Database {connection.Database} at {connection.DataSource} lacks the migrations {string.Join(", ", missing.Select(migration => migration.Name))}: run `planner --migrate` first.");
    }

    static IReadOnlyList<Migration> Missing(IReadOnlyList<Migration> migrations, Dictionary<int, string> applied, string database)
    {
        var edited = migrations.FirstOrDefault(migration => applied.TryGetValue(migration.Version, out var checksum) && checksum != migration.Checksum);
        return edited is null
            ? [.. migrations.Where(migration => !applied.ContainsKey(migration.Version))]
            : throw new SchemaException(
                $"Migration {edited.Name} is not what was applied to database {database}: undo the edit and put the change into a new migration.");
    }

    static async Task Apply(NpgsqlConnection connection, Migration migration, CancellationToken token)
    {
        await using var transaction = await connection.BeginTransactionAsync(token);
        await Execute(connection, migration.Sql, token);
        await using var record = new NpgsqlCommand("INSERT INTO schema_migrations (version, name, checksum) VALUES ($1, $2, $3)", connection)
        {
            Parameters = { new() { Value = migration.Version }, new() { Value = migration.Name }, new() { Value = migration.Checksum } },
        };
        await record.ExecuteNonQueryAsync(token);
        await transaction.CommitAsync(token);
    }

    static async Task<Dictionary<int, string>> Applied(NpgsqlConnection connection, CancellationToken token)
    {
        await using var command = new NpgsqlCommand("SELECT version, checksum FROM schema_migrations", connection);
        await using var reader = await command.ExecuteReaderAsync(token);
        var applied = new Dictionary<int, string>();
        while (await reader.ReadAsync(token))
            applied[reader.GetInt32(0)] = reader.GetString(1);
        return applied;
    }

    /// <summary>Not pooled: the advisory lock ends with the connection.</summary>
    static async Task<NpgsqlConnection> Open(string connectionString, CancellationToken token)
    {
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        try
        {
            await connection.OpenAsync(token);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    static async Task Execute(NpgsqlConnection connection, string sql, CancellationToken token)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(token);
    }
}
