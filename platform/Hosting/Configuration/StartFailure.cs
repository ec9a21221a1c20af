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
            Report(service, (Exception)unhandled.ExceptionObject);
            Environment.Exit(ExitCode);
        };
    }

    /// <summary>And makes the process end with the code that says so.</summary>
    public static void Report(string service, Exception failure)
    {
        Console.Error.WriteLine($"{service}: {failure.Message.ReplaceLineEndings(" ")}");
        Environment.ExitCode = ExitCode;
    }
}
