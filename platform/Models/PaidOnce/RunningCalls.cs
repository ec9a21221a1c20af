using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;

namespace CourseGen.Models;

/// <summary>What a run makes.</summary>
readonly record struct RunKey(string Bucket, string Folder, string Key, string Fingerprint);

/// <summary>
/// The items that this process is paying for. A run outlives the delivery that started it: it ends by its own deadline or when the
/// process stops, and a second delivery of the item joins it. It may be stopped after its container is disposed, as a bus under test
/// does: so it has nothing to dispose.
/// </summary>
public sealed class RunningCalls(TimeProvider time) : IHostedService
{
    /// <summary>For a run to end by itself when its deadline and its delivery's come at the same moment.</summary>
    static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    readonly ConcurrentDictionary<RunKey, Run> _runs = [];
    readonly CancellationTokenSource _stopping = new();

    /// <summary>Starts the run, or joins it.</summary>
    /// <param name="start">Given the token of the run's deadline, and the one that ends the run.</param>
    /// <exception cref="OperationCanceledException">The delivery is over; the run goes on.</exception>
    internal async Task<MadeArtifact> Join(
        RunKey key, UnitContext unit, Func<CancellationToken, CancellationToken, Task<MadeArtifact>> start, CancellationToken token)
    {
        token.ThrowIfCancellationRequested();
        var run = _runs.GetOrAdd(key, _ => new Run(unit, unit.EndsAt ?? time.GetUtcNow() + unit.Order.Deadline));
        var task = run.Start(() => Task.Run(() => Execute(key, run, start), CancellationToken.None));
        try
        {
            return run.SeenBy(unit, await task.WaitAsync(token));
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested && time.GetUtcNow() >= run.EndsAt)
        {
            return run.SeenBy(unit, await LastWord(task, unit));
        }
        finally
        {
            run.ShareUsage(unit);
        }
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Ends every run and with it its claim. Those that take too long are left: their claims go stale by themselves.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        await Task.WhenAll(_runs.Values.Select(run => run.Ended())).WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    async Task<MadeArtifact> Execute(RunKey key, Run run, Func<CancellationToken, CancellationToken, Task<MadeArtifact>> start)
    {
        var left = run.EndsAt - time.GetUtcNow();
        using var deadline = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, _stopping.Token);
        try
        {
            return await start(deadline.Token, end.Token);
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            throw new UnfinishedException(run.Unit.Name, deadline.IsCancellationRequested ? "its time was up" : "its worker stopped");
        }
        finally
        {
            _runs.TryRemove(new(key, run));
        }
    }

    async Task<MadeArtifact> LastWord(Task<MadeArtifact> task, UnitContext unit)
    {
        try
        {
            return await task.WaitAsync(Grace, time);
        }
        catch (TimeoutException)
        {
            throw new UnfinishedException(unit.Name, "its time was up");
        }
    }

    sealed class Run(UnitContext unit, DateTimeOffset endsAt)
    {
        readonly Lock _lock = new();
        Task<MadeArtifact>? _task;

        public UnitContext Unit => unit;

        public DateTimeOffset EndsAt => endsAt;

        /// <summary>Ends without failing, whatever becomes of the run.</summary>
        public async Task Ended() => await (_task ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        public Task<MadeArtifact> Start(Func<Task<MadeArtifact>> start)
        {
            lock (_lock)
                return _task ??= start();
        }

        /// <summary>A second delivery of the same command reports what the first, cut off, could not.</summary>
        public void ShareUsage(UnitContext other)
        {
            if (!ReferenceEquals(other, unit) && SameReservation(other))
                other.Count(unit.Calls);
        }

        public MadeArtifact SeenBy(UnitContext other, MadeArtifact made) =>
            SameReservation(other) ? made : made with { Reused = !other.Recall(made.Payment) };

        bool SameReservation(UnitContext other) => other.Order.ReservationId == unit.Order.ReservationId;
    }
}
