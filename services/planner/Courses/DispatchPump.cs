using CourseGen.Contracts;
using CourseGen.Planner.Quota;
using CourseGen.Sagas;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CourseGen.Planner.Courses;

/// <summary>
/// Wakes a course at the moment something of it falls due: an item that waits for its next attempt, a lease that ends, its limit of
/// hours, or quota for work that waits for it. It locks nothing and only sends <see cref="DispatchWork"/>, an event of the saga.
/// </summary>
sealed class DispatchPump(IServiceScopeFactory scopes, IBus bus, MemoryStore store, PlannerOptions options, TimeProvider time) : BackgroundService
{
    /// <summary>A timer cannot wait for ever; it looks again at least this often, and wakes the same course for the same reason no oftener.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    readonly FitWakes _fits = new(options.FitSpacing, options.WakeAgainAfter);
    (Guid Course, DateTimeOffset At)? _sent;
    DateTimeOffset _sentAt;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var changed = store.Changed;
            var (due, fit) = await Next(stoppingToken);
            var now = time.GetUtcNow();
            var dueAt = due is { } next && next == _sent && now - _sentAt < Longest ? _sentAt + Longest : due?.At;
            var fitsAt = _fits.At(fit, now);
            if (dueAt <= now)
            {
                await bus.Publish(new DispatchWork(due!.Value.Course), stoppingToken);
                (_sent, _sentAt) = (due, now);
            }
            else if (fitsAt <= now)
            {
                await bus.Publish(new DispatchWork(fit!.Course), stoppingToken);
                _fits.Woken(fit, now);
            }
            else
            {
                await ChangeOrTime(changed, Soonest(dueAt - now, fitsAt - now), stoppingToken);
            }
        }
    }

    static TimeSpan Soonest(params IEnumerable<TimeSpan?> waits) => waits.OfType<TimeSpan>().Append(Longest).Min();

    async Task ChangeOrTime(Task changed, TimeSpan wait, CancellationToken token)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(token);
        await Task.WhenAny(changed, Task.Delay(wait, time, ends.Token));
        await ends.CancelAsync();
    }

    async Task<((Guid Course, DateTimeOffset At)? Due, QuotaFit? Fit)> Next(CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var ledger = scope.ServiceProvider.GetRequiredService<IQuotaLedger>();
        var item = await scope.ServiceProvider.GetRequiredService<IWorkItems>().NextDue(token);
        var lease = await ledger.NextExpiry(token);
        var due = item is null ? lease : lease is null || item.Value.At <= lease.Value.At ? item : lease;
        return (due, await ledger.NextFit(token));
    }
}
