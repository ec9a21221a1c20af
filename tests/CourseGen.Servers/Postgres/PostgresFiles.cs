using CourseGen.Servers.Processes;

namespace CourseGen.Servers.Postgres;

/// <summary>
/// Postgres does not run as root, and its own user cannot enter a folder below <c>/root</c>: there the server's folder is a link to a temporary one.
/// </summary>
static class PostgresFiles
{
    public static string In(ServerFolder folder)
    {
        var files = folder.For(ServerFolder.Postgres);
        if (Target(folder) is { } there)
            return there;
        Directory.CreateDirectory(folder.Path);
        if (Signals.IsRoot && !IsOpenToAll(folder.Path))
            return Directory.CreateSymbolicLink(files, Directory.CreateTempSubdirectory("coursegen-postgres-").FullName).LinkTarget!;
        Directory.CreateDirectory(files);
        return files;
    }

    /// <summary>Where the link leads; null when there is none, or nothing where it leads.</summary>
    public static string? Target(ServerFolder folder)
    {
        var link = new DirectoryInfo(folder.For(ServerFolder.Postgres));
        if (link.LinkTarget is not { } target)
            return null;
        if (Directory.Exists(target))
            return target;
        link.Delete();
        return null;
    }

    static bool IsOpenToAll(string path)
    {
        for (var folder = new DirectoryInfo(path); folder is not null; folder = folder.Parent)
        {
            if (!folder.UnixFileMode.HasFlag(UnixFileMode.OtherExecute))
                return false;
        }
        return true;
    }
}
