namespace CourseGen.Storage;

/// <summary>What the file system says, as a sentence with the path and a remedy.</summary>
static class FolderFaults
{
    // errno of Linux and macOS, Win32 code: .NET keeps either in HResult
    static readonly int[] DiskFull = [28, 112];
    static readonly int[] ReadOnly = [30, 19];

    public static bool IsFault(Exception failure) => failure is IOException or UnauthorizedAccessException;

    public static StoreUnusableException Explain(Exception failure, string path)
    {
        var code = failure.HResult & 0xFFFF;
        var (what, remedy) = failure switch
        {
            _ when FileAbove(path) is { } file => ($"{file} is a file, not a folder", $"Move {file} away, or choose another folder."),
            _ when Directory.Exists(path) => ("a folder of that name is there", "Move it away, or choose another folder."),
            _ when DiskFull.Contains(code) => ("the disk is full", "Free space on it, or choose a folder on another disk."),
            _ when ReadOnly.Contains(code) => ("the file system is read-only", "Mount it writable, or choose another folder."),
            UnauthorizedAccessException => ("permission denied", "Give CourseGen's user the right to read and write there, or choose another folder."),
            PathTooLongException => ("the name is too long for this file system", "Choose a folder with a shorter path."),
            _ => (failure.Message.TrimEnd('.'), "Look at the disk, or choose another folder."),
        };
        return new($"{path} cannot be stored or read: {what}.", remedy, failure);
    }

    static string? FileAbove(string path)
    {
        for (var above = Path.GetDirectoryName(path); !string.IsNullOrEmpty(above); above = Path.GetDirectoryName(above))
        {
            if (File.Exists(above))
                return above;
        }
        return null;
    }
}
