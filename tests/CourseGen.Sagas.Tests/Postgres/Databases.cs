using CourseGen.Servers;
using Npgsql;

namespace CourseGen.Sagas.Postgres;

static class Databases
{
    /// <returns>The connection string of a new database with the tables of <see cref="OrderDb"/>.</returns>
    public static async Task<string> CreateOrders(this PostgresServer server)
    {
        var created = new NpgsqlConnectionStringBuilder(await server.CreateDatabase()) { MaxPoolSize = 40, MaxAutoPrepare = 50 };
        await Execute(created.ConnectionString, OrderDb.Sql);
        return created.ConnectionString;
    }

    public static async Task Execute(string connection, string sql) => await Scalar(connection, sql);

    /// <returns>The first value of the first row.</returns>
    public static async Task<object?> Scalar(string connection, string sql)
    {
        await using var opened = new NpgsqlConnection(connection);
        await opened.OpenAsync();
        await using var command = new NpgsqlCommand(sql, opened);
        return await command.ExecuteScalarAsync();
    }
}
