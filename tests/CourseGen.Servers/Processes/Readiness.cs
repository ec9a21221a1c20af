using System.Diagnostics;

namespace CourseGen.Servers.Processes;

static class Readiness
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Waits until the server answers.</summary>
    /// <param name="answers">False, or an exception of the connection, means not yet.</param>
    /// <exception cref="ServerUnavailableException">It ended, or did not answer in time.</exception>
    public static async Task Wait(Daemon daemon, TimeSpan limit, Func<CancellationToken, Task<bool>> answers, CancellationToken token)
    {
        var waited = Stopwatch.StartNew();
        while (!await Answers(answers, token))
        {
            if (daemon.HasExited || waited.Elapsed > limit)
                throw daemon.Failure(daemon.HasExited ? "it ended while starting" : $"it did not answer within {limit.TotalSeconds:0} s");
            await Task.Delay(Pause, token);
        }
    }

    static async Task<bool> Answers(Func<CancellationToken, Task<bool>> answers, CancellationToken token)
    {
        try
        {
            return await answers(token);
        }
        catch (Exception failure) when (!token.IsCancellationRequested && failure is not OutOfMemoryException)
        {
            return false;
        }
    }
}
