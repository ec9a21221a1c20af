using System.Text.Json.Nodes;

namespace CourseGen.BedrockSim.Wire;

/// <summary>What InvokeModel and its stream answer for Claude: Anthropic's Messages, and its events in chunks.</summary>
static class ClaudeAnswer
{
    public static JsonNode Whole(ModelCall call) => Message(call, new JsonArray(new JsonObject { ["type"] = "text", ["text"] = call.Answer.Text }),
        call.Answer.Stop, call.Size.Output);

    public static IEnumerable<JsonNode> Start(ModelCall call) =>
    [
        new JsonObject { ["type"] = "message_start", ["message"] = Message(call, [], null, 1) },
        new JsonObject { ["type"] = "content_block_start", ["index"] = 0, ["content_block"] = new JsonObject { ["type"] = "text", ["text"] = "" } },
    ];

    public static JsonNode Delta(string text) => new JsonObject
    {
        ["type"] = "content_block_delta",
        ["index"] = 0,
        ["delta"] = new JsonObject { ["type"] = "text_delta", ["text"] = text },
    };

    public static IEnumerable<JsonNode> End(ModelCall call) =>
    [
        new JsonObject { ["type"] = "content_block_stop", ["index"] = 0 },
        new JsonObject
        {
            ["type"] = "message_delta",
            ["delta"] = new JsonObject { ["stop_reason"] = call.Answer.Stop, ["stop_sequence"] = null },
            ["usage"] = new JsonObject { ["output_tokens"] = call.Size.Output },
        },
        new JsonObject
        {
            ["type"] = "message_stop",
            ["amazon-bedrock-invocationMetrics"] = new JsonObject
            {
                ["inputTokenCount"] = call.Size.Input,
                ["outputTokenCount"] = call.Size.Output,
                ["invocationLatency"] = call.Latency,
                ["firstByteLatency"] = call.FirstByteLatency,
                ["cacheReadInputTokenCount"] = call.Size.CacheRead,
                ["cacheWriteInputTokenCount"] = call.Size.CacheWrite,
            },
        },
    ];

    static JsonObject Message(ModelCall call, JsonArray content, string? stop, long output) => new()
    {
        ["id"] = $"msg_bdrk_{call.Answer.Item}_{call.Answer.Number}",
        ["type"] = "message",
        ["role"] = "assistant",
        ["model"] = "simulated",
        ["content"] = content,
        ["stop_reason"] = stop,
        ["stop_sequence"] = null,
        ["usage"] = new JsonObject
        {
            ["input_tokens"] = call.Size.Input,
            ["cache_creation_input_tokens"] = call.Size.CacheWrite,
            ["cache_read_input_tokens"] = call.Size.CacheRead,
            ["output_tokens"] = output,
        },
    };
}
