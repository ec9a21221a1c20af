using System.Text.Json.Nodes;
using CourseGen.BedrockSim.Testing;
using CourseGen.Contracts;

namespace CourseGen.BedrockSim.Answers;

public sealed class AnswerTests
{
    [Fact]
    public async Task A_call_takes_the_tokens_drawn_for_its_item()
    {
        await using var simulator = await BedrockSimulator.Start(Caller.Fast);
        using var caller = new Caller(simulator);

        var answer = await caller.Post("converse", Caller.Converse(Caller.BriefOf(WorkKind.Lesson, "01-02"), 64_000));

        var drawn = new CallDraws(1, new DrawnCourse()).Of(WorkKind.Lesson, "01-02");
        answer["usage"]!["inputTokens"]!.GetValue<long>().ShouldBe(3000);
        answer["usage"]!["outputTokens"]!.GetValue<long>().ShouldBe(drawn.Output!.Value);
        answer["stopReason"]!.GetValue<string>().ShouldBe("end_turn");
    }

    [Fact]
    public async Task Tokens_are_counted_as_the_call_is_charged()
    {
        await using var simulator = await BedrockSimulator.Start(Caller.Fast);
        using var caller = new Caller(simulator);
        var converse = Caller.Converse("What is a neap tide? " + new string('x', 400));

        var counted = await caller.Post("count-tokens", new() { ["input"] = new JsonObject { ["converse"] = converse.DeepClone() } });
        var answer = await caller.Post("converse", converse);

        answer["usage"]!["inputTokens"]!.GetValue<long>().ShouldBe(counted["inputTokens"]!.GetValue<long>());
        counted["inputTokens"]!.GetValue<long>().ShouldBe(421 / 4);
    }

    [Fact]
    public async Task An_answer_stopped_at_max_tokens_goes_on_where_it_stopped()
    {
        await using var simulator = await BedrockSimulator.Start(Caller.Fast);
        using var caller = new Caller(simulator);
        var brief = Caller.BriefOf(WorkKind.Lesson, "01-02");
        var whole = Text(await caller.Post("converse", Caller.Converse(brief, 64_000)));

        var first = await caller.Post("converse", Caller.Converse(brief, 5000));
        var rest = await caller.Post("converse", Caller.Conversation(64_000, ("user", brief), ("assistant", Text(first)), ("user", "Go on.")));

        first["stopReason"]!.GetValue<string>().ShouldBe("max_tokens");
        first["usage"]!["outputTokens"]!.GetValue<int>().ShouldBe(5000);
        Text(first).Length.ShouldBeLessThan(whole.Length);
        (Text(first) + Text(rest)).ShouldBe(whole);
        rest["stopReason"]!.GetValue<string>().ShouldBe("end_turn");
        var report = simulator.Report().Of(Caller.Quota);
        (report.Truncated, report.Continued).ShouldBe((1, 1));
    }

    [Fact]
    public async Task An_answer_sent_back_is_given_whole_again()
    {
        await using var simulator = await BedrockSimulator.Start(Caller.Fast);
        using var caller = new Caller(simulator);
        var brief = Caller.BriefOf(WorkKind.Visuals, "01-02");
        var whole = Text(await caller.Post("converse", Caller.Converse(brief)));

        var again = await caller.Post("converse", Caller.Conversation(4000, ("user", brief), ("assistant", whole), ("user", "Faults: none. Give it again.")));

        Text(again).ShouldBe(whole);
        again["usage"]!["outputTokens"]!.GetValue<long>().ShouldBe(simulator.Draws.Of(WorkKind.Visuals, "01-02", 1).Output!.Value);
        simulator.Report().Of(Caller.Quota).Continued.ShouldBe(0);
    }

    static string Text(JsonNode answer) => answer["output"]!["message"]!["content"]![0]!["text"]!.GetValue<string>();
}
