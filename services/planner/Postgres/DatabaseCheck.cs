using Microsoft.Extensions.Diagnostics.HealthChecks;
using Npgsql;

namespace CourseGen.Planner.Postgres;

/// <summary>The database answers.</summary>
sealed class DatabaseCheck(PlannerDatabase database) : IHealthCheck
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await using var connection = new NpgsqlConnection(database.ConnectionString);
            await connection.OpenAsync(patience.Token);
            await using var query = new NpgsqlCommand("SELECT 1", connection);
            await query.ExecuteScalarAsync(patience.Token);
            return HealthCheckResult.Healthy();
        }
        catch (NpgsqlException away)
        {
            return HealthCheckResult.Unhealthy($"Postgres cannot be used ({away.SqlState ?? away.GetType().Name}).");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy($"Postgres did not answer within {Patience.TotalSeconds} s.");
        }
    }
}
