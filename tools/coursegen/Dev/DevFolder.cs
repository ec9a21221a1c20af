using CourseGen.Servers;

namespace CourseGen.Cli.Dev;

/// <summary>The folder that development's servers run in.</summary>
sealed class DevFolder(string path)
{
    public const string Default = ".coursegen-dev";

    public string Path { get; } = System.IO.Path.GetFullPath(path);

    /// <summary>As the person gave it.</summary>
    public string Shown { get; } = path;

    public string EnvironmentFile => System.IO.Path.Combine(Path, "env");

    string LockFile => System.IO.Path.Combine(Path, "lock");

    /// <summary>Servers are started in a folder of their own only.</summary>
    /// <exception cref="CommandException">It has other files in it (2).</exception>
    public void RequireOwn()
    {
        if (Directory.Exists(Path) && !DevState.IsIn(Path) && Directory.EnumerateFileSystemEntries(Path).Any(entry => entry != LockFile))
            throw new CommandException(ExitCodes.Usage, $"{Shown}: has other files in it; give --folder a new or empty folder.");
    }

    /// <summary>Deletes what these commands wrote, and the folder when nothing else is in it.</summary>
    public void Delete()
    {
        ServerFolder.LastingAt(Path).Delete();
        DevState.Delete(Path);
        File.Delete(EnvironmentFile);
        File.Delete(LockFile);
        if (!Directory.EnumerateFileSystemEntries(Path).Any())
            Directory.Delete(Path);
    }

    /// <summary>Holds the folder, so that two commands at once do not start or end the same servers.</summary>
    /// <exception cref="CommandException">Another command holds it (4).</exception>
    public FileStream Hold()
    {
        Directory.CreateDirectory(Path);
        try
        {
            return new FileStream(LockFile, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException held)
        {
            throw new CommandException(ExitCodes.Failed, $"{Shown}: another 'coursegen dev' is at work in it; wait until it has ended, then try again.", held);
        }
    }
}
