using CourseGen.Contracts.Documents;
using Spectre.Console;

namespace CourseGen.Cli.Output;

/// <summary>A deck's findings for people: a table on a terminal, a line each elsewhere; their number on the error stream.</summary>
static class FindingsText
{
    public static void Write(DeckQuality deck)
    {
        if (deck.Findings.Count > 0 && !Console.IsOutputRedirected)
            AnsiConsole.Write(Table(deck));
        else
        {
            foreach (var finding in deck.Findings)
                Console.WriteLine(Line(deck.Key, finding));
        }
        Console.Error.WriteLine(Summary(deck));
    }

    internal static string Line(string deck, DeckFinding finding) => $"{deck}: {PlaceOf(finding)}: {Word(finding)}: {finding.Message} [{finding.Rule}]";

    internal static string Summary(DeckQuality deck) => deck.Findings.Count == 0
        ? $"{deck.Key}: no findings."
        : $"{deck.Key}: {Counted(deck.Errors, "error")}, {Counted(deck.Warnings, "warning")}.";

    static Table Table(DeckQuality deck)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("place", "", "rule", "finding");
        foreach (var finding in deck.Findings)
            table.AddRow(PlaceOf(finding).EscapeMarkup(), Word(finding), finding.Rule.EscapeMarkup(), finding.Message.EscapeMarkup());
        return table;
    }

    static string PlaceOf(DeckFinding finding) => finding.Slide is { } slide ? $"slide {slide}" : finding.Part ?? "package";

    static string Word(DeckFinding finding) => finding.Severity == FindingSeverity.Error ? "error" : "warning";

    static string Counted(int count, string word) => $"{count} {word}{(count == 1 ? "" : "s")}";
}
