using Npgsql;

namespace CourseGen.Planner.Postgres;

/// <summary>
/// One planner of several sweeps: whoever holds an advisory lock on a connection of its own. The lock goes with the connection, and
/// Postgres ends a connection that has said nothing for a while, so a planner that hangs leads no more.
/// </summary>
sealed class SweepLeadership : IAsyncDisposable
{
    /// <summary>Any number, the same in every planner.</summary>
    const long LockKey = 0x436F7572_73650002;

    SweepLeadership(NpgsqlConnection connection) => Connection = connection;

    /// <summary>To be used at least once in the idle limit.</summary>
    public NpgsqlConnection Connection { get; }

    /// <returns>Null while another planner leads.</returns>
    public static async Task<SweepLeadership?> TryTake(string connectionString, TimeSpan idleLimit, CancellationToken token)
    {
        var own = new NpgsqlConnectionStringBuilder(connectionString)
        {
            Pooling = false,
            ApplicationName = "coursegen planner sweeper",
            Options = $"-c idle_session_timeout={(long)idleLimit.TotalMilliseconds}",
        };
        var connection = new NpgsqlConnection(own.ConnectionString);
        try
        {
            await connection.OpenAsync(token);
            await using var take = new NpgsqlCommand($"SELECT pg_try_advisory_lock({LockKey})", connection);
            if ((bool)(await take.ExecuteScalarAsync(token))!)
                return new SweepLeadership(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
        await connection.DisposeAsync();
        return null;
    }

    public ValueTask DisposeAsync() => Connection.DisposeAsync();
}
