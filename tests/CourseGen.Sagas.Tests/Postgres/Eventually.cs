namespace CourseGen.Sagas.Postgres;

/// <summary>Waits for what nothing announces.</summary>
static class Eventually
{
    static readonly TimeSpan Deadline = TimeSpan.FromSeconds(180);

    public static async Task Holds(Func<Task<bool>> condition)
    {
        using var deadline = new CancellationTokenSource(Deadline);
        using var poll = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (!await condition())
            await poll.WaitForNextTickAsync(deadline.Token);
    }

    public static Task Holds(Func<bool> condition) => Holds(() => Task.FromResult(condition()));
}
