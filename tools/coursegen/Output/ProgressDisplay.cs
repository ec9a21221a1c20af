using CourseGen.Contracts;
using Spectre.Console;

namespace CourseGen.Cli.Output;

/// <summary>Progress on the error stream: a live table on a terminal, plain lines elsewhere.</summary>
abstract class ProgressDisplay : IAsyncDisposable
{
    public static ProgressDisplay Open(ProgressTable progress)
    {
        var dumb = Environment.GetEnvironmentVariable("TERM") is null or "dumb";
        return Console.IsErrorRedirected || dumb
            ? new PlainLines(Console.Error)
            : new LiveTable(progress, AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) }), TimeProvider.System);
    }

    public abstract void Show(ICourseMessage message);

    /// <summary>A line for the person who waits.</summary>
    public abstract void Note(string text);

    public abstract ValueTask DisposeAsync();

    /// <summary>The stages that have a column, in the order of the flow.</summary>
    internal static readonly IReadOnlyList<(WorkKind Kind, string Name)> ModuleStages =
        [(WorkKind.Lesson, "Lessons"), (WorkKind.Visuals, "Visuals"), (WorkKind.Image, "Pictures"), (WorkKind.Slides, "Slides"), (WorkKind.Lab, "Labs")];

    internal static readonly IReadOnlyList<(WorkKind Kind, string Name)> CourseStages =
    [
        (WorkKind.LabPlan, "lab plan"), (WorkKind.DeckBatch, "batch decks"), (WorkKind.Infographic, "infographic"),
        (WorkKind.Deck, "merged deck"), (WorkKind.Book, "book"), (WorkKind.LabGuide, "lab guide"),
    ];
}
