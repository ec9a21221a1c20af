using System.Globalization;
using CourseGen.Contracts;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace CourseGen.Cli.Output;

/// <summary>One picture of a course's progress, never higher than the terminal.</summary>
static class ProgressView
{
    /// <summary>Title, the table's four lines, the sum, two lines of the course, and the cursor's.</summary>
    const int OtherLines = 10;

    public static IRenderable Of(ProgressTable progress, TimeSpan elapsed, int width, int height)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn("Module");
        foreach (var (_, name) in ProgressDisplay.ModuleStages)
            table.AddColumn(new TableColumn(name).RightAligned());
        foreach (var module in Shown(progress, Math.Max(0, height - OtherLines)))
            table.AddRow([Number(module), .. Cells(progress, module)]);
        if (progress.Modules.Count != 1)
            table.AddRow([$"all {progress.Modules.Count}", .. Cells(progress, module: null)]);
        return new Rows(Line(progress.Title, width), table, Line(CourseLine(progress), width), Line(TotalsLine(progress.Totals, elapsed), width));
    }

    /// <summary>All modules if they fit; else those that are not through, then those with gaps, as many as fit.</summary>
    internal static IReadOnlyList<int> Shown(ProgressTable progress, int rows)
    {
        var modules = progress.Modules;
        return modules.Count <= rows
            ? modules
            : [.. modules.Where(module => !progress.IsThrough(module)).Concat(modules.Where(progress.HasGaps)).Distinct().Take(rows).Order()];
    }

    static IEnumerable<string> Cells(ProgressTable progress, int? module) => ProgressDisplay.ModuleStages.Select(stage => Cell(progress[module, stage.Kind]));

    static string Cell((int Total, int Done, int Gaps) cell) => cell switch
    {
        { Total: 0 } => "[grey]–[/]",
        { Gaps: > 0 } => $"{cell.Done}/{cell.Total} [yellow]{cell.Gaps} missing[/]",
        var (total, done, _) when total == done => $"[green]{done}/{total}[/]",
        _ => $"{cell.Done}/{cell.Total}",
    };

    internal static string CourseLine(ProgressTable progress) => string.Join(" · ", ProgressDisplay.CourseStages
        .Select(stage => (stage.Name, Cell: progress[null, stage.Kind])).Where(stage => stage.Cell.Total > 0)
        .Select(stage => $"{stage.Name} {stage.Cell.Done}/{stage.Cell.Total}"));

    internal static string TotalsLine(CourseTotals totals, TimeSpan elapsed) => string.Create(CultureInfo.InvariantCulture,
        $"{elapsed.TotalSeconds:0} s · {totals.Calls} calls, {totals.Reused} reused · {(totals.InputTokens + totals.OutputTokens) / 1000.0:0.0} k tokens · {totals.CostUsd:0.00} USD");

    static string Number(int module) => module.ToString(CultureInfo.InvariantCulture);

    /// <summary>One line: a wrapped one would push the table off the screen.</summary>
    static Text Line(string text, int width) => new(text.Length < width ? text : $"{text[..Math.Max(0, width - 2)]}…");
}
