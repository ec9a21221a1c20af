using System.Text.Json.Nodes;
using System.Net;
using System.Net.Http.Json;
using CourseGen.BedrockSim.Quota;
using CourseGen.BedrockSim.Testing;
using CourseGen.Contracts;

namespace CourseGen.BedrockSim.Report;

public sealed class ReportTests
{
    const string Sonnet = "anthropic.claude-sonnet-4-5";

    [Fact]
    public async Task A_call_beyond_the_quota_is_refused_with_sixty_three_bytes_and_counted()
    {
        await using var simulator = await Start(new() { TokensPerMinute = 10_000 });
        using var caller = new Caller(simulator);

        using var answer = await caller.Send("converse", Caller.Converse("Hello", maxTokens: 10_001));

        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        answer.Content.Headers.ContentLength.ShouldBe(63);
        (await answer.Content.ReadAsStringAsync()).ShouldBe("""{"message":"Too many tokens, please wait before trying again."}""");
        answer.Headers.GetValues("x-amzn-ErrorType").Single().ShouldBe("ThrottlingException:http://internal.amazon.com/coral/com.amazon.bedrock/");
        var report = simulator.Report().Of(Sonnet);
        (report.Calls, report.Throttles, report.Useful, report.First).ShouldBe((1, 1, 0, null));
    }

    [Theory]
    [InlineData("Too many requests, please wait before trying again.", 200_000L, 0, null)]
    [InlineData("Too many tokens per day, please wait before trying again.", 200_000L, null, 50L)]
    [InlineData("Too many tokens per day, please wait before trying again.", 0L, null, null)]
    public async Task Each_limit_refuses_in_its_own_words(string message, long tokensPerMinute, int? requestsPerMinute, long? tokensPerDay)
    {
        await using var simulator = await Start(new() { TokensPerMinute = tokensPerMinute, RequestsPerMinute = requestsPerMinute, TokensPerDay = tokensPerDay });
        using var caller = new Caller(simulator);

        using var answer = await caller.Send("converse", Caller.Converse("Hello", maxTokens: 100));

        (await answer.Content.ReadAsStringAsync()).ShouldContain(message);
        simulator.Report().Of(Sonnet).Throttles.ShouldBe(1);
    }

    [Fact]
    public async Task An_unset_max_tokens_reserves_the_models_limit()
    {
        await using var simulator = await Start(new() { TokensPerMinute = 64_000 });
        using var caller = new Caller(simulator);

        using var answer = await caller.Send("converse", Caller.Converse("Hello, this prompt has more than no tokens", maxTokens: null));

        answer.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Tokens_of_useful_calls_add_up()
    {
        await using var simulator = await Start(new() { TokensPerMinute = 1_000_000 });
        using var caller = new Caller(simulator);
        await caller.Post("converse", Caller.Converse(Caller.BriefOf(WorkKind.Lesson, "01-01"), 14_000));
        await caller.Post("invoke", new()
        {
            ["anthropic_version"] = "bedrock-2023-05-31",
            ["max_tokens"] = 4000,
            ["messages"] = new JsonArray(new JsonObject { ["role"] = "user", ["content"] = Caller.BriefOf(WorkKind.Visuals, "01-01") }),
        });

        var report = simulator.Report().Of(Sonnet);

        var output = simulator.Draws.Of(WorkKind.Lesson, "01-01").Output + simulator.Draws.Of(WorkKind.Visuals, "01-01").Output;
        (report.Useful, report.Input, report.MaxTokens, report.Output).ShouldBe((2, 12_000, 18_000, output!.Value));
        report.ReservedPerUsed.ShouldBe(30_000 / (12_000.0 + output.Value), 1e-9);
        report.Charged.ShouldBe(12_000 + (5 * output.Value), 0.1);
        report.Overshoot.ShouldBe(0);
        report.Utilisation.ShouldBeNull("the quota was never short");
        simulator.Report().Makespan.ShouldBeGreaterThan(simulator.Draws.Of(WorkKind.Lesson, "01-01").Duration!.Value);
    }

    [Fact]
    public async Task Calls_that_burn_more_than_comes_in_overshoot_though_every_one_fitted()
    {
        await using var simulator = await Start(new() { TokensPerMinute = 50_000, Burndown = 10 });
        using var caller = new Caller(simulator);

        await Task.WhenAll(Enumerable.Range(1, 3).Select(item => caller.Post("converse", Caller.Converse(Caller.BriefOf(WorkKind.Lesson, $"01-0{item}"), 12_000))));

        var report = simulator.Report().Of(Sonnet);
        report.Overshoot.ShouldBePositive();
        report.Utilisation!.Value.ShouldBePositive();
        report.Series.Count.ShouldBeGreaterThan(2);
        report.Series.Max(sample => sample.InFlight).ShouldBe(3 * 15_000);
        report.Series.ShouldBeInOrder(SortDirection.Ascending, Comparer<Sample>.Create((one, other) => one.At.CompareTo(other.At)));
    }

    [Fact]
    public async Task A_caller_that_hangs_up_pays_for_what_was_written()
    {
        await using var simulator = await BedrockSimulator.Start(new SimulatorOptions());
        using var caller = new Caller(simulator);
        using var patience = new CancellationTokenSource();

        var call = caller.Send("converse", Caller.Converse(Caller.BriefOf(WorkKind.Lesson, "01-01")), token: patience.Token);
        await Until(() => simulator.Report().Models is [{ MaxTokens: > 0 }]);
        await patience.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(call);
        await Until(() => simulator.Report().Models[0].Abandoned == 1);
        simulator.Report().Models[0].Output.ShouldBeLessThan(1000);
        simulator.Report().Models[0].Series[^1].InFlight.ShouldBe(0);
    }

    [Fact]
    public async Task A_reset_forgets_everything_and_may_change_what_is_simulated()
    {
        await using var simulator = await Start(new() { TokensPerMinute = 10_000 });
        using var caller = new Caller(simulator);
        await caller.Post("converse", Caller.Converse("Hello", maxTokens: 100));
        using var http = new HttpClient { BaseAddress = simulator.Endpoint };

        (await http.PostAsJsonAsync("_sim/reset", new { seed = 3, settlement = "end" })).EnsureSuccessStatusCode();

        var report = (await http.GetFromJsonAsync<SimulatorReport>("_sim/report"))!;
        (report.Seed, report.Settlement, report.Models.Count).ShouldBe((3, "end", 0));
        simulator.Options.Quotas[Sonnet].TokensPerMinute.ShouldBe(10_000);
    }

    [Fact]
    public async Task A_quota_can_be_changed_while_it_runs()
    {
        await using var simulator = await Start(new() { TokensPerMinute = 10_000 });
        using var caller = new Caller(simulator);
        using var http = new HttpClient { BaseAddress = simulator.Endpoint };
        await caller.Post("converse", Caller.Converse("Hello", maxTokens: 9000));

        (await http.PostAsJsonAsync("_sim/quota", new { model = Sonnet, tokensPerMinute = 500 })).EnsureSuccessStatusCode();

        (await caller.Send("converse", Caller.Converse("Hello", maxTokens: 501))).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        using var wrong = await http.PostAsJsonAsync("_sim/quota", new { model = Sonnet, tokensPerMinute = -1 });
        (await wrong.Content.ReadAsStringAsync()).ShouldBe($"--quota of {Sonnet}: expected 0 or more tokens per minute, not '-1'.");
    }

    static Task<BedrockSimulator> Start(SimulatedQuota quota) =>
        BedrockSimulator.Start(Caller.Fast with { Quotas = new Dictionary<string, SimulatedQuota> { [Sonnet] = quota } });

    static async Task Until(Func<bool> isSo)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!isSo())
            await Task.Delay(10, patience.Token);
    }
}
