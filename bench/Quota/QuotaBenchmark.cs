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
        var ours = new List<QuotaRun>();
        foreach (var scenario in Quotas.SelectMany(quota => Enum.GetValues<Settlement>().SelectMany(mode => Enumerable.Range(1, Seeds).Select(seed => new Scenario(quota, mode, seed, compression)))))
            ours.Add(await Ours(BenchmarkCourse.Whole, scenario));
        rivals.Add(await patient);
        return
        [
            .. QuotaBars.Makespans(ours), .. QuotaBars.Original(await original, ours), .. QuotaBars.Conduct(ours),
            .. rivals.SelectMany(QuotaBars.Rival), .. await SmallestQuota(), .. await OnServers(BenchmarkCourse.Whole, quick: false),
            .. Drawn([ours[0], rivals.First(run => run.Name == "prefetch 10"), await original]),
        ];
    }

    async Task<IReadOnlyList<Bar>> Quick()
    {
        var original = Said(_rivals.Original(BenchmarkCourse.Short, On(Quotas[0])));
        var prefetch = Said(_rivals.Prefetch(10, BenchmarkCourse.Short, On(Quotas[0])));
        var brief = await Ours(BenchmarkCourse.Short, On(Quotas[0]));
        List<QuotaRun> ours = [await Ours(BenchmarkCourse.Whole, On(Quotas[0]))];
        return
        [
            .. QuotaBars.Makespans(ours), .. QuotaBars.Conduct(ours), .. QuotaBars.Original(await original, [brief]), .. QuotaBars.Rival(await prefetch),
            .. await OnServers(BenchmarkCourse.Short, quick: true),
        ];
    }

    IEnumerable<Task<QuotaRun>> RivalsOn(long quota) =>
    [
        .. new[] { 10, 16, 50 }.Select(prefetch => Said(_rivals.Prefetch(prefetch, BenchmarkCourse.Whole, On(quota)))),
        Said(_rivals.Bucket(BenchmarkCourse.Whole, On(quota))),
    ];

    async Task<IEnumerable<Bar>> SmallestQuota()
    {
        const long Smallest = 50_000;
        var unset = Said(_rivals.Unset(BenchmarkCourse.Short, On(Smallest), patience: TimeSpan.FromMinutes(10)));
        return QuotaBars.SmallestQuota(await Ours(BenchmarkCourse.Short, On(Smallest)), await unset);
    }

    async Task<IReadOnlyList<Bar>> OnServers(BenchmarkCourse course, bool quick)
    {
        await using var servers = await QuotaServers.Start();
        var runs = new ServedRuns(root, servers);
        return
        [
            .. QuotaBars.Workers(await Said(runs.Workers(1, course, On(Quotas[0]))), await Said(runs.Workers(8, course, On(Quotas[0])))),
            .. quick ? [] : QuotaBars.PrefetchMode(await Said(runs.PrefetchMode(course, On(Quotas[0])))),
            .. quick ? [] : QuotaBars.Fair(await runs.Fair(On(Quotas[0]))),
            .. await Pairs(servers, TimeSpan.FromSeconds(quick ? 3 : 10)),
        ];
    }

    static async Task<IEnumerable<Bar>> Pairs(QuotaServers servers, TimeSpan length)
    {
        const int Clients = 8;
        var raw = await RawPairs.Measure(servers.Postgres, length, Clients);
        return QuotaBars.Pairs(await LedgerPairs.Measure(servers.Postgres, length, Clients), raw);
    }

    Task<QuotaRun> Ours(BenchmarkCourse course, Scenario scenario) => Said(EmbeddedCourse.Make(root, course, scenario, CancellationToken.None));

    Scenario On(long quota) => new(quota, Settlement.Progressive, RivalSeed, compression);

    /// <returns>No bars: it leaves the picture where the README shows it.</returns>
    IEnumerable<Bar> Drawn(IReadOnlyList<QuotaRun> runs)
    {
        File.WriteAllText(Path.Combine(root, "docs", "images", "quota.svg"), UtilisationPicture.Draw(runs));
        return [];
    }

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
