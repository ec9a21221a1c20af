using System.Text.Json;
using Microsoft.Extensions.AI;

namespace CourseGen.Models.Bedrock;

/// <summary>Reads what Bedrock answers: the words of Converse (camel case) and those of Anthropic's Messages (snake case).</summary>
static class BedrockAnswer
{
    /// <exception cref="ModelUnavailableException">It is no answer.</exception>
    public static ChatResponse OfConverse(JsonElement answer, string model) =>
        Find(answer, "output", "message", "content") is { ValueKind: JsonValueKind.Array } content
            ? Response(content, StopReason(answer, "stopReason"), Find(answer, "usage") is { } usage ? UsageOfConverse(usage) : null, model)
            : throw NoAnswer(model);

    /// <exception cref="ModelUnavailableException">It is no answer.</exception>
    public static ChatResponse OfClaude(JsonElement answer, string model) =>
        Find(answer, "content") is { ValueKind: JsonValueKind.Array } content
            ? Response(content, StopReason(answer, "stop_reason"), Find(answer, "usage") is { } usage ? UsageOfClaude(usage) : null, model)
            : throw NoAnswer(model);

    public static UsageDetails UsageOfConverse(JsonElement usage) =>
        Usage(Count(usage, "inputTokens"), Count(usage, "outputTokens"), Count(usage, "cacheReadInputTokens"), Count(usage, "cacheWriteInputTokens"));

    /// <summary>Filtered and refused is the same to us; <c>model_context_window_exceeded</c> and the rest keep their names.</summary>
    public static ChatFinishReason? StopReason(JsonElement answer, string field) => Text(answer, field) switch
    {
        "end_turn" or "stop_sequence" => ChatFinishReason.Stop,
        "max_tokens" => ChatFinishReason.Length,
        "guardrail_intervened" or "content_filtered" or "refusal" => ChatFinishReason.ContentFilter,
        "tool_use" => ChatFinishReason.ToolCalls,
        { Length: > 0 } other => new ChatFinishReason(other),
        _ => null,
    };

    /// <returns>Null when the path is not there.</returns>
    public static JsonElement? Find(JsonElement json, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out json))
                return null;
        return json;
    }

    public static string? Text(JsonElement json, params ReadOnlySpan<string> path) =>
        Find(json, path) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    static UsageDetails UsageOfClaude(JsonElement usage) =>
        Usage(Count(usage, "input_tokens"), Count(usage, "output_tokens"), Count(usage, "cache_read_input_tokens"), Count(usage, "cache_creation_input_tokens"));

    /// <summary>Both leave what the cache took out of the input; here it is in, as <see cref="UsageDetails"/> has it.</summary>
    static UsageDetails Usage(long input, long output, long read, long written) => new()
    {
        InputTokenCount = input + read + written,
        OutputTokenCount = output,
        TotalTokenCount = input + read + written + output,
        CachedInputTokenCount = read,
        AdditionalCounts = new() { [TokenUsage.CacheWrite] = written },
    };

    static ChatResponse Response(JsonElement content, ChatFinishReason? stop, UsageDetails? usage, string model) =>
        new(new ChatMessage(ChatRole.Assistant, string.Concat(content.EnumerateArray().Select(block => Text(block, "text")))))
        {
            ModelId = model,
            FinishReason = stop,
            Usage = usage,
        };

    static long Count(JsonElement json, string field) =>
        Find(json, field) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var count) ? count : 0;

    static ModelUnavailableException NoAnswer(string model) => new($"What {model} answered has no content.");
}
