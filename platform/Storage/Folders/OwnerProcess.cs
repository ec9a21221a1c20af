using System.ComponentModel;
using System.Diagnostics;

namespace CourseGen.Storage;

/// <summary>A process that owns something in a store, so that others can tell when it is gone.</summary>
/// <param name="Host">The machine's name; on Linux with the process namespace, because two containers may share the name.</param>
/// <param name="StartedAt">UTC. Process ids are used again; the start tells two of them apart.</param>
public sealed record OwnerProcess(string Host, int ProcessId, DateTimeOffset StartedAt)
{
    // Each process derives start times from its own reading of the boot time, so two readings differ a little.
    static readonly TimeSpan ClockTolerance = TimeSpan.FromSeconds(10);

    public static OwnerProcess Current { get; } = Describe();

    /// <summary>True only when it ran on this host and certainly runs no more.</summary>
    public bool IsGone()
    {
        if (Host != Current.Host)
            return false;
        try
        {
            using var process = Process.GetProcessById(ProcessId);
            return (process.StartTime.ToUniversalTime() - StartedAt.UtcDateTime).Duration() > ClockTolerance;
        }
        catch (ArgumentException)
        {
            return true;
        }
        catch (Exception unreadable) when (unreadable is InvalidOperationException or Win32Exception or NotSupportedException)
        {
            return false;
        }
    }

    static OwnerProcess Describe()
    {
        using var process = Process.GetCurrentProcess();
        var processNamespace = OperatingSystem.IsLinux() ? new FileInfo("/proc/self/ns/pid").LinkTarget : null;
        var host = processNamespace is null ? Environment.MachineName : $"{Environment.MachineName} {processNamespace}";
        return new(host, process.Id, new DateTimeOffset(process.StartTime.ToUniversalTime()));
    }
}
