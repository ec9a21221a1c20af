using System.Text.Json;
using CourseGen.Cli.Embedded;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Storage;

namespace CourseGen.Cli.Commands;

/// <summary>A course that is on disk: the folder that holds its <c>plan.json</c>.</summary>
/// <param name="Root">What the project folder lies in.</param>
sealed record CourseFolder(string Root, string ProjectFolder, CoursePlan Plan)
{
    /// <exception cref="CommandException">There is no course (2), or its plan cannot be read (3).</exception>
    public static async Task<CourseFolder> Read(string folder, CancellationToken token)
    {
        var path = Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar);
        var file = Path.Combine(path, ArtifactKeys.Plan);
        if (!File.Exists(file))
            throw new CommandException(ExitCodes.Usage, $"{folder}: there is no plan.json in it; give the folder of a course that generate made.");
        try
        {
            var plan = DocumentJson.Read<CoursePlan>(await File.ReadAllBytesAsync(file, token));
            return Planner.Intake.ProjectFolder.IsValid(plan.ProjectFolder) && path.EndsWith($"/{plan.ProjectFolder}", StringComparison.Ordinal)
                ? new CourseFolder(path[..^(plan.ProjectFolder.Length + 1)], plan.ProjectFolder, plan)
                : throw new CommandException(ExitCodes.InvalidInput,
                    $"{folder}: its plan.json belongs to a course in a folder named {plan.ProjectFolder}; give the folder its old name.");
        }
        catch (JsonException fault)
        {
            throw new CommandException(ExitCodes.InvalidInput, $"{file}: is not a course plan; restore it from .coursegen/revisions/.", fault);
        }
    }

    /// <param name="recordedFolder">Null when no model is called.</param>
    public Task<EmbeddedRun> Run(string? recordedFolder, double seedFailures, bool verbose, CancellationToken token) =>
        EmbeddedRun.Start(new EmbeddedSettings(Root, recordedFolder, Plan.Models.GetValueOrDefault(WorkKind.Lesson)?.Provider ?? "simulated", seedFailures, verbose), ProjectFolder, token);

    /// <summary>The folder of recorded answers that the course's models need; null when they need none.</summary>
    /// <exception cref="CommandException">It is not known, or gone; or this version has no such provider (2).</exception>
    public string? Answers(string? asked)
    {
        var providers = Plan.Models.Values.Select(model => model.Provider).Distinct().ToList();
        if (providers.Find(provider => !EmbeddedProviders.Names.Contains(provider)) is { } unknown)
            throw new CommandException(ExitCodes.Usage,
                $"{ProjectFolder}: its plan names the provider '{unknown}'; this version has {string.Join(", ", EmbeddedProviders.Names)}. Start it again with generate.");
        return RecordedFolder.IsFor(providers) ? RecordedFolder.Of(Path.Combine(Root, ProjectFolder), asked) : null;
    }
}
