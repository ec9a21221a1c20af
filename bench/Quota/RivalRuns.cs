namespace CourseGen.Bench.Quota;

/// <summary>Runs rivals, each on a simulator process of its own.</summary>
sealed class RivalRuns(string root)
{
    /// <summary>More calls than a course has at once.</summary>
    const int Unlimited = 200;
    const double Burndown = 5;

    /// <summary>Of the quota: what the cookbook advises (50 to 75 %), at its most.</summary>
    const double BucketShare = 0.75;

    public Task<QuotaRun> Original(BenchmarkCourse course, Scenario scenario) =>
        Run("the original's policy", course, scenario, (client, token) => new OriginalRival(client, scenario.Compression).Run(course, new RivalTokens(), token));

    public Task<QuotaRun> Prefetch(int prefetch, BenchmarkCourse course, Scenario scenario) =>
        Run($"prefetch {prefetch}", course, scenario, (client, token) => new QueueRival(prefetch, client, scenario.Compression).Run(course, new RivalTokens(), token));

    public Task<QuotaRun> Bucket(BenchmarkCourse course, Scenario scenario) => Run($"client bucket at {BucketShare:0 %}", course, scenario, (client, token) =>
    {
        var bucket = new RivalBucket(BucketShare * scenario.TokensPerMinute, Burndown, scenario.Compression);
        return new QueueRival(Unlimited, client, scenario.Compression, bucket).Run(course, new RivalTokens(), token);
    });

    /// <summary>Prefetch 10 with <c>max_tokens</c> unset, until it is clear that nothing will ever start.</summary>
    /// <param name="patience">In life.</param>
    public Task<QuotaRun> Unset(BenchmarkCourse course, Scenario scenario, TimeSpan patience) => Run("max_tokens unset", course, scenario, async (client, token) =>
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(token);
        enough.CancelAfter(scenario.Compression.Here(patience));
        return await new QueueRival(10, client, scenario.Compression).Run(course, new RivalTokens(Unset: true), enough.Token);
    });

    async Task<QuotaRun> Run(string name, BenchmarkCourse course, Scenario scenario, Func<RivalClient, CancellationToken, Task<int>> make)
    {
        await using var simulator = await SimulatorProcess.Start(root, scenario);
        using var client = new RivalClient(simulator.Endpoint);
        try
        {
            var givenUp = await make(client, CancellationToken.None);
            return new QuotaRun(name, course, scenario, await simulator.Report(), givenUp);
        }
        catch (OperationCanceledException)
        {
            return new QuotaRun(name, course, scenario, await simulator.Report(), Completed: false);
        }
    }
}
