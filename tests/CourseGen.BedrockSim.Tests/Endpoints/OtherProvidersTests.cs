using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using CourseGen.BedrockSim.Faults;
using CourseGen.BedrockSim.Quota;
using CourseGen.BedrockSim.Testing;
using CourseGen.Contracts;

namespace CourseGen.BedrockSim.Endpoints;

/// <summary>The OpenAI and Gemini calls.</summary>
public sealed class OtherProvidersTests : IAsyncLifetime
{
    BedrockSimulator _simulator = null!;
    HttpClient _http = null!;

    public async Task InitializeAsync()
    {
        _simulator = await BedrockSimulator.Start(Caller.Fast with { Quotas = new Dictionary<string, SimulatedQuota> { ["gpt-small"] = new() { TokensPerMinute = 10 } } });
        _http = new HttpClient { BaseAddress = _simulator.Endpoint };
        _http.DefaultRequestHeaders.Add("Authorization", $"Bearer {_simulator.Options.ApiKey}");
        _http.DefaultRequestHeaders.Add("x-goog-api-key", _simulator.Options.ApiKey);
    }

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await _simulator.DisposeAsync();
    }

    [Fact]
    public async Task A_chat_is_completed_with_the_tokens_drawn()
    {
        var (_, answer) = await Post("v1/chat/completions", Chat("gpt-5", Caller.BriefOf(WorkKind.Lesson, "01-01"), 64_000));

        answer["choices"]![0]!["finish_reason"]!.ToString().ShouldBe("stop");
        answer["choices"]![0]!["message"]!["content"]!.ToString().ShouldStartWith("# 1.1: Springs and neaps");
        (answer["usage"]!["prompt_tokens"]!.GetValue<long>(), answer["usage"]!["completion_tokens"]!.GetValue<long>())
            .ShouldBe((3000, _simulator.Draws.Of(WorkKind.Lesson, "01-01").Output!.Value));
    }

    [Fact]
    public async Task A_limited_chat_stops_by_its_length()
    {
        var (_, answer) = await Post("v1/chat/completions", Chat("gpt-5", Caller.BriefOf(WorkKind.Lesson, "01-01"), 1000));

        answer["choices"]![0]!["finish_reason"]!.ToString().ShouldBe("length");
    }

    [Fact]
    public async Task Beyond_its_quota_OpenAI_says_rate_limit_exceeded() =>
        (await Post("v1/chat/completions", Chat("gpt-small", "Hello", 100))).ShouldSatisfyAllConditions(
            told => told.Status.ShouldBe(HttpStatusCode.TooManyRequests), told => told.Answer["error"]!["code"]!.ToString().ShouldBe("rate_limit_exceeded"));

    [Fact]
    public async Task OpenAI_draws()
    {
        var (_, answer) = await Post("v1/images/generations", new() { ["model"] = "gpt-image-1", ["prompt"] = "A tide", ["size"] = "512x256" });

        Convert.FromBase64String(answer["data"]![0]!["b64_json"]!.ToString())[1..4].ShouldBe("PNG"u8.ToArray());
        _simulator.Report().Of("gpt-image-1").Pictures.ShouldBe(1);
    }

    [Fact]
    public async Task Gemini_draws()
    {
        var (_, answer) = await Post("v1beta/models/gemini-2.5-flash-image:generateContent", Contents());

        var candidate = answer["candidates"]![0]!;
        candidate["finishReason"]!.ToString().ShouldBe("STOP");
        candidate["content"]!["parts"]![0]!["inlineData"]!["mimeType"]!.ToString().ShouldBe("image/png");
        answer["usageMetadata"]!["candidatesTokenCount"]!.GetValue<int>().ShouldBe(1290);
    }

    [Fact]
    public async Task A_picture_refused_has_a_form_of_its_own_with_each_provider()
    {
        _simulator.Reset(_simulator.Options with { Faults = new FaultRates { Refuse = 1 } });
        using var caller = new Caller(_simulator);
        var nova = new JsonObject { ["taskType"] = "TEXT_IMAGE", ["textToImageParams"] = new JsonObject { ["text"] = "A tide" } };

        (await Post("v1beta/models/gemini-2.5-flash-image:generateContent", Contents())).Answer["candidates"]![0]!["finishReason"]!.ToString().ShouldBe("IMAGE_SAFETY");
        (await Post("v1/images/generations", new() { ["model"] = "gpt-image-1", ["prompt"] = "A tide" })).Answer["error"]!["code"]!.ToString().ShouldBe("moderation_blocked");
        (await caller.Post("invoke", new() { ["prompt"] = "A tide" }, "stability.sd3-5-large-v1:0")).ToJsonString().ShouldBe("""{"finish_reasons":["Filter reason: prompt"]}""");
        (await caller.Send("invoke", nova, "amazon.nova-canvas-v1:0")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Another_key_is_refused()
    {
        _http.DefaultRequestHeaders.Clear();

        (await Post("v1/chat/completions", Chat("gpt-5", "Hello", 100))).Status.ShouldBe(HttpStatusCode.Unauthorized);
        (await Post("v1beta/models/gemini-2.5-flash-image:generateContent", Contents())).Answer["error"]!["status"]!.ToString().ShouldBe("INVALID_ARGUMENT");
    }

    [Fact]
    public async Task An_unknown_model_is_not_found()
    {
        (await Post("v1/chat/completions", Chat("claude", "Hello", 100))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await Post("v1beta/models/imagine:generateContent", Contents())).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    async Task<(HttpStatusCode Status, JsonNode Answer)> Post(string path, JsonObject body)
    {
        using var answer = await _http.PostAsJsonAsync(path, body);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }

    static JsonObject Chat(string model, string text, int maxTokens) => new()
    {
        ["model"] = model,
        ["max_completion_tokens"] = maxTokens,
        ["messages"] = new JsonArray(new JsonObject { ["role"] = "user", ["content"] = text }),
    };

    static JsonObject Contents() => new()
    {
        ["contents"] = new JsonArray(new JsonObject { ["parts"] = new JsonArray(new JsonObject { ["text"] = "A tide" }) }),
    };
}
