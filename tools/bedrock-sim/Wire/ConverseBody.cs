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
            Add(reader, ChatRole.System, system, "system");
        foreach (var (index, message) in Messages(body).Index())
            Add(reader, RoleOf(message!), message!["content"]!.AsArray(), $"messages.{index}.content");
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
        var role => throw new BedrockException(BedrockErrors.Invalid(
            $"Value '{role}' at 'messages.member.role' failed to satisfy constraint: Member must satisfy enum value set: [user, assistant]")),
    };

    /// <param name="place">As errors name it.</param>
    static void Add(PromptReader reader, ChatRole role, JsonArray blocks, string place)
    {
        reader.Add(role);
        foreach (var (index, block) in blocks.Index())
        {
            if (block!["text"] is { } text)
                reader.Add(NotBlank(text.GetValue<string>(), $"{place}.{index}"));
            else if (block["cachePoint"] is not null)
                reader.CachePoint();
        }
    }

    static string NotBlank(string text, string place) => !string.IsNullOrWhiteSpace(text)
        ? text
        : throw new BedrockException(BedrockErrors.Invalid(
            $"The text field in the ContentBlock object at {place} is blank. Add text to the text field, and try again."));
}
