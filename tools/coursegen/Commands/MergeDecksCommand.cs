using System.CommandLine;
using CourseGen.Ppt.Merging;
using CourseGen.Ppt.Packages;

namespace CourseGen.Cli.Commands;

/// <summary><c>coursegen merge-decks A.pptx B.pptx … -o OUT.pptx</c>: merges local files; adds no cover.</summary>
static class MergeDecksCommand
{
    public static Command Create()
    {
        var decks = new Argument<string[]>("decks") { Description = "The decks in order", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--output", "-o") { Description = "The merged deck", Required = true };
        var command = new Command("merge-decks", "Merge PowerPoint decks into one") { decks, output };
        command.SetAction((parsed, token) => Task.FromResult(Merge(parsed.GetValue(decks)!, parsed.GetValue(output)!, token)));
        return command;
    }

    static int Merge(string[] decks, string output, CancellationToken token)
    {
        if (Array.Find(decks, deck => !File.Exists(deck)) is { } missing)
            throw new CommandException(ExitCodes.Usage, $"{missing}: there is no such file; give the paths of decks (.pptx).");
        try
        {
            var merged = DeckMerger.MergeFiles(decks, output, token: token);
            Console.WriteLine(output);
            Console.Error.WriteLine($"{merged.TotalSlides} slides of {merged.TotalDecks} decks.");
            return ExitCodes.Done;
        }
        catch (DeckRefusedException refused)
        {
            throw new CommandException(ExitCodes.InvalidInput, $"{refused.Message} {refused.Remedy}", refused);
        }
    }
}
