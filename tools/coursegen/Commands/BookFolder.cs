using CourseGen.Cli.Embedded;
using CourseGen.Contracts;
using CourseGen.Models.Simulated;
using CourseGen.Storage;

namespace CourseGen.Cli.Commands;

/// <summary>A folder with a book: a course that <c>generate</c> made, or nothing but <c>book/{slug}_data.json</c>, perhaps with its pictures.</summary>
/// <param name="Root">What the project folder lies in.</param>
/// <param name="Course">Null where there is no <c>plan.json</c>.</param>
sealed record BookFolder(string Root, string ProjectFolder, CourseFolder? Course)
{
    /// <exception cref="CommandException">There is no book (2), or the folder's plan cannot be read (3).</exception>
    public static async Task<BookFolder> Read(string folder, CancellationToken token)
    {
        var path = Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar);
        if (!Directory.Exists(Path.Combine(path, "book")) || Directory.GetFiles(Path.Combine(path, "book"), "*_data.json").Length == 0)
            throw new CommandException(ExitCodes.Usage, $"{folder}: there is no {ArtifactKeys.BookData("{slug}")} in it; give the folder of a course with a book.");
        if (File.Exists(Path.Combine(path, ArtifactKeys.Plan)))
        {
            var course = await CourseFolder.Read(folder, token);
            return new BookFolder(course.Root, course.ProjectFolder, course);
        }
        var (root, name) = (Path.GetDirectoryName(path), Path.GetFileName(path));
        return root is not null && Planner.Intake.ProjectFolder.IsValid(name)
            ? new BookFolder(root, name, null)
            : throw new CommandException(ExitCodes.Usage, $"{folder}: '{name}' cannot name a project folder; name it with letters, digits, '-', '_' and '.' only.");
    }

    /// <param name="provider">Who plans slides, as asked for; else who wrote the course, else the simulated model.</param>
    /// <param name="recorded">The folder of recorded answers that was asked for.</param>
    public Task<EmbeddedRun> Run(string? provider, string? recorded, double seedFailures, bool verbose, CancellationToken token)
    {
        var planner = provider ?? Course?.Plan.Models.GetValueOrDefault(WorkKind.Slides)?.Provider ?? SimulatedChatClient.ProviderName;
        var answers = RecordedFolder.IsFor(planner) ? RecordedFolder.Of(Path.Combine(Root, ProjectFolder), recorded) : null;
        return EmbeddedRun.Start(new EmbeddedSettings(Root, answers, planner, seedFailures, verbose), ProjectFolder, token);
    }
}
