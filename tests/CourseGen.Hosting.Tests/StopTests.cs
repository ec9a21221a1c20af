using CourseGen.Contracts;
using CourseGen.Hosting.Testing;

namespace CourseGen.Hosting;

/// <summary>SIGTERM to a worker with a call in flight.</summary>
public sealed class StopTests(RunningPlanner planner) : IClassFixture<RunningPlanner>
{
    const string Worker = "CourseGen.ContentGen";
    const string Began = "\"event\":\"began\"", Answered = "\"outcome\":\"answered\"";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);

    [Fact]
    public async Task Its_consumers_are_gone_at_once_its_call_runs_on_and_it_ends_well()
    {
        var (worker, log) = await InACall(latency: "8s", drain: "00:01:00");
        await using var _ = worker;

        worker.Terminate();

        await Wait.Until(async () => (await planner.Broker.List("consumers")).All(consumer => !$"{consumer["consumer_tag"]}".StartsWith("lessons@", StringComparison.Ordinal)),
            Patience, "nothing consumes lessons");
        File.ReadAllText(log).ShouldNotContain(Answered, Case.Sensitive, "the call is still in flight");
        (await worker.End()).ShouldBe(0);
        var lines = File.ReadAllLines(log);
        lines.Count(line => line.Contains(Answered)).ShouldBe(lines.Count(line => line.Contains(Began)), "every call was answered");
    }

    [Fact]
    public async Task What_outlasts_the_drain_is_handed_back_and_its_claim_ended()
    {
        var (worker, log) = await InACall(latency: "300s", drain: "00:00:01");
        await using var _ = worker;

        worker.Terminate();

        (await worker.End()).ShouldBe(0);
        File.ReadAllText(log).ShouldNotContain(Answered);
        await Wait.Until(async () => (await planner.Broker.List("queues")).Any(queue => $"{queue["name"]}" == QueueNames.Lessons && queue["messages_ready"]?.GetValue<int>() > 0),
            Patience, "the command is back in its queue");
        (await planner.Broker.Take(QueueNames.Lessons)).ShouldNotBeEmpty();
    }

    async Task<(ServiceUnderTest Worker, string Log)> InACall(string latency, string drain)
    {
        var log = Path.Combine(planner.Folder, $"calls-{Guid.NewGuid():N}");
        var worker = await ServiceUnderTest.StartReady(Worker, new Dictionary<string, string?>(planner.Settings)
        {
            ["Models:SimulatedLatency"] = latency,
            ["Models:CallLog"] = log,
            ["Work:DrainTimeout"] = drain,
        });
        var start = $$"""{"project_folder":"c-{{Guid.NewGuid():N}}","outline_yaml":"course:\n  title: Tides\n  modules:\n    - title: Moon\n      lessons: [{ title: Springs, topics: [Syzygy] }]\n"}""";
        (await planner.Broker.Publish("amq.default", QueueNames.Start, start, new { content_type = "application/json" })).ShouldBeTrue();
        await Wait.Until(() => Task.FromResult(File.Exists(log) && File.ReadAllText(log).Contains(Began)), Patience, "a call is in flight");
        return (worker, log);
    }
}
