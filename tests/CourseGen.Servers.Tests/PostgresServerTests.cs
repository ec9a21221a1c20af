using Npgsql;

namespace CourseGen.Servers;

public sealed class PostgresServerTests
{
    [Fact]
    public async Task What_is_committed_survives_an_immediate_stop()
    {
        await using var server = await PostgresServer.Start();
        var database = await server.CreateDatabase();
        await Execute(database, "create table kept (id int); insert into kept values (7)");

        await server.StopImmediately();
        await server.StartAgain();

        (await Execute(database, "select id from kept")).ShouldBe(7);
    }

    [Fact]
    public async Task A_database_is_dropped_although_the_server_was_stopped_since_it_was_made()
    {
        await using var server = await PostgresServer.Start();
        var database = await server.CreateDatabase();
        await server.StopImmediately();
        await server.StartAgain();

        await server.DropDatabase(database);

        (await Execute(server.ConnectionString, "select count(*) from pg_database where datname like 'test%'")).ShouldBe(0L);
    }

    [Fact]
    public async Task It_takes_three_hundred_connections_on_loopback_only_and_syncs_to_disk()
    {
        await using var server = await PostgresServer.Start();

        (await Execute(server.ConnectionString, "show max_connections")).ShouldBe("300");
        (await Execute(server.ConnectionString, "show listen_addresses")).ShouldBe("127.0.0.1");
        (await Execute(server.ConnectionString, "show fsync")).ShouldBe("on");
    }

    static async Task<object?> Execute(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection($"{connectionString};Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }
}
