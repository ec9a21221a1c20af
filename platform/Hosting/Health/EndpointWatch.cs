using System.Collections.Concurrent;
using MassTransit;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace CourseGen.Hosting;

/// <summary>
/// Since when each endpoint has not consumed although the broker answers. Time in which the broker is away does not count: a new
/// process could not consume either, and this one's model calls would be lost.
/// </summary>
sealed class EndpointWatch(IBusControl bus, BrokerPort broker, TimeProvider time) : BackgroundService
{
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    readonly ConcurrentDictionary<string, DateTimeOffset> _deadSince = new();

    /// <summary>Those that have been dead for longer than <paramref name="patience"/>, and are so now: one may have come back since the last look.</summary>
    public IReadOnlyList<string> DeadFor(TimeSpan patience) =>
        [.. _deadSince.Where(endpoint => time.GetUtcNow() - endpoint.Value > patience).Select(endpoint => endpoint.Key).Intersect(Dead()).Order(StringComparer.Ordinal)];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            await Task.Delay(Interval, time, stoppingToken);
            await Look(stoppingToken);
        }
    }

    async Task Look(CancellationToken token)
    {
        var dead = Dead();
        if (dead.Count > 0 && !await broker.IsOpen(token))
            dead.Clear();
        foreach (var alive in _deadSince.Keys.Where(endpoint => !dead.Contains(endpoint)))
            _deadSince.TryRemove(alive, out _);
        foreach (var endpoint in dead)
            _deadSince.TryAdd(endpoint, time.GetUtcNow());
    }

    HashSet<string> Dead() => [.. bus.CheckHealth().Endpoints.Where(endpoint => endpoint.Value.Status != BusHealthStatus.Healthy)
        .Select(endpoint => endpoint.Key[(endpoint.Key.LastIndexOf('/') + 1)..])]; // of its address, the queue
}

/// <summary>No endpoint is dead.</summary>
sealed class EndpointCheck(EndpointWatch watch, BrokerOptions options) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var dead = watch.DeadFor(options.EndpointPatience);
        return Task.FromResult(dead.Count == 0
            ? HealthCheckResult.Healthy()
            : HealthCheckResult.Unhealthy($"Not consuming for more than {options.EndpointPatience.TotalSeconds} s: {string.Join(", ", dead)}."));
    }
}
