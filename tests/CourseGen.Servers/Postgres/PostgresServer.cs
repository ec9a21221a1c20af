using CourseGen.Servers.Postgres;
using CourseGen.Servers.Processes;
using Npgsql;

namespace CourseGen.Servers;

/// <summary>
/// A Postgres. It has the shape of a container of Testcontainers (start, connection string, dispose), so that one can take its place.
/// </summary>
public sealed class PostgresServer : IAsyncDisposable
{
    static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(1);

    readonly PostgresCluster? _cluster;

    PostgresServer(string connectionString, PostgresCluster? cluster) => (ConnectionString, _cluster) = (connectionString, cluster);

    /// <summary>Npgsql's form; the database <c>postgres</c>.</summary>
    public string ConnectionString { get; }

    public int Port => new NpgsqlConnectionStringBuilder(ConnectionString).Port;

    /// <summary>The running processes, in the order in which to end them; none when this process did not start them.</summary>
    public IReadOnlyList<ServerProcess> Processes => _cluster is null ? [] : [ServerProcess.Of(_cluster.Daemon.Id, Signals.Quit)];

    /// <param name="folder">Null is a temporary one.</param>
    /// <exception cref="ServerUnavailableException">It cannot be installed or started here.</exception>
    public static async Task<PostgresServer> Start(ServerFolder? folder = null, CancellationToken token = default)
    {
        var cluster = await PostgresCluster.Start(folder ?? ServerFolder.Temporary(), token);
        var server = new PostgresServer(
            $"Host=127.0.0.1;Port={cluster.Port};Username={PostgresCluster.User};Password={PostgresCluster.Password};Database=postgres", cluster);
        await Undo.OnFailure(server, () => server.Ready(token));
        return server;
    }

    /// <summary>A server that runs already.</summary>
    public static PostgresServer At(string connectionString) => new(connectionString, cluster: null);

    /// <returns>The connection string of a new, empty database.</returns>
    public Task<string> CreateDatabase(CancellationToken token = default) => CreateDatabase($"test_{Guid.NewGuid():N}", token);

    /// <param name="name">One that is there already is left as it is.</param>
    /// <returns>The database's connection string; its pool soon gives back what nobody uses, because each of hundreds of databases has a pool of its own.</returns>
    public async Task<string> CreateDatabase(string name, CancellationToken token = default)
    {
        try
        {
            await Execute($"create database {Quoted(name)}", token);
        }
        catch (PostgresException there) when (there.SqlState == PostgresErrorCodes.DuplicateDatabase)
        {
            // As asked for.
        }
        return new NpgsqlConnectionStringBuilder(ConnectionString) { Database = name, ConnectionIdleLifetime = 4, ConnectionPruningInterval = 2 }.ConnectionString;
    }

    /// <summary>Drops a database, and ends whatever is still connected to it; one that is not there is left so.</summary>
    /// <param name="database">Its connection string.</param>
    public async Task DropDatabase(string database, CancellationToken token = default)
    {
        NpgsqlConnection.ClearPool(new NpgsqlConnection(database));
        await Execute($"drop database if exists {Quoted(new NpgsqlConnectionStringBuilder(database).Database!)} with (force)", token);
    }

    /// <summary>Ends it as a power cut would (<c>pg_ctl stop -m immediate</c>); the next start recovers what was committed.</summary>
    public Task StopImmediately() => Own.Stop(Signals.Quit);

    /// <summary>After a stop: the same port, and the same data.</summary>
    public Task StartAgain()
    {
        Own.StartDaemon();
        return Ready(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null)
            await _cluster.DisposeAsync();
    }

    /// <summary>On a connection of its own: one of a pool may have ended with the server.</summary>
    async Task Execute(string sql, CancellationToken token)
    {
        await using var connection = new NpgsqlConnection($"{ConnectionString};Pooling=false");
        await connection.OpenAsync(token);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(token);
    }

    static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    PostgresCluster Own => _cluster ?? throw new InvalidOperationException($"{TestServers.PostgresVariable} names this server, so it is not ours to stop; start one of your own.");

    Task Ready(CancellationToken token) => Readiness.Wait(Own.Daemon, StartLimit, async wait =>
    {
        await using var connection = new NpgsqlConnection(ConnectionString + ";Pooling=false");
        await connection.OpenAsync(wait);
        return true;
    }, token);
}
