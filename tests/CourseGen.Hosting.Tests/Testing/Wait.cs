using System.Diagnostics;

namespace CourseGen.Hosting.Testing;

static class Wait
{
    static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(50);

    /// <summary>Until the condition holds.</summary>
    /// <returns>How long that took.</returns>
    public static async Task<TimeSpan> Until(Func<Task<bool>> holds, TimeSpan patience, string what)
    {
        var clock = Stopwatch.StartNew();
        while (!await holds())
        {
            clock.Elapsed.ShouldBeLessThan(patience, what);
            await Task.Delay(Poll);
        }
        return clock.Elapsed;
    }
}
