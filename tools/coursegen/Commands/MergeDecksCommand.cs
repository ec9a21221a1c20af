using System.CommandLine;

namespace CourseGen.Cli.Commands;

/// <summary><c>coursegen merge-decks A.pptx B.pptx … -o OUT.pptx</c>: merges local files; adds no cover.</summary>
static class MergeDecksCommand
{
    public static Command Create()
    {
        var decks = new Argument<string[]>("decks") { Description = "The decks in order", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--output", "-o") { Description = "The merged deck", Required = true };
        var command = new Command("merge-decks", "Merge PowerPoint decks into one") { decks, output };
        return command;
    }
}
