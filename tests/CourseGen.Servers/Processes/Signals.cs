using System.Runtime.InteropServices;

namespace CourseGen.Servers.Processes;

/// <summary>Signals of POSIX by their numbers on Linux.</summary>
static class Signals
{
    public const int Interrupt = 2;
    public const int Quit = 3;
    public const int Kill = 9;
    public const int Terminate = 15;

    public static bool IsRoot => geteuid() == 0;

    public static void Send(int process, int signal) => _ = kill(process, signal);

    /// <summary>To every process that the leader started and that has not left its group.</summary>
    public static void SendToGroup(int leader, int signal) => _ = kill(-leader, signal);

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int kill(int process, int signal);

    [DllImport("libc", EntryPoint = "geteuid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern uint geteuid();
}
