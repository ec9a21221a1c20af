namespace CourseGen.Bench.Quota;

/// <summary>Runs of ours as services on real servers.</summary>
sealed class ServedRuns(string root, QuotaServers servers)
{
    /// <summary>Calls that each of the two services which call the text model may have in flight, for <see cref="PrefetchMode"/>.</summary>
    const int PrefetchShare = 4;

    public Task<QuotaRun> Workers(int workers, BenchmarkCourse course, Scenario scenario) =>
        Run($"services, {workers} worker {(workers == 1 ? "process" : "processes")}", workers, course, scenario);

    /// <summary>Without the ledger: 8 calls in flight over both services, 0.8 of the 10 that use up 200,000 tokens a minute.</summary>
    public Task<QuotaRun> PrefetchMode(BenchmarkCourse course, Scenario scenario) => Run("services, Quota__Mode=Prefetch", 1, course, scenario,
        KeyValuePair.Create("Quota__Mode", "Prefetch"), KeyValuePair.Create("Quota__Pods__ContentGen", "1"), KeyValuePair.Create("Quota__Pods__Ppt", "1"),
        KeyValuePair.Create("Models__ConcurrentCalls", $"{PrefetchShare}"),
        KeyValuePair.Create("Work__ConcurrentCommands", $"{PrefetchShare}"));

    public async Task<FairnessFigures> Fair(Scenario scenario)
    {
        await using var courses = await ServedCourses.Start(root, servers, scenario, workers: 1);
        return await Fairness.Measure(courses, scenario.Compression);
    }

    async Task<QuotaRun> Run(string name, int workers, BenchmarkCourse course, Scenario scenario, params IEnumerable<KeyValuePair<string, string>> settings)
    {
        await using var courses = await ServedCourses.Start(root, servers, scenario, workers, settings);
        // The first work of a process waits for its code to be compiled, and the more processes there are, the more of it does.
        await courses.Make(BenchmarkCourse.Short, "quota/warm");
        await courses.Reset();
        await courses.Make(course, "quota/course");
        return new QuotaRun(name, course, scenario, await courses.Report());
    }
}
