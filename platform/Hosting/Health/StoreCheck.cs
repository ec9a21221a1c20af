using CourseGen.Contracts;
using CourseGen.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace CourseGen.Hosting;

/// <summary>The store answers.</summary>
sealed class StoreCheck(IArtifactStore store, CourseBuckets buckets) : IHealthCheck
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            await store.Find(ArtifactAddress.Of(new CourseLocation(buckets.Names[0], "health"), "readyz.json"), patience.Token);
            return HealthCheckResult.Healthy();
        }
        catch (StoreUnusableException unusable)
        {
            return HealthCheckResult.Unhealthy($"{unusable.Message} {unusable.Remedy}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return HealthCheckResult.Unhealthy($"The store did not answer within {Patience.TotalSeconds} s.");
        }
    }
}
