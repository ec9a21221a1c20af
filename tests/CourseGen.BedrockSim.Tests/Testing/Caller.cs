using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using CourseGen.Contracts;
using CourseGen.Models;

namespace CourseGen.BedrockSim.Testing;

/// <summary>Calls a simulator with its bearer token.</summary>
sealed class Caller : IDisposable
{
    public const string Model = "us.anthropic.claude-sonnet-4-5-20250929-v1:0";
    public const string Quota = "anthropic.claude-sonnet-4-5-20250929-v1:0";

    readonly HttpClient _http;

    public Caller(BedrockSimulator simulator)
    {
        _http = new HttpClient { BaseAddress = simulator.Endpoint };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", simulator.Options.BearerToken);
    }

    /// <summary>A model so fast that tests need not wait.</summary>
    public static SimulatorOptions Fast { get; } = new() { Compression = 1000 };

    public static string BriefOf(WorkKind kind, string item) => new Brief
    {
        Kind = kind,
        Item = item,
        Language = "en",
        CourseTitle = "Harbour Tides",
        ModuleNumber = 1,
        ModuleTitle = "Moon",
        LessonNumber = 1,
        LessonTitle = "Springs and neaps",
        Topics = ["Syzygy"],
        Visuals = [new BriefVisual("01-01-0001", "The moon and the sun in line")],
    }.ToPrompt();

    public static JsonObject Converse(string text, int? maxTokens = 12_000) => Conversation(maxTokens, ("user", text));

    public static JsonObject Conversation(int? maxTokens, params (string Role, string Text)[] messages)
    {
        var body = new JsonObject
        {
            ["messages"] = new JsonArray([.. messages.Select(message => new JsonObject
            {
                ["role"] = message.Role,
                ["content"] = new JsonArray(new JsonObject { ["text"] = message.Text }),
            })]),
        };
        if (maxTokens is not null)
            body["inferenceConfig"] = new JsonObject { ["maxTokens"] = maxTokens };
        return body;
    }

    public async Task<JsonNode> Post(string operation, JsonObject body, string model = Model)
    {
        using var answer = await Send(operation, body, model);
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue($"{(int)answer.StatusCode} {text}");
        return JsonNode.Parse(text)!;
    }

    public Task<HttpResponseMessage> Send(string operation, JsonObject body, string model = Model, CancellationToken token = default) =>
        _http.PostAsync($"model/{Uri.EscapeDataString(model)}/{operation}", new StringContent(body.ToJsonString()), token);

    public void Dispose() => _http.Dispose();
}
