using System.Net.Sockets;
using Npgsql;

namespace CourseGen.Sagas;

static class DatabaseFailure
{
    /// <summary>
    /// Postgres cannot be reached, is stopping, starting or recovering, or the connection to it is broken: trying again helps once it
    /// answers. Told by SqlState, never by text.
    /// </summary>
    public static bool IsAway(Exception? exception) => exception switch
    {
        null => false,
        // Classes 08 (connection) and 57P (operator intervention: shutdown, crash, starting up), and too many connections.
        PostgresException postgres => postgres.SqlState.StartsWith("08", StringComparison.Ordinal)
            || postgres.SqlState.StartsWith("57P", StringComparison.Ordinal) || postgres.SqlState == PostgresErrorCodes.TooManyConnections,
        NpgsqlException { InnerException: IOException or SocketException or TimeoutException or null } => true,
        AggregateException several => several.InnerExceptions.Any(IsAway),
        _ => IsAway(exception.InnerException),
    };

    /// <summary>Another step held a row for longer than `lock_timeout`. It will be over; nothing is wrong with the message.</summary>
    public static bool IsLockWait(Exception? exception) => exception switch
    {
        null => false,
        PostgresException postgres => postgres.SqlState == PostgresErrorCodes.LockNotAvailable,
        _ => IsLockWait(exception.InnerException),
    };

    /// <summary>A migration has changed what a prepared statement answers. The connection prepares it anew the next time.</summary>
    public static bool IsStalePlan(Exception? exception) => exception switch
    {
        null => false,
        PostgresException postgres => postgres is { SqlState: PostgresErrorCodes.FeatureNotSupported, Routine: "RevalidateCachedQuery" },
        _ => IsStalePlan(exception.InnerException),
    };
}
