using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace CourseGen.Planner.Postgres;

/// <summary>
/// The ledger's own statements. What only writes waits for the next question, at the latest for the step's commit, and goes with it in
/// one round trip: the locks of the quotas end with that. Each statement is one by itself: it sees what those before it did, and what
/// others committed until it began.
/// </summary>
sealed class StepBatch(DbContext db)
{
    readonly List<NpgsqlBatchCommand> _waiting = [];
    Guid? _transaction;

    /// <summary>The transaction of the step under way; null outside one.</summary>
    public Guid? Step => db.Database.CurrentTransaction?.TransactionId;

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

    /// <summary>Sends what waits. Outside a step it must be asked for: there is no commit.</summary>
    public Task Send(CancellationToken token) => Ask([], _ => Task.FromResult(true), token);

    /// <summary>Commits the step with what waits.</summary>
    /// <returns>False when nothing waits: it is for the caller to commit.</returns>
    public async Task<bool> Commit(CancellationToken token) => Waiting().Count > 0
        && await Ask([new NpgsqlBatchCommand("COMMIT")], _ => Task.FromResult(true), token);

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
        if (Step != _transaction)
            _waiting.Clear();
        _transaction = Step;
        return _waiting;
    }
}
