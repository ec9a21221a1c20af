using CourseGen.Contracts.Documents;
using CourseGen.Planner.Intake;
using CourseGen.Planner.Outlines;
using CourseGen.Storage;

namespace CourseGen.Cli.Commands;

/// <summary>An outline read from a file, without a fault.</summary>
/// <param name="Path">As the person gave it.</param>
sealed record OutlineFile(string Path, byte[] Bytes, Outline Outline)
{
    /// <summary>More than the reader takes, so that a huge file is refused unread.</summary>
    const long MaxBytes = 1024 * 1024;

    /// <summary>Where recorded answers would lie.</summary>
    public string RecordedFolder => Commands.RecordedFolder.Beside(Path);

    /// <summary>Of a start that names none.</summary>
    /// <param name="asked">The folder of recorded answers, when one is asked for.</param>
    public string Provider(string? asked) => asked is not null || Directory.Exists(RecordedFolder) ? "recorded" : "simulated";

    /// <summary>Warnings go to the error stream, faults too; a fault ends the command.</summary>
    /// <exception cref="CommandException">Missing (2), or with faults (3).</exception>
    public static async Task<OutlineFile> Read(string path, CancellationToken token)
    {
        if (!File.Exists(path))
            throw new CommandException(ExitCodes.Usage, $"{path}: there is no such file; give the path of a course outline (YAML).");
        if (new FileInfo(path).Length > MaxBytes)
            throw new CommandException(ExitCodes.InvalidInput, $"{path}:1:1: the file is larger than 1 MiB; an outline has at most 256 KiB.");
        var bytes = await File.ReadAllBytesAsync(path, token);
        var reading = OutlineReader.Read(bytes);
        foreach (var warning in reading.Warnings)
            await Console.Error.WriteLineAsync($"warning: {warning.Format(path)}");
        return reading.Outline is { } outline
            ? new OutlineFile(path, bytes, outline)
            : throw new CommandException(ExitCodes.InvalidInput, string.Join(Environment.NewLine, reading.Faults.Select(fault => fault.Format(path))));
    }

    /// <summary>The project folder: as asked for, else the folder that <c>outline.yaml</c> is in, else the title's slug.</summary>
    /// <exception cref="CommandException">It is not a valid folder name (2).</exception>
    public string ProjectFolderOr(string? asked)
    {
        var full = new FileInfo(Path);
        var parent = full.Name.Equals("outline.yaml", StringComparison.OrdinalIgnoreCase) ? full.Directory?.Name : null;
        var folder = asked ?? (ProjectFolder.IsValid(parent) ? parent! : Slug.Of(Outline.Title));
        return ProjectFolder.IsValid(folder)
            ? folder
            : throw new CommandException(ExitCodes.Usage, $"--project '{folder}' is not a project folder: {ProjectFolder.Rule}.");
    }
}
