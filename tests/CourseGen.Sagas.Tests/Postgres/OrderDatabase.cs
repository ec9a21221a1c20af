using CourseGen.Servers;

namespace CourseGen.Sagas.Postgres;

/// <summary>A test's own database of orders on the shared server, dropped at its end.</summary>
sealed class OrderDatabase : IAsyncDisposable
{
    readonly PostgresServer _server;

    OrderDatabase(PostgresServer server, string connection) => (_server, Connection) = (server, connection);

    public string Connection { get; }

    public static async Task<OrderDatabase> Create()
    {
        var server = await TestServers.Postgres();
        return new(server, await server.CreateOrders());
    }

    public async ValueTask DisposeAsync() => await _server.DropDatabase(Connection);
}
