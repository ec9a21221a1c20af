using Npgsql;

namespace CourseGen.Sagas.Postgres;

static class OrderDatabase
{
    /// <returns>The connection string of a new database with the tables.</returns>
    public static async Task<string> Create()
    {
        var server = Environment.GetEnvironmentVariable("COURSEGEN_POSTGRES")!;
        var name = $"orders_{Guid.NewGuid():N}";
        await Execute(server, $"CREATE DATABASE {name}");
        var connection = new NpgsqlConnectionStringBuilder(server) { Database = name, MaxPoolSize = 40, MaxAutoPrepare = 50 }.ConnectionString;
        await Execute(connection, OrderDb.Sql);
        return connection;
    }

    public static async Task Execute(string connection, string sql)
    {
        await using var opened = new NpgsqlConnection(connection);
        await opened.OpenAsync();
        await using var command = new NpgsqlCommand(sql, opened);
        await command.ExecuteNonQueryAsync();
    }
}
