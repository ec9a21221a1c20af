using CourseGen.Contracts;
using CourseGen.Planner.Courses;
using CourseGen.Planner.Quota;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CourseGen.Planner.Postgres;

/// <summary>
/// Wakes courses that are due or have something left lying (<see cref="DueCourses"/>). It locks nothing and only sends
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
        var wakeUps = new WakeUps(options.WakeAgainAfter);
        while (true)
        {
            var due = await DueCourses.Find(leadership.Connection, clock.Now, options.StalledAfter, token);
            foreach (var course in wakeUps.Of(due, time.GetUtcNow()))
            {
                await Wake(course.Course, token);
                wakeUps.Woken(course, time.GetUtcNow());
            }
            await Task.Delay(await Pause(token), time, token);
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

    /// <returns>Until the next thing falls due, at most the interval.</returns>
    async Task<TimeSpan> Pause(CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var item = await scope.ServiceProvider.GetRequiredService<IWorkItems>().NextDue(token);
        var lease = await scope.ServiceProvider.GetRequiredService<IQuotaLedger>().NextExpiry(token);
        var now = time.GetUtcNow();
        DateTimeOffset[] coming = [.. new[] { item?.At, lease?.At }.OfType<DateTimeOffset>().Where(at => at > now).Append(now + options.SweepInterval)];
        return coming.Min() - now;
    }

    [LoggerMessage(LogLevel.Information, "This planner sweeps: it wakes courses that are due.")]
    static partial void Leads(ILogger log);

    [LoggerMessage(LogLevel.Warning, "This planner sweeps no more, or cannot begin to; it is tried again.")]
    static partial void Lost(ILogger log, Exception lost);
}
