using System.Text.Json.Nodes;
using CourseGen.BedrockSim.Answers;

namespace CourseGen.BedrockSim.Wire;

/// <summary>What OpenAI's endpoints answer.</summary>
static class OpenAIAnswer
{
    public static object Completion(string model, ModelCall call) => new JsonObject
    {
        ["id"] = $"chatcmpl-{call.Answer.Item}-{call.Answer.Number}",
        ["object"] = "chat.completion",
        ["created"] = 0,
        ["model"] = model,
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = call.Answer.Text, ["refusal"] = null },
            ["finish_reason"] = FinishReason(call.Answer),
        }),
        ["usage"] = new JsonObject
        {
            ["prompt_tokens"] = call.Size.Input,
            ["completion_tokens"] = call.Size.Output,
            ["total_tokens"] = call.Size.Input + call.Size.Output,
        },
    };

    public static object Pictures(IReadOnlyList<byte[]> pictures) => new JsonObject
    {
        ["created"] = 0,
        ["data"] = new JsonArray([.. pictures.Select(picture => new JsonObject { ["b64_json"] = Convert.ToBase64String(picture) })]),
    };

    public static object Error(BedrockError error) => error switch
    {
        { Status: 429 } => Error("Rate limit reached on tokens per min (TPM). Please try again later.", "tokens", "rate_limit_exceeded"),
        _ when error == BedrockErrors.UnknownModel => Error("The model does not exist or you do not have access to it.", "invalid_request_error", "model_not_found"),
        _ when error == BedrockErrors.Filtered => Error("Your request was rejected by the safety system.", "image_generation_user_error", "moderation_blocked"),
        { Status: < 500 } => Error(error.Message, "invalid_request_error", null),
        _ => Error("The server is overloaded or not ready yet.", "server_error", null),
    };

    public static object Error(string message, string type, string? code) => new JsonObject
    {
        ["error"] = new JsonObject { ["message"] = message, ["type"] = type, ["param"] = null, ["code"] = code },
    };

    static string FinishReason(Answer answer) => answer.Stop switch
    {
        Answer.MaxTokens => "length",
        Answer.Refusal => "content_filter",
        _ => "stop",
    };
}
