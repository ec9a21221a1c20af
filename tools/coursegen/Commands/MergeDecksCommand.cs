using System.CommandLine;
using System.Text.Json;
using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Merging;
using CourseGen.Ppt.Packages;
using CourseGen.Storage;

namespace CourseGen.Cli.Commands;

/// <summary><c>coursegen merge-decks A.pptx B.pptx … -o OUT.pptx</c>: merges local files; adds a course's cover only when asked to.</summary>
static class MergeDecksCommand
{
    public static Command Create()
    {
        var decks = new Argument<string[]>("decks") { Description = "The decks in order", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--output", "-o") { Description = "The merged deck", HelpName = "file", Required = true };
        var cover = new Option<string?>("--cover") { Description = "A course's course.json: adds its cover, agenda and closing slide, or replaces those of an earlier merge", HelpName = "course.json" };
        var command = new Command("merge-decks", "Merge PowerPoint decks into one") { decks, output, cover };
        command.SetAction(async (parsed, token) =>
            Merge(parsed.GetValue(decks)!, parsed.GetValue(output)!, parsed.GetValue(cover) is { } file ? await CourseBeside(file, token) : null, token));
        return command;
    }

    static int Merge(string[] decks, string output, CoveredCourse? course, CancellationToken token)
    {
        if (Array.Find(decks, deck => !File.Exists(deck)) is { } missing)
            throw new CommandException(ExitCodes.Usage, $"{missing}: there is no such file; give the paths of decks (.pptx).");
        foreach (var deck in decks)
            CheckReadable(deck);
        try
        {
            var files = decks.Select(DeckMerger.FileSource);
            var merged = course is null
                ? DeckMerger.MergeTo(output, [.. files], token: token)
                : DeckMerger.MergeTo(output, [CourseCover.Opening(course.Plan), .. files, CourseCover.Closing(course.Plan, course.Glossary)], CourseCover.Properties(course.Plan), token);
            Console.WriteLine(output);
            Console.Error.WriteLine($"{merged.TotalSlides} slides of {decks.Length} decks{(course is null ? "" : " and the cover")}.");
            return ExitCodes.Done;
        }
        catch (DeckRefusedException refused)
        {
            throw new CommandException(ExitCodes.InvalidInput, $"{refused.Message} {refused.Remedy}", refused);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCodes.Failed,
                $"{output}: cannot be written ({failure.Message}) Give -o a file in a folder that is there, may be written to, and has space.", failure);
        }
    }

    /// <exception cref="CommandException">The file is there, and cannot be read (2).</exception>
    static void CheckReadable(string deck)
    {
        try
        {
            File.OpenHandle(deck).Dispose();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCodes.Usage, $"{deck}: cannot be read ({failure.Message}) Give yourself the right to read it.", failure);
        }
    }

    /// <summary>What is around the lessons: the plan says all but the glossary.</summary>
    sealed record CoveredCourse(CoursePlan Plan, IReadOnlyList<GlossaryEntry> Glossary);

    /// <summary>The plan is beside the manifest; the glossary is in the structure of the course's slides, when they were made.</summary>
    /// <exception cref="CommandException">The plan is not there (2), or one of them cannot be read (3).</exception>
    static async Task<CoveredCourse> CourseBeside(string manifest, CancellationToken token)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(manifest))!;
        var (plan, structure) = (Path.Combine(folder, ArtifactKeys.Plan), Path.Combine(folder, ArtifactKeys.InfographicStructure));
        if (Array.Find([manifest, plan], file => !File.Exists(file)) is { } missing)
            throw new CommandException(ExitCodes.Usage, $"{missing}: there is no such file; --cover takes the course.json of a course that generate made, with plan.json beside it.");
        return new CoveredCourse(
            await Read<CoursePlan>(plan, "is not a course plan; restore it from .coursegen/revisions/.", token),
            File.Exists(structure) ? (await Read<DeckStructure>(structure, "is not a structure of slides; repair the course's infographic.", token)).Glossary ?? [] : []);
    }

    static async Task<T> Read<T>(string file, string remedy, CancellationToken token)
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
