using System.Globalization;
using CourseGen.BedrockSim.Report;

namespace CourseGen.Bench.Quota;

/// <summary>Tokens in flight and the quota's use over time, ours beside rivals.</summary>
static class UtilisationPicture
{
    /// <summary>Of the bins that the use is averaged over, in minutes; as long as the bucket takes to fill.</summary>
    const double Bin = 1;

    /// <summary>How much of a rival is shown, in makespans of ours: one that takes five times as long would leave no room.</summary>
    const double Shown = 1.6;

    /// <param name="runs">Ours first.</param>
    public static string Draw(IReadOnlyList<QuotaRun> runs)
    {
        var end = Shown * runs[0].Makespan.TotalMinutes;
        var tokens = string.Create(CultureInfo.InvariantCulture, $"{runs[0].Scenario.TokensPerMinute / 1000:0},000");
        var inFlight = Panel.Fitting("Tokens reserved by calls in flight", [.. runs.Select(run => new Line(NameOf(run, end), Until(end, Thinned(run))))],
            value => string.Create(CultureInfo.InvariantCulture, $"{value / 1000:0}k"));
        var used = Panel.Fitting("Quota used, each minute (a full bucket at the start adds to the first ones)", [.. runs.Select(run => new Line(NameOf(run, end), Until(end, Utilisation(run))))],
            value => string.Create(CultureInfo.InvariantCulture, $"{value:0%}"));
        return Chart.Draw($"{runs[0].Course.Lessons.Count} lessons on {tokens} tokens a minute",
            $"Over time, how many tokens are in flight and how much of the quota is used, by {string.Join(", ", runs.Select(run => run.Name))}.",
            "min", [inFlight, used with { Mark = 1 }]);
    }

    static string NameOf(QuotaRun run, double end) =>
        run.Makespan.TotalMinutes <= end ? run.Name : string.Create(CultureInfo.InvariantCulture, $"{run.Name} (ends after {run.Makespan.TotalMinutes:0} min)");

    static IReadOnlyList<(double X, double Y)> Until(double end, IReadOnlyList<(double X, double Y)> points) => [.. points.TakeWhile(point => point.X <= end)];

    /// <summary>Quota tokens charged in each bin, as a share of what is refilled in one.</summary>
    public static IReadOnlyList<(double X, double Y)> Utilisation(QuotaRun run)
    {
        var (first, series) = (run.Text.First ?? 0, run.Text.Series);
        var minutes = ((run.Text.Last ?? 0) - first) / 60;
        var points = new List<(double, double)>();
        for (var from = 0.0; from < minutes; from += Bin)
        {
            var to = Math.Min(from + Bin, minutes);
            var charged = ChargedAt(series, first + (to * 60)) - ChargedAt(series, first + (from * 60));
            points.Add(((from + to) / 2, charged / (run.Scenario.TokensPerMinute * (to - from))));
        }
        return points;
    }

    /// <summary>Along the straight line between two samples.</summary>
    static double ChargedAt(IReadOnlyList<Sample> series, double at)
    {
        var after = series.FirstOrDefault(sample => sample.At >= at);
        var before = series.LastOrDefault(sample => sample.At < at);
        if (after is null || before is null)
            return (before ?? after)?.Charged ?? 0;
        return before.Charged + ((after.Charged - before.Charged) * (at - before.At) / (after.At - before.At));
    }

    /// <summary>A point for each fifth of a minute: more cannot be seen.</summary>
    static IReadOnlyList<(double X, double Y)> Thinned(QuotaRun run)
    {
        var first = run.Text.First ?? 0;
        return [.. run.Text.Series.Where(sample => sample.At >= first && sample.At <= (run.Text.Last ?? 0)).GroupBy(sample => Math.Floor((sample.At - first) / 12))
            .Select(group => ((group.First().At - first) / 60, (double)group.First().InFlight))];
    }
}
