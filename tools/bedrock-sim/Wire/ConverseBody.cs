using System.Text.Json.Nodes;
using CourseGen.BedrockSim.Answers;
using Microsoft.Extensions.AI;

namespace CourseGen.BedrockSim.Wire;

/// <summary>The body of Converse and ConverseStream.</summary>
static class ConverseBody
{
    public static Prompt Read(string model, JsonNode body)
    {
        var reader = new PromptReader();
        if (body["system"] is JsonArray { Count: > 0 } system)
            Add(reader, ChatRole.System, system);
        foreach (var message in Messages(body))
            Add(reader, RoleOf(message!), message!["content"]!.AsArray());
        return reader.Read(model, body["inferenceConfig"]?["maxTokens"]?.GetValue<int>());
    }

    static JsonArray Messages(JsonNode body)
    {
        var messages = body["messages"] as JsonArray ?? [];
        return messages.Count > 0 && RoleOf(messages[0]!) == ChatRole.User
            ? messages
            : throw new BedrockException(BedrockErrors.Invalid(
                "A conversation must start with a user message. Try again with a conversation that starts with a user message."));
    }

    static ChatRole RoleOf(JsonNode message) => message["role"]!.GetValue<string>() switch
    {
        "user" => ChatRole.User,
        "assistant" => ChatRole.Assistant,
        var role => throw new BedrockException(BedrockErrors.Invalid($"Value '{role}' at 'messages.member.role' failed to satisfy constraint: Member must satisfy enum value set: [user, assistant]")),
    };

    static void Add(PromptReader reader, ChatRole role, JsonArray blocks)
    {
        reader.Add(role);
        foreach (var block in blocks)
        {
            if (block!["text"] is { } text)
                reader.Add(text.GetValue<string>());
            else if (block["cachePoint"] is not null)
                reader.CachePoint();
        }
    }
}
