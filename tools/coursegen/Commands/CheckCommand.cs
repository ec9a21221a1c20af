using System.CommandLine;
using System.Text.Json;
using CourseGen.Cli.Output;
using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Checks;
using CourseGen.Ppt.Packages;

namespace CourseGen.Cli.Commands;

/// <summary><c>coursegen check DECK.pptx</c>: what is wrong with a deck, ours or any other.</summary>
static class CheckCommand
{
    public static Command Create()
    {
        var deck = new Argument<string>("deck") { Description = "The deck (.pptx)" };
        var json = new Option<bool>("--json") { Description = "The findings as JSON on standard output" };
        var command = new Command("check", """
            Check a PowerPoint deck; nothing is changed: whether programs open it (relationships, content types, ids), and whether
            an audience gets all of it (titles, alternative texts, contrast, sizes, overflow, overlaps, languages, notes).
            Errors end with exit code 4; warnings alone end with 0.

            Examples:
              coursegen check infographics/harbour-tides-complete.pptx
              coursegen check deck.pptx --json
            """) { deck, json };
        command.SetAction(async (parsed, token) => Check(await Read(parsed.GetValue(deck)!, token), parsed.GetValue(json)));
        return command;
    }

    static int Check(DeckQuality deck, bool json)
    {
        if (json)
            Console.WriteLine(JsonSerializer.Serialize(deck, DocumentJson.Options));
        else
            FindingsText.Write(deck);
        return deck.Errors > 0 ? ExitCodes.Failed : ExitCodes.Done;
    }

    static async Task<DeckQuality> Read(string file, CancellationToken token)
    {
        if (!File.Exists(file))
            throw new CommandException(ExitCodes.Usage, $"{file}: there is no such file; give the path of a deck (.pptx).");
        try
        {
            return await DeckCheck.Of(file, File.OpenRead(file), token);
        }
        catch (DeckRefusedException refused)
        {
            throw new CommandException(ExitCodes.InvalidInput, $"{refused.Message} {refused.Remedy}", refused);
        }
    }
}
