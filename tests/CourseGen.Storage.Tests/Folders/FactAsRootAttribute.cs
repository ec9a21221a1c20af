using System.Diagnostics;

namespace CourseGen.Storage;

/// <summary>A test that mounts a file system; reported as skipped where it may not.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class FactAsRootAttribute : FactAttribute
{
    public FactAsRootAttribute()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess)
            Skip = "Mounting a file system needs root on Linux.";
    }
}

/// <summary>A file system in memory, mounted while it is used.</summary>
sealed class MemoryDisk : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coursegen-disk-");

    /// <param name="options">Of <c>mount</c>.</param>
    public MemoryDisk(string options) => Run("mount", "-t", "tmpfs", "-o", options, "tmpfs", Path);

    public string Path => _folder.FullName;

    public void Dispose()
    {
        Run("umount", Path);
        _folder.Delete();
    }

    static void Run(string command, params string[] arguments)
    {
        using var process = Process.Start(command, arguments);
        process.WaitForExit();
        process.ExitCode.ShouldBe(0, $"{command} {string.Join(' ', arguments)}");
    }
}
