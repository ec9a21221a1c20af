using CourseGen.Planner.Courses;
using Microsoft.Extensions.Hosting;
using Npgsql;

namespace CourseGen.Planner.Postgres;

/// <summary>Before anything starts: the database is there and has every migration. One that does not answer yet is waited for.</summary>
sealed class SchemaCheck(PlannerDatabase database, PlannerOptions options, TimeProvider time) : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow() + options.DatabasePatience;
        while (true)
        {
            try
            {
                await PlannerMigrations.Check(database.ConnectionString, cancellationToken);
                return;
            }
            catch (NpgsqlException away) when (away.IsTransient && time.GetUtcNow() < until)
            {
                await Task.Delay(options.SweepInterval, time, cancellationToken);
            }
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
