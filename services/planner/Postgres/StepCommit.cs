using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace CourseGen.Planner.Postgres;

/// <summary>A step's commit takes along what still waits in its <see cref="StepBatch"/>. When a statement of it fails, nothing is committed.</summary>
sealed class StepCommit : DbTransactionInterceptor
{
    public static readonly StepCommit Instance = new();

    public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) =>
        eventData.Context is PlannerDbContext db && await db.Batch.Commit(cancellationToken) ? InterceptionResult.Suppress() : result;
}
