using CourseGen.Planner.Courses;
using CourseGen.Planner.Estimates;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace CourseGen.Planner.Postgres;

/// <summary>Adds what this planner learned of model calls to what all of them know, and takes over what the others learned.</summary>
sealed partial class LearningJob(PlannerDatabase database, LearnedCalls learned, PlannerOptions options, TimeProvider time, ILogger<LearningJob> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await Exchange(stoppingToken);
            }
            catch (Exception lost) when (!stoppingToken.IsCancellationRequested)
            {
                Lost(log, lost);
            }
            await Task.Delay(options.LearningInterval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    internal async Task Exchange(CancellationToken token)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(token);
        var added = learned.TakeNew();
        await LearnedCallsTable.Add(connection, added, token);
        learned.Keep(await LearnedCallsTable.Read(connection, token));
    }

    [LoggerMessage(LogLevel.Warning, "What was learned of model calls could not be kept; it is tried again.")]
    static partial void Lost(ILogger log, Exception lost);
}
