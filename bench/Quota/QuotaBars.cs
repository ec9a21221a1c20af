using System.Globalization;
using CourseGen.BedrockSim.Quota;

namespace CourseGen.Bench.Quota;

/// <summary>Runs as bars: what the benchmark promises, and beside it what rivals reach.</summary>
static class QuotaBars
{
    const long Small = 200_000;

    /// <summary>Each quota and mode: the worst of its seeds.</summary>
    public static IEnumerable<Bar> Makespans(IReadOnlyList<QuotaRun> ours) => ours.GroupBy(run => (run.Scenario.TokensPerMinute, run.Scenario.Settlement)).SelectMany(runs =>
    {
        var (tokens, settlement) = runs.Key;
        var name = $"ours, {Quota(tokens)}, {(settlement == Settlement.Progressive ? "progressive" : "end")}";
        return new[]
        {
            new Bar($"{name}: makespan", runs.Max(run => run.Makespan.TotalMinutes), "min", null, Seeds(runs)),
            new Bar($"{name}: makespan ÷ bound", runs.Max(run => run.OverBound), "×", tokens == Small ? 1.10 : 1.05, $"bound on the tokens drawn, {Seeds(runs)}"),
        };
    });

    public static IEnumerable<Bar> Original(QuotaRun original, IReadOnlyList<QuotaRun> ours) =>
    [
        new("the original's policy: makespan", original.Makespan.TotalMinutes, "min", null, "no quota here limits it"),
        .. ours.Where(run => run.Scenario.Settlement == original.Scenario.Settlement && run.Scenario.Seed == original.Scenario.Seed && run.Scenario.TokensPerMinute <= 1_000_000).Select(run =>
            new Bar($"the original's policy ÷ ours, {Quota(run.Scenario.TokensPerMinute)}", original.Makespan / run.Makespan, "×",
                run.Scenario.TokensPerMinute == Small ? 5 : 18, "same course, same run", AtLeast: true)),
    ];

    /// <summary>What holds of every run of ours: the worst of all.</summary>
    public static IEnumerable<Bar> Conduct(IReadOnlyList<QuotaRun> ours)
    {
        var worst = $"worst of {ours.Count} runs";
        yield return new Bar("ours: 429s per useful call", ours.Max(run => run.ThrottlesPerUseful), "", 0.01, worst);
        yield return new Bar("ours: courses with gaps or dead letters", ours.Count(run => !run.Completed), "", 0, $"of {ours.Count} runs");
        if (ours.Select(run => run.Text.Utilisation).OfType<double>().ToList() is { Count: > 0 } used)
            yield return new Bar("ours: quota used while saturated", used.Min(), "", 0.95, $"least of {used.Count} saturated runs", AtLeast: true);
        yield return new Bar("ours: most tokens below zero", ours.Max(run => run.Text.Overshoot), "tokens", 0, worst);
        yield return new Bar("ours: Σ(input + max_tokens) ÷ Σ(input + output)", ours.Max(run => run.Text.ReservedPerUsed), "×", 1.4, worst);
        yield return new Bar("ours: truncated answers", ours.Sum(run => run.Text.Truncated) * 100.0 / ours.Sum(run => run.Text.Useful), "%", 0.5, "all runs");
        yield return new Bar("ours: truncated, not continued", ours.Sum(run => run.Text.Truncated - run.Text.Continued), "", 0, "all runs");
    }

    public static IEnumerable<Bar> Rival(QuotaRun run)
    {
        var name = $"{run.Name}, {Quota(run.Scenario.TokensPerMinute)}";
        yield return new Bar($"{name}: makespan ÷ bound", run.OverBound, "×", null, string.Create(CultureInfo.InvariantCulture, $"{run.Makespan.TotalMinutes:0.0} min"));
        yield return new Bar($"{name}: 429s per useful call", run.ThrottlesPerUseful, "", null, $"{run.GivenUp} calls given up");
        if (run.Text.Utilisation is { } used)
            yield return new Bar($"{name}: quota used while saturated", used, "", null, "same simulator");
    }

    public static IEnumerable<Bar> SmallestQuota(QuotaRun ours, QuotaRun unset) =>
    [
        new($"ours, {Quota(ours.Scenario.TokensPerMinute)}: lessons completed", ours.Completed ? ours.Course.Lessons.Count : 0, "", ours.Course.Lessons.Count, "commands cut to what fits", AtLeast: true),
        new($"ours, {Quota(ours.Scenario.TokensPerMinute)}: makespan ÷ bound", ours.OverBound, "×", null, "bound on the tokens drawn"),
        new($"max_tokens unset, {Quota(unset.Scenario.TokensPerMinute)}: calls that started", unset.Text.Useful, "", 0, $"{unset.Text.Throttles} throttled"),
    ];

    public static IEnumerable<Bar> Workers(QuotaRun one, QuotaRun eight) =>
    [
        new("1 worker process: makespan ÷ bound", one.OverBound, "×", null, "of contentgen and of ppt each; five services, same run"),
        new("1 → 8 worker processes: makespan differs", Math.Abs((eight.Makespan / one.Makespan) - 1) * 100, "%", 2, "1 process, same run"),
        new("8 worker processes: most tokens below zero", eight.Text.Overshoot, "tokens", 0, "the simulator's bucket"),
        new("8 worker processes: 429s per useful call", eight.ThrottlesPerUseful, "", 0.01, "the simulator's account"),
    ];

    public static IEnumerable<Bar> PrefetchMode(QuotaRun run) =>
    [
        new("Quota__Mode=Prefetch: makespan ÷ bound", run.OverBound, "×", null, "five services, no ledger"),
        new("Quota__Mode=Prefetch: 429s per useful call", run.ThrottlesPerUseful, "", null, "five services, no ledger"),
        new("Quota__Mode=Prefetch: most tokens below zero", run.Text.Overshoot, "tokens", null, "five services, no ledger"),
    ];

    public static IEnumerable<Bar> Fair(FairnessFigures figures) =>
    [
        new("one lesson alone", figures.Solo.TotalMinutes, "min", null, "five services"),
        new("one lesson under a saturating course ÷ alone", figures.UnderLoad / figures.Solo, "×", 2, "alone, same services"),
        new("three equal courses: Jain index", figures.Jain, "", 0.95, "of their speeds", AtLeast: true),
    ];

    public static IEnumerable<Bar> Pairs(PairFigures ledger, PairFigures raw) =>
    [
        new("ledger: reserve and settle", ledger.PerSecond, "pairs/s", 1_000, "Postgres, 2 cores", AtLeast: true),
        new("raw SQL: reserve and settle", raw.PerSecond, "pairs/s", null, "two updates of one row"),
        new("ledger ÷ raw SQL, p99 of a pair", ledger.P99 / raw.P99, "×", 3, string.Create(CultureInfo.InvariantCulture, $"raw SQL {raw.P99:0.00} ms, ledger {ledger.P99:0.00} ms")),
    ];

    static string Quota(long tokens) => tokens % 1_000_000 == 0 ? $"{tokens / 1_000_000}M" : $"{tokens / 1_000}k";

    static string Seeds(IEnumerable<QuotaRun> runs) => runs.Count() == 1 ? "one seed" : $"worst of {runs.Count()} seeds";
}
