using System.Text.Json.Nodes;
using CourseGen.BedrockSim.Answers;
using Microsoft.Extensions.AI;

namespace CourseGen.BedrockSim.Wire;

/// <summary>The bodies of OpenAI's chat completions and image generations.</summary>
static class OpenAIBody
{
    const string DefaultSize = "1024x1024";

    public static Prompt ReadChat(JsonNode body)
    {
        var reader = new PromptReader();
        foreach (var message in body["messages"]!.AsArray())
        {
            var role = message!["role"]!.GetValue<string>();
            reader.Add(role == "developer" ? ChatRole.System : new ChatRole(role));
            if (message["content"] is JsonArray parts)
                foreach (var part in parts)
                    reader.Add(part!["text"]?.GetValue<string>() ?? "");
            else
                reader.Add(message["content"]?.GetValue<string>() ?? "");
        }
        return reader.Read(body["model"]!.GetValue<string>(), (body["max_completion_tokens"] ?? body["max_tokens"])?.GetValue<int>());
    }

    public static (string Model, PictureOrder Order) ReadPicture(JsonNode body)
    {
        var size = body["size"]?.GetValue<string>() is { } named and not "auto" ? named : DefaultSize;
        var sides = size.Split('x').Select(int.Parse).ToList();
        return (body["model"]!.GetValue<string>(), new PictureOrder(body["prompt"]!.GetValue<string>(), sides[0], sides[1], body["n"]?.GetValue<int>() ?? 1, Stability: false));
    }
}
