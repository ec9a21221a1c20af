using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using CourseGen.BedrockSim.Testing;
using CourseGen.Contracts;

namespace CourseGen.BedrockSim.Faults;

public sealed class FaultTests
{
    [Fact]
    public async Task A_share_of_the_calls_is_refused_as_unavailable_and_the_same_ones_each_time()
    {
        var first = await Statuses(seed: 1);
        var again = await Statuses(seed: 1);
        var other = await Statuses(seed: 2);

        again.ShouldBe(first);
        other.ShouldNotBe(first);
        first.Count(status => status == HttpStatusCode.ServiceUnavailable).ShouldBeInRange(10, 30);
    }

    [Fact]
    public async Task Trying_again_helps_against_an_error()
    {
        await using var simulator = await BedrockSimulator.Start(Caller.Fast with { Faults = new FaultRates { Throttle = 0.5 } });
        using var caller = new Caller(simulator);

        var tries = 1;
        while ((await caller.Send("converse", Caller.Converse("Hello"))).StatusCode == HttpStatusCode.TooManyRequests)
            (++tries).ShouldBeLessThan(50);

        simulator.Report().Of(Caller.Quota).Throttles.ShouldBe(tries - 1);
    }

    [Fact]
    public async Task A_refused_item_stays_refused()
    {
        await using var simulator = await BedrockSimulator.Start(Caller.Fast with { Faults = new FaultRates { Refuse = 1 } });
        using var caller = new Caller(simulator);

        for (var time = 0; time < 2; time++)
            (await caller.Post("converse", Caller.Converse(Caller.BriefOf(WorkKind.Lesson, "01-01"))))["stopReason"]!.ToString().ShouldBe("content_filtered");

        var report = simulator.Report().Of(Caller.Quota);
        (report.Refusals, report.Useful).ShouldBe((2, 0));
    }

    [Fact]
    public async Task A_malformed_answer_is_no_JSON()
    {
        await using var simulator = await BedrockSimulator.Start(Caller.Fast with { Faults = new FaultRates { Malform = 1 } });
        using var caller = new Caller(simulator);

        var answer = await caller.Post("converse", Caller.Converse(Caller.BriefOf(WorkKind.Visuals, "01-01")));

        Should.Throw<JsonException>(() => JsonDocument.Parse(Text(answer)));
        Text(answer).ShouldStartWith("{");
        simulator.Report().Of(Caller.Quota).Malformed.ShouldBe(1);
    }

    [Fact]
    public async Task Only_answers_of_the_named_kinds_are_malformed()
    {
        await using var simulator = await BedrockSimulator.Start(Caller.Fast with { Faults = new FaultRates { Malform = 1, Kinds = [WorkKind.Slides, WorkKind.Image] } });
        using var caller = new Caller(simulator);

        await caller.Post("converse", Caller.Converse(Caller.BriefOf(WorkKind.Visuals, "01-01")));
        await caller.Post("converse", Caller.Converse(Caller.BriefOf(WorkKind.Slides, "01-01")));

        var report = simulator.Report().Of(Caller.Quota);
        (report.Useful, report.Malformed).ShouldBe((1, 1));
    }

    [Fact]
    public async Task A_truncated_answer_ends_within_its_limit_however_high()
    {
        await using var simulator = await BedrockSimulator.Start(Caller.Fast with { Faults = new FaultRates { Truncate = 1 } });
        using var caller = new Caller(simulator);
        var brief = Caller.BriefOf(WorkKind.Lesson, "01-01");

        var first = await caller.Post("converse", Caller.Converse(brief, 20_000));
        var rest = await caller.Post("converse", Caller.Conversation(20_000, ("user", brief), ("assistant", Text(first)), ("user", "Go on.")));

        (first["stopReason"]!.ToString(), rest["stopReason"]!.ToString()).ShouldBe(("max_tokens", "end_turn"));
        Text(rest).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_call_that_is_not_streamed_breaks_off_with_an_error()
    {
        await using var simulator = await BedrockSimulator.Start(Caller.Fast with { Faults = new FaultRates { BreakOff = 1 } });
        using var caller = new Caller(simulator);

        using var answer = await caller.Send("converse", Caller.Converse(Caller.BriefOf(WorkKind.Lesson, "01-01")));

        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var report = simulator.Report().Of(Caller.Quota);
        report.BrokenOff.ShouldBe(1);
        report.Output.ShouldBeInRange(1, simulator.Draws.Of(WorkKind.Lesson, "01-01").Output!.Value - 1);
    }

    [Fact]
    public async Task There_is_no_fault_that_Bedrock_does_not_have()
    {
        await using var simulator = await BedrockSimulator.Start(Caller.Fast);

        Should.Throw<Options.SimulatorOptionException>(() => simulator.FailNext("OutOfCoffeeException")).Message.ShouldStartWith("type: expected one of ThrottlingException, ");
    }

    static async Task<List<HttpStatusCode>> Statuses(int seed)
    {
        await using var simulator = await BedrockSimulator.Start(Caller.Fast with { Seed = seed, Faults = new FaultRates { Unavailable = 0.2 } });
        using var caller = new Caller(simulator);
        return [.. await Task.WhenAll(Enumerable.Range(0, 100).Select(async number =>
        {
            using var answer = await caller.Send("converse", Caller.Converse($"Hello {number}"));
            return answer.StatusCode;
        }))];
    }

    static string Text(JsonNode answer) => answer["output"]!["message"]!["content"]![0]!["text"]!.GetValue<string>();
}
