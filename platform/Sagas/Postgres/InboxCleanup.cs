using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CourseGen.Sagas;

/// <summary>Removes inbox rows that were delivered longer ago than <see cref="PostgresOutboxOptions.InboxRetention"/>, a batch at a time.</summary>
sealed class InboxCleanup<TContext>(
    IServiceScopeFactory scopes, TimeProvider time, IOptions<PostgresOutboxOptions> options, IMeterFactory meters, ILogger<InboxCleanup<TContext>> logger) :
    PeriodicJob(scopes, time, options.Value.CleanupInterval, logger)
    where TContext : DbContext
{
    readonly Counter<long> _removed = meters.Create(SagaMeter.Name).CreateCounter<long>("coursegen.inbox.removed", "{message}", "Inbox rows removed after their retention.");

    protected override async Task Run(IServiceProvider services, CancellationToken token)
    {
        var (db, batch, retention) = (services.GetRequiredService<TContext>(), options.Value.CleanupBatch, options.Value.InboxRetention);
        for (var removed = batch; removed == batch;)
        {
            // consumed_at, which is in an index, is never after delivered_at. Rows that another planner's clean-up has locked are its own.
            removed = await db.Database.ExecuteSqlAsync(
                $"""
                 DELETE FROM inbox USING (
                     SELECT message_id, consumer_id FROM inbox
                     WHERE consumed_at < now() - {retention} AND delivered_at < now() - {retention}
                     ORDER BY consumed_at LIMIT {batch} FOR UPDATE SKIP LOCKED
                 ) AS old WHERE inbox.message_id = old.message_id AND inbox.consumer_id = old.consumer_id
                 """, token);
            _removed.Add(removed);
        }
    }
}
