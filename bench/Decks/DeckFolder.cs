namespace CourseGen.Bench.Decks;

/// <summary>A folder for the files of a run, in memory where there is room, so that no disk is measured; deleted with all that is in it.</summary>
sealed class DeckFolder : IDisposable
{
    const string Tmpfs = "/dev/shm";
    const long Needed = 2L << 30;

    readonly DirectoryInfo _folder;

    internal DeckFolder()
    {
        Kind = Directory.Exists(Tmpfs) && new DriveInfo(Tmpfs).AvailableFreeSpace > Needed ? "tmpfs" : "temporary folder";
        _folder = Kind == "tmpfs" ? Directory.CreateDirectory(Path.Combine(Tmpfs, $"coursegen-decks-{Environment.ProcessId}")) : Directory.CreateTempSubdirectory("coursegen-decks-");
    }

    /// <summary>Where the files are, for the table.</summary>
    internal string Kind { get; }

    internal string Below(string name) => Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
