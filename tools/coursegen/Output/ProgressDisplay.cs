using CourseGen.Contracts;
using Spectre.Console;

namespace CourseGen.Cli.Output;

/// <summary>Progress on the error stream: a live table on a terminal, plain lines elsewhere.</summary>
abstract class ProgressDisplay : IAsyncDisposable
{
    public static ProgressDisplay Open(ProgressTable progress)
    {
        var dumb = Environment.GetEnvironmentVariable("TERM") is null or "dumb";
        return Console.IsErrorRedirected || dumb ? new PlainLines() : new LiveTable(progress);
    }

    public abstract void Show(ICourseMessage message);

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

/// <summary>A line whenever a stage of a module is through, and for every gap.</summary>
sealed class PlainLines : ProgressDisplay
{
    public override void Show(ICourseMessage message)
    {
        switch (message)
        {
            case CourseStarted started:
                Console.Error.WriteLine($"started: {started.Title}, revision {started.Revision}");
                foreach (var warning in started.Warnings)
                    Console.Error.WriteLine($"note: {warning}");
                break;
            case CourseProgressed { Status: WorkStatus.Gap } gap:
                Console.Error.WriteLine($"missing: {gap.Kind} {gap.Item}");
                break;
            case CourseProgressed progressed when progressed.Total > 0 && progressed.Done + progressed.Gaps == progressed.Total && NameOf(progressed.Kind) is { } name:
                var place = progressed.Module > 0 ? $"module {progressed.Module}: " : "";
                Console.Error.WriteLine($"[{progressed.Totals.Seconds,6:0.0} s] {place}{name} {progressed.Done}/{progressed.Total}");
                break;
        }
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    static string? NameOf(WorkKind kind) =>
        ModuleStages.Concat(CourseStages).Where(stage => stage.Kind == kind).Select(stage => stage.Name.ToLowerInvariant()).FirstOrDefault();
}

/// <summary>Modules × stages, elapsed time, tokens and cost, redrawn as events come.</summary>
sealed class LiveTable : ProgressDisplay
{
    static readonly TimeSpan Redraw = TimeSpan.FromMilliseconds(150);
    readonly IAnsiConsole _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
    readonly ProgressTable _progress;
    readonly CancellationTokenSource _done = new();
    readonly Task _drawing;
    readonly long _start = TimeProvider.System.GetTimestamp();

    public LiveTable(ProgressTable progress)
    {
        _progress = progress;
        _drawing = _console.Live(Draw()).Overflow(VerticalOverflow.Crop).StartAsync(Keep);
    }

    public override void Show(ICourseMessage message)
    {
    }

    public override async ValueTask DisposeAsync()
    {
        await _done.CancelAsync();
        await _drawing;
        _done.Dispose();
    }

    async Task Keep(LiveDisplayContext live)
    {
        while (!_done.IsCancellationRequested)
        {
            live.UpdateTarget(Draw());
            await Task.Delay(Redraw, TimeProvider.System, _done.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        live.UpdateTarget(Draw());
    }

    Table Draw()
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn("Module");
        table.Title = new TableTitle(Markup.Escape(_progress.Title.Length > 0 ? _progress.Title : "Planning …"));
        foreach (var (_, name) in ModuleStages)
            table.AddColumn(new TableColumn(name).RightAligned());
        var modules = _progress.Modules;
        var fits = modules.Count <= Math.Max(1, _console.Profile.Height - 9);
        foreach (var module in fits ? modules : [])
            table.AddRow([module.ToString(), .. ModuleStages.Select(stage => Cell(_progress[module, stage.Kind]))]);
        if (!fits || modules.Count != 1)
            table.AddRow([$"all {modules.Count}", .. ModuleStages.Select(stage => Cell(_progress[null, stage.Kind]))]);
        table.Caption = new TableTitle($"{CourseLine()}{Environment.NewLine}{TotalsLine()}");
        return table;
    }

    static string Cell((int Total, int Done, int Gaps) cell) => cell switch
    {
        { Total: 0 } => "[grey]–[/]",
        { Gaps: > 0 } => $"{cell.Done}/{cell.Total} [yellow]{cell.Gaps} missing[/]",
        var (total, done, _) when total == done => $"[green]{done}/{total}[/]",
        _ => $"{cell.Done}/{cell.Total}",
    };

    string CourseLine() => string.Join(" · ", CourseStages.Select(stage => (stage.Name, Cell: _progress[null, stage.Kind])).Where(stage => stage.Cell.Total > 0)
        .Select(stage => $"{stage.Name} {stage.Cell.Done}/{stage.Cell.Total}"));

    string TotalsLine()
    {
        var totals = _progress.Totals;
        var elapsed = TimeProvider.System.GetElapsedTime(_start);
        return $"{elapsed.TotalSeconds:0} s · {totals.Calls} calls, {totals.Reused} reused · {(totals.InputTokens + totals.OutputTokens) / 1000.0:0.0} k tokens · {totals.CostUsd:0.00} USD";
    }
}
