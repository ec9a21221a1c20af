using System.Text.Json;
using CourseGen.Cli.Downloads;
using CourseGen.Contracts.Documents;
using CourseGen.Models;
using CourseGen.Ppt.Merging;
using CourseGen.Storage;

namespace CourseGen.Cli.Commands;

/// <summary>What a cover is made of, in the files beside a <c>course.json</c>: the plan, the deck template, and the glossary of the course's slides, when they were made.</summary>
static class CoverFiles
{
    /// <exception cref="CommandException">The course or its template is not there (2), or is none (3).</exception>
    internal static async Task<CourseCover> Read(string manifest, CancellationToken token)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(manifest))!;
        var plan = await PlanBeside(manifest, folder, token);
        var template = plan.Settings.DeckTemplate is { } named ? await Template(folder, named.Key, token) : null;
        try
        {
            return CourseCover.Of(plan, template, await Glossary(folder, token));
        }
        catch (WorkException unusable)
        {
            throw new CommandException(ExitCodes.InvalidInput, $"{unusable.Message} {unusable.Remedy}", unusable);
        }
    }

    /// <exception cref="CommandException">It is not there (2), or no plan (3).</exception>
    static async Task<CoursePlan> PlanBeside(string manifest, string folder, CancellationToken token)
    {
        var plan = Path.Combine(folder, ArtifactKeys.Plan);
        if (Array.Find([manifest, plan], file => !File.Exists(file)) is { } missing)
            throw new CommandException(ExitCodes.Usage, $"{missing}: there is no such file; --cover takes the course.json of a course that generate made, with plan.json beside it.");
        return await Document<CoursePlan>(plan, "is not a course plan; restore it from .coursegen/revisions/.", token);
    }

    /// <exception cref="CommandException">It is not there, or the plan names a file elsewhere (2).</exception>
    static async Task<byte[]> Template(string folder, string key, CancellationToken token)
    {
        var file = LocalPath.Fault(key) is null ? LocalPath.Of(folder, key) : key;
        return LocalPath.Fault(key) is null && File.Exists(file)
            ? await File.ReadAllBytesAsync(file, token)
            : throw new CommandException(ExitCodes.Usage, $"{file}: the course's deck template is not there; download the course with --all, or merge without --cover.");
    }

    static async Task<IReadOnlyList<GlossaryEntry>> Glossary(string folder, CancellationToken token)
    {
        var structure = Path.Combine(folder, ArtifactKeys.InfographicStructure);
        return File.Exists(structure)
            ? (await Document<DeckStructure>(structure, "is not a structure of slides; repair the course's infographic.", token)).Glossary ?? []
            : [];
    }

    static async Task<T> Document<T>(string file, string remedy, CancellationToken token)
    {
        try
        {
            return DocumentJson.Read<T>(await File.ReadAllBytesAsync(file, token));
        }
        catch (JsonException fault)
        {
            throw new CommandException(ExitCodes.InvalidInput, $"{file}: {remedy}", fault);
        }
    }
}
