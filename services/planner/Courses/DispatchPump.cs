using CourseGen.Contracts;
using CourseGen.Planner.Quota;
using CourseGen.Sagas;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace CourseGen.Planner.Courses;

/// <summary>
/// Wakes a course at the moment something of it falls due: an item that waits for its next attempt, or a lease that ends. It locks
/// nothing and only sends <see cref="DispatchWork"/>, an event of the saga.
/// </summary>
sealed class DispatchPump(IServiceScopeFactory scopes, IBus bus, MemoryStore store, TimeProvider time) : BackgroundService
{
    /// <summary>A timer cannot wait for ever; it looks again at least this often.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var changed = store.Changed;
            var due = await Next(stoppingToken);
            var wait = due is { } next && next.At - time.GetUtcNow() < Longest ? next.At - time.GetUtcNow() : Longest;
            if (due is not null && wait <= TimeSpan.Zero)
            {
                await bus.Publish(new DispatchWork(due.Value.Course), stoppingToken);
                await changed.WaitAsync(stoppingToken);
                continue;
            }
            await Task.WhenAny(changed, Task.Delay(wait, time, stoppingToken));
        }
    }

    async Task<(Guid Course, DateTimeOffset At)?> Next(CancellationToken token)
    {
        await using var scope = scopes.CreateAsyncScope();
        var item = await scope.ServiceProvider.GetRequiredService<IWorkItems>().NextDue(token);
        var lease = await scope.ServiceProvider.GetRequiredService<IQuotaLedger>().NextExpiry(token);
        return item is null ? lease : lease is null || item.Value.At <= lease.Value.At ? item : lease;
    }
}
