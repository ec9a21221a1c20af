using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CourseGen.Planner.Postgres;

/// <summary>
/// The ledger's own statements. What only writes waits for the next question, at the latest for the step's SaveChanges, and goes with
/// it in one round trip. Each statement is one by itself: it sees what those before it did, and what others committed until it began.
/// </summary>
sealed class StepBatch(DbContext db)
{
    readonly List<NpgsqlBatchCommand> _waiting = [];
    Guid? _transaction;

    /// <summary>In a step only: outside one there is no SaveChanges that everybody calls.</summary>
    public void Write(NpgsqlBatchCommand command) => Waiting().Add(command);

    /// <param name="read">Is given the first of the results; statements without one are passed over.</param>
    public async Task<T> Ask<T>(IReadOnlyList<NpgsqlBatchCommand> questions, Func<NpgsqlDataReader, Task<T>> read, CancellationToken token)
    {
        await db.Database.OpenConnectionAsync(token);
        try
        {
            await using var batch = Batch(questions);
            await using var reader = await batch.ExecuteReaderAsync(token);
            return await read(reader);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    public async Task Send(CancellationToken token)
    {
        if (Waiting().Count == 0)
            return;
        await db.Database.OpenConnectionAsync(token);
        try
        {
            await using var batch = Batch([]);
            await batch.ExecuteNonQueryAsync(token);
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    NpgsqlBatch Batch(IReadOnlyList<NpgsqlBatchCommand> questions)
    {
        var batch = ((NpgsqlConnection)db.Database.GetDbConnection()).CreateBatch();
        foreach (var command in Waiting().Concat(questions))
            batch.BatchCommands.Add(command);
        _waiting.Clear();
        return batch;
    }

    /// <summary>What was left by a step that failed is not of this one.</summary>
    List<NpgsqlBatchCommand> Waiting()
    {
        var transaction = db.Database.CurrentTransaction?.TransactionId;
        if (transaction != _transaction)
            _waiting.Clear();
        _transaction = transaction;
        return _waiting;
    }
}
