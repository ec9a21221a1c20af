using System.CommandLine;
using CourseGen.Ppt.Merging;
using CourseGen.Ppt.Packages;

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
            Merge(parsed.GetValue(decks)!, parsed.GetValue(output)!, parsed.GetValue(cover) is { } file ? await CoverFiles.Read(file, token) : null, token));
        return command;
    }

    static int Merge(string[] decks, string output, CourseCover? cover, CancellationToken token)
    {
        if (Array.Find(decks, deck => !File.Exists(deck)) is { } missing)
            throw new CommandException(ExitCodes.Usage, $"{missing}: there is no such file; give the paths of decks (.pptx).");
        foreach (var deck in decks)
            CheckReadable(deck);
        try
        {
            var files = decks.Select(DeckMerger.FileSource);
            var merged = cover is null
                ? DeckMerger.MergeTo(output, [.. files], token: token)
                : DeckMerger.MergeTo(output, [cover.Opening, .. files, cover.Closing], cover.Properties, token);
            Console.WriteLine(output);
            Console.Error.WriteLine($"{merged.TotalSlides} slides of {decks.Length} decks{(cover is null ? "" : " and the cover")}.");
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
}
