using System.Diagnostics;

namespace CourseGen.Bench;

/// <param name="Seconds">From start to exit.</param>
/// <param name="PeakMegabytes">Peak resident memory, the kernel's own high-water mark.</param>
sealed record ProcessMeasurement(double Seconds, double PeakMegabytes);

/// <summary>Runs a program and measures it from outside.</summary>
static class MeasuredProcess
{
    static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(20);

    /// <exception cref="InvalidOperationException">It did not end with 0.</exception>
    public static async Task<ProcessMeasurement> Run(string program, params IEnumerable<string> arguments)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        long peak = 0;
        using var ended = new CancellationTokenSource();
        var exit = process.WaitForExitAsync(ended.Token);
        while (!exit.IsCompleted)
        {
            peak = Math.Max(peak, PeakOf(process));
            await Task.WhenAny(exit, Task.Delay(Poll, ended.Token));
        }
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        await output;
        return process.ExitCode == 0
            ? new ProcessMeasurement(seconds, peak / 1024.0 / 1024.0)
            : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {await errors}");
    }

    static long PeakOf(Process process)
    {
        try
        {
            process.Refresh();
            return process.HasExited ? 0 : process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0; // it ended between the question and the answer
        }
    }
}
