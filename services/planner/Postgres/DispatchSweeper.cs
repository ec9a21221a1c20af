using CourseGen.Contracts;
using CourseGen.Planner.Courses;
using CourseGen.Planner.Quota;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CourseGen.Planner.Postgres;

/// <summary>
/// Wakes courses that are due or have something left lying (<see cref="DueCourses"/>), and whose waiting work fits its quota. It locks nothing and only sends
/// <see cref="DispatchWork"/>, an event of the saga; this is the only delayed redelivery. One of several planners does it.
/// </summary>
sealed partial class DispatchSweeper(
    PlannerDatabase database, IServiceScopeFactory scopes, IBus bus, PlannerOptions options, DatabaseClock clock, TimeProvider time, ILogger<DispatchSweeper> log)
    : BackgroundService
{
    /// <summary>A leader that says nothing for so many sweeps has lost its connection, or hangs.</summary>
    const int SilentSweeps = 30;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await using var leadership = await SweepLeadership.TryTake(database.ConnectionString, IdleLimit, stoppingToken);
                if (leadership is not null)
                    await Lead(leadership, stoppingToken);
            }
            catch (Exception lost) when (!stoppingToken.IsCancellationRequested)
            {
                Lost(log, lost);
            }
            await Task.Delay(options.SweepInterval, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    TimeSpan IdleLimit => (options.SweepInterval * SilentSweeps) + options.WakeTimeout;

    async Task Lead(SweepLeadership leadership, CancellationToken token)
    {
        Leads(log);
        var (wakeUps, fits) = (new WakeUps(options.WakeAgainAfter), new FitWakes(options.FitSpacing, options.WakeAgainAfter));
        while (true)
        {
            var due = await DueCourses.Find(leadership.Connection, clock.Now, options.StalledAfter, token);
            foreach (var course in wakeUps.Of(due, time.GetUtcNow()))
            {
                await Wake(course.Course, token);
                wakeUps.Woken(course, time.GetUtcNow());
            }
            var (coming, fit) = await Coming(token);
            if (fits.At(fit, time.GetUtcNow()) <= time.GetUtcNow())
            {
                await Wake(fit!.Course, token);
                fits.Woken(fit, time.GetUtcNow());
            }
            await Task.Delay(Pause(coming.Append(fits.At(fit, time.GetUtcNow()))), time, token);
        }
    }

    async Task Wake(Guid course, CancellationToken token)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(token);
        late.CancelAfter(options.WakeTimeout);
        // The bus itself does not heed the token while it connects.
        await bus.Publish(new DispatchWork(course), late.Token).WaitAsync(late.Token);
        PlannerMetrics.Woken.Add(1);
    }

    /// <returns>Until the next of the moments that are still to come, at most the interval.</returns>
    TimeSpan Pause(IEnumerable<DateTimeOffset?> moments)
    {
        var now = time.GetUtcNow();
        return moments.OfType<DateTimeOffset>().Where(at => at > now).Append(now + options.SweepInterval).Min() - now;
    }

    /// <returns>When the next item, lease or limit falls due; and the course whose waiting work fits next.</returns>
    async Task<(IReadOnlyList<DateTimeOffset?> Due, QuotaFit? Fit)> Coming(CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var (items, ledger) = (scope.ServiceProvider.GetRequiredService<IWorkItems>(), scope.ServiceProvider.GetRequiredService<IQuotaLedger>());
        return ([(await items.NextDue(token))?.At, (await ledger.NextExpiry(token))?.At], await ledger.NextFit(token));
    }

    [LoggerMessage(LogLevel.Information, "This planner sweeps: it wakes courses that are due.")]
    static partial void Leads(ILogger log);

    [LoggerMessage(LogLevel.Warning, "This planner sweeps no more, or cannot begin to; it is tried again.")]
    static partial void Lost(ILogger log, Exception lost);
}
