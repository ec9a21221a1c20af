using System.CommandLine;
using System.Text;
using CourseGen.Contracts;
using CourseGen.Models;
using CourseGen.Storage;

namespace CourseGen.Cli.Commands;

/// <summary>
/// Where the recorded provider's answers lie: as asked for, else beside the outline. <c>generate</c> notes it in the course's folder,
/// for <c>repair</c>.
/// </summary>
static class RecordedFolder
{
    /// <summary>An absolute path, in a file that anybody may have changed.</summary>
    internal const string Note = ".coursegen/recorded/folder.txt";
    const int MaxNoteBytes = 4096;

    public static Option<string?> Option() => new("--recorded") { Description = "The folder of recorded answers (default: recorded/ beside the outline)", HelpName = "dir" };

    public static string Beside(string outline) => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(outline))!, "recorded");

    public static async Task Remember(IArtifactStore store, CourseLocation location, string folder, CancellationToken token) =>
        await store.PutBytes(location, Note, Encoding.UTF8.GetBytes(Path.GetFullPath(folder)), PutCondition.Always, token);

    /// <exception cref="CommandException">The course does not say, or there is no such folder (2).</exception>
    public static string Of(string courseFolder, string? asked) => Existing(asked ?? Noted(courseFolder), asked is null ? $"noted in {Path.Combine(courseFolder, Note)}" : "--recorded");

    /// <param name="whence">Who named it, for the message.</param>
    /// <exception cref="CommandException">There is no such folder (2).</exception>
    public static string Existing(string folder, string whence) => Directory.Exists(folder)
        ? Path.GetFullPath(folder)
        : throw new CommandException(ExitCodes.Usage, $"{folder}: the folder of recorded answers ({whence}) is not there; give --recorded DIR, or generate with --provider simulated.");

    static string Noted(string courseFolder)
    {
        var file = new FileInfo(Path.Combine(courseFolder, Note));
        var text = file.Exists && file.Length <= MaxNoteBytes ? File.ReadAllText(file.FullName).Trim() : "";
        return Path.IsPathFullyQualified(text) && !text.Any(char.IsControl)
            ? text
            : throw new CommandException(ExitCodes.Usage, $"{courseFolder}: does not say where its recorded answers are ({Note}); give --recorded DIR.");
    }

    public static bool IsFor(params IEnumerable<string?> providers) => providers.Contains(RecordedChatClient.Provider);
}
