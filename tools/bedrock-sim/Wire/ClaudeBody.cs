using System.Text.Json.Nodes;
using CourseGen.BedrockSim.Answers;
using Microsoft.Extensions.AI;

namespace CourseGen.BedrockSim.Wire;

/// <summary>The body of InvokeModel for Claude: Anthropic's Messages.</summary>
static class ClaudeBody
{
    const string Version = "bedrock-2023-05-31";

    public static Prompt Read(string model, JsonNode body)
    {
        if (body["anthropic_version"]?.GetValue<string>() is not Version)
            throw new BedrockException(BedrockErrors.Invalid($"anthropic_version: expected '{Version}'"));
        if (body["max_tokens"] is not { } maxTokens)
            throw new BedrockException(BedrockErrors.Invalid("max_tokens: Field required"));
        var messages = body["messages"] as JsonArray ?? [];
        if (messages.Count == 0 || messages[0]!["role"]!.GetValue<string>() != "user")
            throw new BedrockException(BedrockErrors.Invalid("messages: first message must use the \"user\" role"));
        var reader = new PromptReader();
        if (body["system"] is { } system)
            Add(reader, ChatRole.System, system);
        foreach (var message in messages)
            Add(reader, new ChatRole(message!["role"]!.GetValue<string>()), message["content"]!);
        return reader.Read(model, maxTokens.GetValue<int>());
    }

    /// <param name="content">A text, or blocks.</param>
    static void Add(PromptReader reader, ChatRole role, JsonNode content)
    {
        reader.Add(role);
        if (content is not JsonArray blocks)
        {
            reader.Add(content.GetValue<string>());
            return;
        }
        foreach (var block in blocks)
        {
            if (block!["text"] is { } text)
                reader.Add(text.GetValue<string>());
            if (block["cache_control"] is not null)
                reader.CachePoint();
        }
    }
}
