using CourseGen.Contracts;
using CourseGen.Planner.Quota;
using CourseGen.Sagas;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CourseGen.Planner.Courses;

/// <summary>
/// Wakes a course at the moment something of it falls due: an item that waits for its next attempt, a lease that ends, its limit of
/// hours. It locks nothing and only sends <see cref="DispatchWork"/>, an event of the saga.
/// </summary>
sealed class DispatchPump(IServiceScopeFactory scopes, IBus bus, MemoryStore store, TimeProvider time) : BackgroundService
{
    /// <summary>A timer cannot wait for ever; it looks again at least this often, and wakes the same course for the same reason no oftener.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        (Guid Course, DateTimeOffset At)? sent = null;
        while (!stoppingToken.IsCancellationRequested)
        {
            var changed = store.Changed;
            var due = await Next(stoppingToken);
            var wait = due is { } next && next != sent ? next.At - time.GetUtcNow() : Longest;
            if (wait <= TimeSpan.Zero)
            {
                await bus.Publish(new DispatchWork(due!.Value.Course), stoppingToken);
                sent = due;
                continue;
            }
            if (!await Elapses(wait < Longest ? wait : Longest, changed, stoppingToken))
                continue;
            sent = null;
        }
    }

    /// <returns>False when something changed before.</returns>
    async Task<bool> Elapses(TimeSpan wait, Task changed, CancellationToken token)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(token);
        var elapsed = Task.Delay(wait, time, ends.Token);
        var first = await Task.WhenAny(changed, elapsed);
        await ends.CancelAsync();
        return first == elapsed;
    }

    async Task<(Guid Course, DateTimeOffset At)?> Next(CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var item = await scope.ServiceProvider.GetRequiredService<IWorkItems>().NextDue(token);
        var lease = await scope.ServiceProvider.GetRequiredService<IQuotaLedger>().NextExpiry(token);
        return item is null ? lease : lease is null || item.Value.At <= lease.Value.At ? item : lease;
    }
}
