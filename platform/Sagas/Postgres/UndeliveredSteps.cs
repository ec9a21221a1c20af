using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CourseGen.Sagas;

/// <summary>Steps committed longer than <see cref="PostgresOutboxOptions.UndeliveredAfter"/> ago whose messages are not all delivered.</summary>
/// <param name="OldestAge">Since the oldest one published; zero when there is none.</param>
public sealed record UndeliveredSteps(long Count, TimeSpan OldestAge);

/// <summary>Looks up what is not delivered, for a health or status page.</summary>
public sealed class OutboxStatus<TContext>(TContext db, IOptions<PostgresOutboxOptions> options) where TContext : DbContext
{
    public async Task<UndeliveredSteps> Undelivered(CancellationToken token)
    {
        // Delivery deletes its rows, so this reads a table that is nearly empty.
        var rows = await db.Database.SqlQuery<UndeliveredRow>(
            $"""
             SELECT count(*) AS "Count", coalesce(clock_timestamp() - min(sent_at), interval '0') AS "OldestAge"
             FROM (SELECT min(sent_at) AS sent_at FROM outbox GROUP BY inbox_message_id, inbox_consumer_id) AS steps
             WHERE sent_at < clock_timestamp() - {options.Value.UndeliveredAfter}
             """).ToListAsync(token);
        return new(rows[0].Count, rows[0].OldestAge);
    }

    sealed record UndeliveredRow(long Count, TimeSpan OldestAge);
}

/// <summary>Counts them at an interval for the gauges, which must not wait for a database.</summary>
sealed class OutboxWatch<TContext> : PeriodicJob where TContext : DbContext
{
    UndeliveredSteps? _last;

    public OutboxWatch(
        IServiceScopeFactory scopes, TimeProvider time, IOptions<PostgresOutboxOptions> options, IMeterFactory meters, ILogger<OutboxWatch<TContext>> logger) :
        base(scopes, time, options.Value.StatusInterval, logger)
    {
        var meter = meters.Create(SagaMeter.Name);
        meter.CreateObservableGauge("coursegen.outbox.undelivered", () => Value(last => last.Count), "{step}",
            "Saga steps committed whose messages are not delivered; nothing but a redelivery delivers them.");
        meter.CreateObservableGauge("coursegen.outbox.undelivered.age", () => Value(last => last.OldestAge.TotalSeconds), "s", "Age of the oldest of them.");
    }

    protected override async Task Run(IServiceProvider services, CancellationToken token) =>
        _last = await services.GetRequiredService<OutboxStatus<TContext>>().Undelivered(token);

    IEnumerable<Measurement<T>> Value<T>(Func<UndeliveredSteps, T> value) where T : struct => _last is { } last ? [new(value(last))] : [];
}

/// <summary>The meter of everything here.</summary>
public static class SagaMeter
{
    public const string Name = "CourseGen.Sagas";
}
