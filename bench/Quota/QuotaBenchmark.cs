using CourseGen.BedrockSim.Quota;

namespace CourseGen.Bench.Quota;

/// <summary>
/// A course on a model's quota: how close to the shortest possible time, with how many throttled calls, beside rivals that drive the same
/// simulator. Everything that waits is faster than in life by one factor.
/// </summary>
sealed class QuotaBenchmark(string root, Compression compression)
{
    const int Seeds = 3;
    const int RivalSeed = 1;
    static readonly long[] Quotas = [200_000, 1_000_000, 5_000_000];

    readonly RivalRuns _rivals = new(root);

    public Task<IReadOnlyList<Bar>> Run(bool quick) => quick ? Quick() : Whole();

    async Task<IReadOnlyList<Bar>> Whole()
    {
        // Two at a time and three calls in flight between them: they disturb nobody, and last longest.
        var original = Said(_rivals.Original(BenchmarkCourse.Whole, On(Quotas[0])));
        var patient = Said(_rivals.Prefetch(2, BenchmarkCourse.Whole, On(Quotas[0])));
        var rivals = new List<QuotaRun>();
        foreach (var quota in Quotas)
            rivals.AddRange(await Task.WhenAll(RivalsOn(quota)));
        List<Bar> bars = [.. await Part.Measure("ours", () => Ours(original, rivals)), .. rivals.SelectMany(QuotaBars.Rival), .. QuotaBars.Rival(await patient)];
        bars.AddRange(await Part.Measure("50k", SmallestQuota));
        bars.AddRange(await OnServers(BenchmarkCourse.Whole, quick: false));
        return bars;
    }

    async Task<IReadOnlyList<Bar>> Quick()
    {
        var original = Said(_rivals.Original(BenchmarkCourse.Short, On(Quotas[0])));
        var prefetch = Said(_rivals.Prefetch(10, BenchmarkCourse.Short, On(Quotas[0])));
        List<Bar> bars = [.. await Part.Measure("ours", async () =>
        {
            var brief = await Ours(BenchmarkCourse.Short, On(Quotas[0]));
            List<QuotaRun> ours = [await Ours(BenchmarkCourse.Whole, On(Quotas[0]))];
            return [.. QuotaBars.Makespans(ours), .. QuotaBars.Original(await original, [brief]), .. QuotaBars.Conduct(ours)];
        })];
        bars.AddRange(QuotaBars.Rival(await prefetch));
        bars.AddRange(await OnServers(BenchmarkCourse.Short, quick: true));
        return bars;
    }

    async Task<IEnumerable<Bar>> Ours(Task<QuotaRun> original, IReadOnlyList<QuotaRun> rivals)
    {
        var ours = new List<QuotaRun>();
        foreach (var (quota, mode, seed) in from quota in Quotas from mode in Enum.GetValues<Settlement>() from seed in Enumerable.Range(1, Seeds) select (quota, mode, seed))
            ours.Add(await Ours(BenchmarkCourse.Whole, new Scenario(quota, mode, seed, compression)));
        var picture = UtilisationPicture.Draw([ours[0], rivals.First(run => run.Name == "prefetch 10"), await original]);
        await File.WriteAllTextAsync(Path.Combine(root, "docs", "images", "quota.svg"), picture);
        return [.. QuotaBars.Makespans(ours), .. QuotaBars.Original(await original, ours), .. QuotaBars.Conduct(ours)];
    }

    IEnumerable<Task<QuotaRun>> RivalsOn(long quota) =>
    [
        .. new[] { 10, 16, 50 }.Select(prefetch => Said(_rivals.Prefetch(prefetch, BenchmarkCourse.Whole, On(quota)))),
        Said(_rivals.Bucket(BenchmarkCourse.Whole, On(quota))),
    ];

    async Task<IEnumerable<Bar>> SmallestQuota()
    {
        const long Smallest = 50_000;
        var course = new BenchmarkCourse(Modules: 1);
        var unset = Said(_rivals.Unset(course, On(Smallest), patience: TimeSpan.FromMinutes(10)));
        return QuotaBars.SmallestQuota(await Ours(course, On(Smallest)), await unset);
    }

    async Task<IReadOnlyList<Bar>> OnServers(BenchmarkCourse course, bool quick)
    {
        await using var servers = await QuotaServers.Start();
        var runs = new ServedRuns(root, servers);
        var bars = new List<Bar>(await Part.Measure("1 → 8 worker processes", async () =>
            QuotaBars.Workers(await Said(runs.Workers(1, course, On(Quotas[0]))), await Said(runs.Workers(8, course, On(Quotas[0]))))));
        if (!quick)
        {
            bars.AddRange(await Part.Measure("Quota__Mode=Prefetch", async () => QuotaBars.PrefetchMode(await Said(runs.PrefetchMode(course, On(Quotas[0]))))));
            bars.AddRange(await Part.Measure("fairness", async () => QuotaBars.Fair(await runs.Fair(On(Quotas[0])))));
        }
        bars.AddRange(await Part.Measure("ledger pairs", () => Pairs(servers, TimeSpan.FromSeconds(quick ? 3 : 10))));
        return bars;
    }

    static async Task<IEnumerable<Bar>> Pairs(QuotaServers servers, TimeSpan length)
    {
        const int Clients = 8;
        var raw = await RawPairs.Measure(servers.Postgres, length, Clients);
        return QuotaBars.Pairs(await LedgerPairs.Measure(servers.Postgres, length, Clients), raw);
    }

    Task<QuotaRun> Ours(BenchmarkCourse course, Scenario scenario) => Said(EmbeddedCourse.Make(root, course, scenario, CancellationToken.None));

    Scenario On(long quota) => new(quota, Settlement.Progressive, RivalSeed, compression);

    /// <summary>Says on the way what a run came to.</summary>
    static async Task<QuotaRun> Said(Task<QuotaRun> running)
    {
        var run = await running;
        var (scenario, text) = (run.Scenario, run.Text);
        await Console.Error.WriteLineAsync(
            $"{run.Name}, {run.Course.Lessons.Count} lessons, {scenario.TokensPerMinute} TPM, {scenario.Settlement}, seed {scenario.Seed}: {(run.Completed ? "" : "not completed, ")}"
            + $"{run.Makespan.TotalMinutes:0.00} min = {run.OverBound:0.000} × bound, {text.Throttles} throttled, {text.Useful} useful, {run.GivenUp} given up, "
            + $"used {text.Utilisation:0.000}, below zero {text.Overshoot:0}");
        return run;
    }
}
