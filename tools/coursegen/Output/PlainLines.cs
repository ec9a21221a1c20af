using System.Globalization;
using CourseGen.Contracts;

namespace CourseGen.Cli.Output;

/// <summary>A line whenever a stage of a module is through, and for every gap.</summary>
sealed class PlainLines(TextWriter writer) : ProgressDisplay
{
    public override void Show(ICourseMessage message)
    {
        switch (message)
        {
            case CourseStarted started:
                writer.WriteLine($"started: {started.Title}, revision {started.Revision}");
                foreach (var warning in started.Warnings)
                    Note(warning);
                break;
            case CourseProgressed progressed:
                Show(progressed);
                break;
        }
    }

    public override void Note(string text) => writer.WriteLine($"note: {text}");

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    void Show(CourseProgressed progressed)
    {
        if (progressed.Status == WorkStatus.Gap)
            writer.WriteLine($"missing: {progressed.Kind.InWords()} {progressed.Item}");
        if (progressed.Total == 0 || progressed.Done + progressed.Gaps < progressed.Total || NameOf(progressed.Kind) is not { } name)
            return;
        var place = progressed.Module > 0 ? $"module {progressed.Module}: " : "";
        var missing = progressed.Gaps > 0 ? $", {progressed.Gaps} missing" : "";
        writer.WriteLine(string.Create(CultureInfo.InvariantCulture, $"[{progressed.Totals.Seconds,6:0.0} s] {place}{name} {progressed.Done}/{progressed.Total}{missing}"));
    }

    static string? NameOf(WorkKind kind) =>
        ModuleStages.Concat(CourseStages).Where(stage => stage.Kind == kind).Select(stage => stage.Name.ToLowerInvariant()).FirstOrDefault();
}
