using System.Net.Sockets;
using CourseGen.Servers;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CourseGen.Sagas.Postgres;

public sealed class DatabaseFailureTests
{
    [Theory]
    [InlineData(PostgresErrorCodes.AdminShutdown, true)]
    [InlineData(PostgresErrorCodes.CrashShutdown, true)]
    [InlineData(PostgresErrorCodes.CannotConnectNow, true)]
    [InlineData(PostgresErrorCodes.ConnectionFailure, true)]
    [InlineData(PostgresErrorCodes.TooManyConnections, true)]
    [InlineData(PostgresErrorCodes.SerializationFailure, false)]
    [InlineData(PostgresErrorCodes.DeadlockDetected, false)]
    [InlineData(PostgresErrorCodes.LockNotAvailable, false)]
    [InlineData(PostgresErrorCodes.UniqueViolation, false)]
    [InlineData(PostgresErrorCodes.QueryCanceled, false)]
    public void Postgres_is_away_by_its_code_however_it_is_wrapped(string code, bool away)
    {
        var failure = new PostgresException("", "ERROR", "ERROR", code);

        DatabaseFailure.IsAway(failure).ShouldBe(away);
        DatabaseFailure.IsAway(new InvalidOperationException("", new DbUpdateException("", failure))).ShouldBe(away);
    }

    [Fact]
    public void A_wait_for_a_lock_is_told_from_other_failures()
    {
        DatabaseFailure.IsLockWait(new InvalidOperationException("", new PostgresException("", "ERROR", "ERROR", PostgresErrorCodes.LockNotAvailable))).ShouldBeTrue();
        DatabaseFailure.IsLockWait(new PostgresException("", "ERROR", "ERROR", PostgresErrorCodes.DeadlockDetected)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_statement_prepared_before_a_migration_is_stale_once()
    {
        var own = new NpgsqlConnectionStringBuilder(await (await TestServers.Postgres()).CreateOrders()) { Pooling = false, MaxAutoPrepare = 1, AutoPrepareMinUsages = 1 };
        await using var connection = new NpgsqlConnection(own.ConnectionString);
        await connection.OpenAsync();
        await Execute("CREATE TABLE migrated (id integer)");
        await Execute("SELECT * FROM migrated");
        await Databases.Execute(own.ConnectionString, "ALTER TABLE migrated ADD COLUMN name text");
        DatabaseFailure.IsStalePlan(new InvalidOperationException("", await Should.ThrowAsync<PostgresException>(() => Execute("SELECT * FROM migrated")))).ShouldBeTrue();
        await Execute("SELECT * FROM migrated");

        async Task Execute(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync();
        }
    }

    [Fact]
    public void A_broken_connection_is_away_and_a_failing_saga_is_not()
    {
        DatabaseFailure.IsAway(new NpgsqlException("", new EndOfStreamException())).ShouldBeTrue();
        DatabaseFailure.IsAway(new NpgsqlException("", new SocketException())).ShouldBeTrue();
        DatabaseFailure.IsAway(new IOException()).ShouldBeFalse();
        DatabaseFailure.IsAway(new InvalidOperationException()).ShouldBeFalse();
    }

    [Fact]
    public void A_duration_of_nothing_is_refused_with_its_name()
    {
        new PostgresOutboxOptions().Mistake().ShouldBeNull();
        new PostgresOutboxOptions { HoldLimit = TimeSpan.Zero }.Mistake().ShouldNotBeNull().ShouldContain(nameof(PostgresOutboxOptions.HoldLimit));
        new PostgresOutboxOptions { CleanupBatch = 0 }.Mistake().ShouldNotBeNull().ShouldContain(nameof(PostgresOutboxOptions.CleanupBatch));
    }
}
