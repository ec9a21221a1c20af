namespace CourseGen.Bench.Quota;

/// <summary>Runs of ours as services on real servers.</summary>
sealed class ServedRuns(string root, QuotaServers servers)
{
    /// <summary>
    /// Calls that the two services which call the text model may have in flight, for <see cref="PrefetchMode"/>: all that the planner allows
    /// of 200,000 tokens a minute.
    /// </summary>
    static readonly Dictionary<string, string> PrefetchShares = new() { ["contentgen"] = "3", ["ppt"] = "2" };

    public async Task<QuotaRun> Workers(int workers, BenchmarkCourse course, Scenario scenario)
    {
        await using var courses = await ServedCourses.Start(root, servers, scenario, workers);
        return await Run($"services, {workers} worker {(workers == 1 ? "process" : "processes")}", courses, course, scenario);
    }

    /// <summary>Without the ledger.</summary>
    public async Task<QuotaRun> PrefetchMode(BenchmarkCourse course, Scenario scenario)
    {
        var settings = new Dictionary<string, string>
        {
            ["Quota__Mode"] = "Prefetch",
            ["Quota__Pods__ContentGen"] = "1",
            ["Quota__Pods__Ppt"] = "1",
            ["Quota__ConcurrentCalls__ContentGen"] = PrefetchShares["contentgen"],
            ["Quota__ConcurrentCalls__Ppt"] = PrefetchShares["ppt"],
        };
        await using var courses = await ServedCourses.Start(root, servers, scenario, workers: 1, settings, PrefetchShares);
        return await Run("services, Quota__Mode=Prefetch", courses, course, scenario);
    }

    public async Task<FairnessFigures> Fair(Scenario scenario)
    {
        await using var courses = await ServedCourses.Start(root, servers, scenario, workers: 1);
        return await Fairness.Measure(courses, scenario.Compression);
    }

    static async Task<QuotaRun> Run(string name, ServedCourses courses, BenchmarkCourse course, Scenario scenario)
    {
        // The first work of a process waits for its code to be compiled, and the more processes there are, the more of it does.
        await courses.Make(BenchmarkCourse.Short, "quota/warm");
        await courses.Reset();
        await courses.Make(course, "quota/course");
        return new QuotaRun(name, course, scenario, await courses.Report());
    }
}
