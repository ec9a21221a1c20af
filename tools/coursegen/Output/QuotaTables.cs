using System.Globalization;
using CourseGen.Planner.Postgres;
using CourseGen.Planner.Quota;
using Spectre.Console;

namespace CourseGen.Cli.Output;

/// <summary>A <see cref="QuotaReport"/> for people: the models' quotas, and the stages' calls.</summary>
static class QuotaTables
{
    const string Unlimited = "–";

    public static void Write(QuotaReport report, IAnsiConsole console)
    {
        if (report.Quotas.Count == 0)
            console.WriteLine("No model with a quota was used yet, or none is set here (Models__Profiles__0__Quota__TokensPerMinute, …).");
        else
            console.Write(Quotas(report));
        if (report.Stages.Count > 0)
            console.Write(Stages(report));
    }

    static Table Quotas(QuotaReport report)
    {
        var table = WithColumns("model", "tokens/min", "burst", "left", "reserved", "calls", "used", "requests left", "left today", "waiting");
        foreach (var quota in report.Quotas)
            table.AddRow(Cells(
                $"{quota.Model.Provider}/{quota.Model.Model}", Refill(quota), Limited(quota.TokensPerMinute is null ? null : quota.Burst),
                Limited(quota.TokensPerMinute is null ? null : quota.Level), Number(quota.Reserved), Number(quota.CallsInFlight), Number(quota.Used),
                Limited(quota.Requests), Limited(quota.LeftToday), Waiting(quota, report)));
        return table;
    }

    static Table Stages(QuotaReport report)
    {
        var table = WithColumns("model", "stage", "calls", "output", "output p99", "max_tokens", "seconds");
        foreach (var stage in report.Stages)
            table.AddRow(Cells(
                $"{stage.Model.Provider}/{stage.Model.Model}", stage.Kind.InWords(), Number(stage.Calls), Number(stage.Output),
                stage.OutputP99 is { } most ? Number(most) : Unlimited, stage.MaxTokens > 0 ? Number(stage.MaxTokens) : Unlimited,
                stage.Seconds is { } seconds ? string.Create(CultureInfo.InvariantCulture, $"{seconds:0.0}") : Unlimited));
        return table;
    }

    static string Refill(QuotaState quota) =>
        quota.Shrink < 1 ? string.Create(CultureInfo.InvariantCulture, $"{Limited(quota.TokensPerMinute)} (throttled: {quota.Shrink:P0})") : Limited(quota.TokensPerMinute);

    static string Waiting(QuotaState quota, QuotaReport report) => quota.Waiting.Count == 0
        ? Unlimited
        : string.Join(", ", quota.Waiting.Select(course => report.Courses.GetValueOrDefault(course, course.ToString())));

    static string Limited(double? number) => number is { } known ? Number(known) : Unlimited;

    static string Number(double number) => string.Create(CultureInfo.InvariantCulture, $"{number:N0}");

    static Table WithColumns(params IEnumerable<string> names)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var (place, name) in names.Index())
            table.AddColumn(new TableColumn(name) { Alignment = place == 0 ? Justify.Left : Justify.Right });
        return table;
    }

    static string[] Cells(params IEnumerable<string> texts) => [.. texts.Select(text => text.EscapeMarkup())];
}
