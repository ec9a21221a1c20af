using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.Extensions.Options;
using Npgsql;

namespace CourseGen.Sagas;

/// <summary>
/// One message's step: a transaction at Read Committed and, at its end, one SaveChanges of everything that anybody tracked on the
/// scope's context. A step within a step joins it.
/// </summary>
sealed class PostgresStep<TContext>(TContext db, IOptions<PostgresOutboxOptions> options) where TContext : DbContext
{
    bool _running;
    bool _failed;

    public TContext Db => db;

    public Task Run(Func<Task> work, CancellationToken token) => _running ? Join(work) : Begin(null, work, token);

    /// <summary>Runs a step that begins with a statement, sent in one round trip with the step's settings.</summary>
    public Task Run(NpgsqlBatchCommand first, Func<NpgsqlDataReader, Task> read, Func<Task> work, CancellationToken token) =>
        Begin((first, read), work, token);

    async Task Begin((NpgsqlBatchCommand Command, Func<NpgsqlDataReader, Task> Read)? first, Func<Task> work, CancellationToken token)
    {
        db.ChangeTracker.Clear();
        db.Database.AutoSavepointsEnabled = false;
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, token);
        _running = true;
        try
        {
            await Open(transaction, first, token);
            await work();
            if (_failed)
                throw new InvalidOperationException(
                    "A part of this step failed and was caught, so nothing of the step is kept: let the exception through.");
            await db.SaveChangesAsync(token);
            await transaction.CommitAsync(token);
        }
        finally
        {
            _running = _failed = false;
        }
    }

    async Task Open(IDbContextTransaction transaction, (NpgsqlBatchCommand Command, Func<NpgsqlDataReader, Task> Read)? first, CancellationToken token)
    {
        await using var batch = new NpgsqlBatch((NpgsqlConnection)db.Database.GetDbConnection(), (NpgsqlTransaction)transaction.GetDbTransaction());
        batch.BatchCommands.Add(Set("lock_timeout", options.Value.LockTimeout));
        batch.BatchCommands.Add(Set("idle_in_transaction_session_timeout", options.Value.IdleInTransactionTimeout));
        if (first is not { } statement)
        {
            await batch.ExecuteNonQueryAsync(token);
            return;
        }
        batch.BatchCommands.Add(statement.Command);
        await using var reader = await batch.ExecuteReaderAsync(token);
        await statement.Read(reader);
    }

    static NpgsqlBatchCommand Set(string setting, TimeSpan value) => new($"SET LOCAL {setting} = {(long)value.TotalMilliseconds}");

    async Task Join(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch
        {
            _failed = true;
            throw;
        }
    }
}
