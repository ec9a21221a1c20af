using CourseGen.Planner.Courses;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CourseGen.Planner.Postgres;

/// <summary>Deletes old history and reservations, a few at a time, so that no lock is held for long. Several planners may do it at once.</summary>
sealed partial class RetentionJob(PlannerDatabase database, PlannerOptions options, TimeProvider time, ILogger<RetentionJob> log) : BackgroundService
{
    const int RowsAtATime = 1000;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Run(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(log, failure);
            }
            await Task.Delay(options.RetentionInterval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    internal async Task Run(CancellationToken token)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(token);
        await Delete(connection, "history", "at < $1", time.GetUtcNow() - options.HistoryRetention, token);
        await Delete(connection, "reservations", "closed AND lease_ends < $1", time.GetUtcNow() - options.ReservationRetention, token);
    }

    static async Task Delete(NpgsqlConnection connection, string table, string old, DateTimeOffset before, CancellationToken token)
    {
        int deleted;
        do
        {
            await using var delete = new NpgsqlCommand(
                $"DELETE FROM {table} WHERE id IN (SELECT id FROM {table} WHERE {old} LIMIT {RowsAtATime} FOR UPDATE SKIP LOCKED)", connection)
            {
                Parameters = { new() { Value = before } },
            };
            deleted = await delete.ExecuteNonQueryAsync(token);
            PlannerMetrics.Deleted.Add(deleted, new KeyValuePair<string, object?>("table", table));
        }
        while (deleted == RowsAtATime);
    }

    [LoggerMessage(LogLevel.Warning, "Old rows could not be deleted; it is tried again.")]
    static partial void Failed(ILogger log, Exception failure);
}
