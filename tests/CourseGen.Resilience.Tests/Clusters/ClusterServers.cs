using CourseGen.Servers;

namespace CourseGen.Resilience.Tests.Clusters;

/// <summary>The servers under a cluster: shared ones, but for those that a suite stops.</summary>
sealed class ClusterServers : IAsyncDisposable
{
    readonly List<IAsyncDisposable> _own = [];

    ClusterServers(RabbitMqServer broker, PostgresServer database, S3Server store) => (Broker, Database, Store) = (broker, database, store);

    public RabbitMqServer Broker { get; }
    public PostgresServer Database { get; }
    public S3Server Store { get; }

    public static async Task<ClusterServers> Start(bool ownBroker = false, bool ownDatabase = false)
    {
        var own = new List<IAsyncDisposable>();
        var broker = ownBroker ? Own(await RabbitMqServer.Start()) : await TestServers.RabbitMq();
        var database = ownDatabase ? Own(await PostgresServer.Start()) : await TestServers.Postgres();
        var servers = new ClusterServers(broker, database, await TestServers.S3());
        servers._own.AddRange(own);
        return servers;

        T Own<T>(T server) where T : IAsyncDisposable
        {
            own.Add(server);
            return server;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in _own)
            await server.DisposeAsync();
    }
}
