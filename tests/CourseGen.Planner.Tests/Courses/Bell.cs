namespace CourseGen.Planner.Tests.Courses;

/// <summary>Rings when something happens that a test may wait for. Every wait has a deadline.</summary>
sealed class Bell
{
    /// <summary>Of real time; generous, because a loaded machine is slow and a test that passes never waits for it.</summary>
    static readonly TimeSpan Deadline = TimeSpan.FromSeconds(180);

    TaskCompletionSource _rings = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Ring() => Interlocked.Exchange(ref _rings, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();

    public async Task Until(Func<bool> holds, Func<string> state, Func<Task>? also = null)
    {
        using var deadline = new CancellationTokenSource(Deadline);
        while (true)
        {
            Task rings = Volatile.Read(ref _rings).Task, other = also?.Invoke() ?? Task.Delay(Timeout.Infinite, deadline.Token);
            if (holds())
                return;
            await Task.WhenAny(rings, other, Task.Delay(Timeout.Infinite, deadline.Token));
            if (deadline.IsCancellationRequested && !holds())
                throw new TimeoutException($"It did not come to be within {Deadline.TotalSeconds} s. {state()}");
        }
    }
}
