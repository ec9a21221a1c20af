namespace CourseGen.Resilience.Tests.Clusters;

/// <summary>Waits for what must come to be, with a deadline.</summary>
static class Eventually
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <param name="holds">A failed connection means not yet.</param>
    /// <param name="state">For the message when it does not come to be.</param>
    /// <returns>How long it took.</returns>
    public static async Task<TimeSpan> Holds(string what, TimeSpan patience, Func<Task<bool>> holds, Func<string>? state = null)
    {
        var begun = TimeProvider.System.GetTimestamp();
        Exception? last = null;
        while (true)
        {
            try
            {
                if (await holds())
                    return TimeProvider.System.GetElapsedTime(begun);
                last = null;
            }
            catch (Exception notYet) when (notYet is not (InvalidOperationException or ShouldAssertException))
            {
                last = notYet;
            }
            if (TimeProvider.System.GetElapsedTime(begun) > patience)
                throw new TimeoutException($"Not within {patience.TotalSeconds} s: {what}. {state?.Invoke()} {last?.Message}", last);
            await Task.Delay(Pause);
        }
    }
}
