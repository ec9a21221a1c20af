using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;

namespace CourseGen.Models.Bedrock;

/// <summary>What is asked of a model, in the form of Bedrock's Converse and in that of Anthropic's Messages.</summary>
/// <param name="System">The stable prefix: equal for all items of a course and stage.</param>
/// <param name="Turns">Alternating, as both want it.</param>
/// <param name="CachePrefix">A cache point is set after the system text.</param>
sealed record Conversation(IReadOnlyList<string> System, IReadOnlyList<Turn> Turns, ChatOptions? Options, bool CachePrefix)
{
    /// <summary>Of Messages, which wants a limit.</summary>
    const int DefaultMaxTokens = 4096;

    static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="cacheMinimum">Tokens from which the model caches a prefix; 0 for never. A shorter prefix would be ignored, so it is not marked.</param>
    public static Conversation Of(IEnumerable<ChatMessage> messages, ChatOptions? options, int cacheMinimum)
    {
        var (system, turns) = (new List<string>(), new List<Turn>());
        if (options?.Instructions is { Length: > 0 } instructions)
            system.Add(instructions);
        foreach (var message in messages.Where(message => !string.IsNullOrWhiteSpace(message.Text)))
        {
            if (message.Role == ChatRole.System)
                system.Add(message.Text);
            else if (turns.Count > 0 && turns[^1].Role == message.Role)
                turns[^1] = turns[^1] with { Texts = [.. turns[^1].Texts, message.Text] };
            else
                turns.Add(new(message.Role, [message.Text]));
        }
        return new(system, turns, options, cacheMinimum > 0 && system.Sum(TokenUsage.Estimate) >= cacheMinimum);
    }

    public byte[] ToConverse()
    {
        var request = Counted();
        request["inferenceConfig"] = Present(("maxTokens", Options?.MaxOutputTokens), ("temperature", Options?.Temperature), ("topP", Options?.TopP), ("stopSequences", Stops()));
        return Bytes(request);
    }

    /// <summary>For CountTokens.</summary>
    public byte[] ToCount() => Bytes(new() { ["input"] = new JsonObject { ["converse"] = Counted() } });

    /// <summary>Anthropic's Messages.</summary>
    public byte[] ToClaude()
    {
        var request = Present(
            ("anthropic_version", "bedrock-2023-05-31"), ("max_tokens", Options?.MaxOutputTokens ?? DefaultMaxTokens),
            ("temperature", Options?.Temperature), ("top_p", Options?.TopP), ("stop_sequences", Stops()));
        var system = System.Select(text => new JsonObject { ["type"] = "text", ["text"] = text }).ToList();
        if (CachePrefix)
            system[^1]["cache_control"] = new JsonObject { ["type"] = "ephemeral" };
        if (system.Count > 0)
            request["system"] = new JsonArray([.. system]);
        request["messages"] = Messages(text => new JsonObject { ["type"] = "text", ["text"] = text });
        return Bytes(request);
    }

    JsonObject Counted()
    {
        var system = System.Select(text => new JsonObject { ["text"] = text }).ToList();
        if (CachePrefix)
            system.Add(new() { ["cachePoint"] = new JsonObject { ["type"] = "default" } });
        return Present(
            ("messages", Messages(text => new JsonObject { ["text"] = text })),
            ("system", system.Count > 0 ? new JsonArray([.. system]) : null));
    }

    JsonArray Messages(Func<string, JsonNode> block) =>
        [.. Turns.Select(turn => new JsonObject { ["role"] = turn.Role.Value, ["content"] = new JsonArray([.. turn.Texts.Select(block)]) })];

    JsonArray? Stops() => Options?.StopSequences is { Count: > 0 } stops ? [.. stops.Select(stop => JsonValue.Create(stop))] : null;

    static JsonObject Present(params IEnumerable<(string Name, JsonNode? Value)> fields) =>
        new(fields.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Name, field.Value)));

    static byte[] Bytes(JsonObject request) => JsonSerializer.SerializeToUtf8Bytes(request, Json);
}

/// <param name="Role">User or assistant.</param>
sealed record Turn(ChatRole Role, IReadOnlyList<string> Texts);
