namespace CourseGen.Hosting;

/// <summary>The service cannot run here; the message says why, and what to change.</summary>
public class RefusedToStartException(string message, Exception? cause = null) : Exception(message, cause);

/// <summary>Ends the process with one line and no stack trace when it cannot start for a reason that a person can mend.</summary>
static class StartFailure
{
    /// <summary>EX_CONFIG of sysexits.h.</summary>
    public const int ExitCode = 78;
    static int _watched;

    public static void EndWithOneLine(string service)
    {
        if (Interlocked.Exchange(ref _watched, 1) == 1)
            return;
        AppDomain.CurrentDomain.UnhandledException += (_, unhandled) =>
        {
            if (unhandled.ExceptionObject is not (SettingsException or RefusedToStartException))
                return;
            Console.Error.WriteLine($"{service}: {((Exception)unhandled.ExceptionObject).Message.ReplaceLineEndings(" ")}");
            Environment.Exit(ExitCode);
        };
    }
}
