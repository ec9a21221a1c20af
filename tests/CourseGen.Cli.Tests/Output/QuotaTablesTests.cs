using CourseGen.Cli.Output;
using CourseGen.Contracts;
using CourseGen.Planner.Postgres;
using CourseGen.Planner.Quota;
using Spectre.Console;

namespace CourseGen.Cli.Tests.Output;

public sealed class QuotaTablesTests
{
    static readonly ModelRef Model = new("bedrock", "claude");
    static readonly Guid Course = Guid.NewGuid();
    static readonly QuotaState State = new(Model, 200_000, 200_000, 12_345, 54_321, 4, 987_654, null, null, 1, [Course]);

    [Fact]
    public void A_quota_shows_belief_reservations_use_and_who_waits()
    {
        var line = Line(new QuotaReport([State], [], new Dictionary<Guid, string> { [Course] = "tides" }), "bedrock/claude");
        foreach (var part in (string[])["200,000", "12,345", "54,321", " 4 ", "987,654", "tides"])
            line.ShouldContain(part);
    }

    [Fact]
    public void One_that_was_throttled_says_so() =>
        Line(new QuotaReport([State with { Shrink = 0.5 }], [], new Dictionary<Guid, string>()), "bedrock/claude").ShouldContain("throttled: 50");

    [Fact]
    public void A_stage_shows_its_99th_percentile_beside_its_limit()
    {
        var line = Line(new QuotaReport([], [new StageUse(Model, WorkKind.LabPlan, 42, 7_900, 10_456, 11_200, 128.8)], new Dictionary<Guid, string>()), "lab plan");
        line.IndexOf("10,456", StringComparison.Ordinal).ShouldBeInRange(0, line.IndexOf("11,200", StringComparison.Ordinal));
        line.ShouldContain("128.8");
    }

    [Fact]
    public void Without_any_quota_the_setting_is_named() => Text(new QuotaReport([], [], new Dictionary<Guid, string>())).ShouldContain("Quota__TokensPerMinute");

    static string Line(QuotaReport report, string about) => Text(report).Split('\n').Single(line => line.Contains(about));

    static string Text(QuotaReport report)
    {
        using var text = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(text) });
        console.Profile.Width = 250;
        QuotaTables.Write(report, console);
        return text.ToString();
    }
}
