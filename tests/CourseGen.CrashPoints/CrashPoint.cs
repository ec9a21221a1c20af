using System.Diagnostics;

namespace CourseGen.CrashPoints;

/// <summary>
/// A named moment at which this process ends as <c>kill -9</c> would end it. The file that <see cref="FileVariable"/> names says which:
/// <c>answer.put.after 3</c> is the third answer that is stored after the file was written. The file goes with the process.
/// </summary>
public static class CrashPoint
{
    public const string FileVariable = "COURSEGEN_CRASH_FILE";

    static readonly string? Armed = Environment.GetEnvironmentVariable(FileVariable);
    static readonly Lock Counting = new();
    static string? _point;
    static int _left;

    /// <summary>This moment has come.</summary>
    public static void Pass(string point)
    {
        if (IsReached(point))
            End();
    }

    /// <summary>This moment has come, and lasts for about a millisecond more.</summary>
    public static void PassSoon(string point)
    {
        if (IsReached(point))
            new Thread(End) { IsBackground = true }.Start();
    }

    static bool IsReached(string point)
    {
        if (Armed is null || !File.Exists(Armed))
            return false;
        lock (Counting)
        {
            if (_point is null && File.ReadAllText(Armed).Split(' ') is [var named, var passing])
                (_point, _left) = (named, int.Parse(passing));
            return point == _point && --_left == 0;
        }
    }

    static void End()
    {
        File.Delete(Armed!);
        Process.GetCurrentProcess().Kill();
        new ManualResetEventSlim().Wait(); // nothing goes on from here
    }
}
