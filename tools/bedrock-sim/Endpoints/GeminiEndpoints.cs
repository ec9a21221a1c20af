using System.Text.Json.Nodes;
using CourseGen.BedrockSim.Answers;
using CourseGen.BedrockSim.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace CourseGen.BedrockSim.Endpoints;

/// <summary>Gemini's generateContent for pictures.</summary>
/// <param name="simulation">The one that runs now.</param>
sealed class GeminiEndpoints(Func<Simulation> simulation, string apiKey)
{
    const string Models = "gemini-";
    const int Side = 1024;

    /// <summary>What a picture counts as (Google's price list).</summary>
    const int TokensPerPicture = 1290;

    public void Map(IEndpointRouteBuilder routes) => routes.MapPost("/v1beta/models/{model}:generateContent", Answer);

    async Task Answer(HttpContext context, string model)
    {
        try
        {
            var body = await JsonHttp.Body(context);
            var (status, value) = context.Request.Headers["x-goog-api-key"] != apiKey ? (400, Error(400, "API key not valid. Please pass a valid API key."))
                : !model.StartsWith(Models, StringComparison.Ordinal) ? (404, Error(404, $"models/{model} is not found for API version v1beta."))
                : (200, await Draw(model, WireJson.Read(body, TextOf), context.RequestAborted));
            await JsonHttp.Send(context, status, WireJson.Write(value));
        }
        catch (BedrockException failed)
        {
            await JsonHttp.Send(context, failed.Error.Status, WireJson.Write(Error(failed.Error.Status, MessageOf(failed.Error))));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The caller has gone: there is nobody to answer.
        }
    }

    async Task<JsonObject> Draw(string model, string text, CancellationToken token)
    {
        var pictures = await PictureCall.Take(simulation(), model, new PictureOrder(text, Side, Side, 1, Stability: false), token);
        var input = Prompt.TokensOf(text.Length);
        var candidate = new JsonObject { ["finishReason"] = pictures is null ? "IMAGE_SAFETY" : "STOP", ["index"] = 0 };
        if (pictures is not null)
            candidate["content"] = new JsonObject { ["parts"] = new JsonArray(PartOf(pictures[0])), ["role"] = "model" };
        return new JsonObject
        {
            ["candidates"] = new JsonArray(candidate),
            ["usageMetadata"] = new JsonObject
            {
                ["promptTokenCount"] = input,
                ["candidatesTokenCount"] = pictures is null ? 0 : TokensPerPicture,
                ["totalTokenCount"] = input + (pictures is null ? 0 : TokensPerPicture),
            },
            ["modelVersion"] = model,
        };
    }

    static JsonObject PartOf(byte[] picture) =>
        new() { ["inlineData"] = new JsonObject { ["mimeType"] = "image/png", ["data"] = Convert.ToBase64String(picture) } };

    static string TextOf(JsonNode body) =>
        string.Concat(body["contents"]!.AsArray().SelectMany(content => content!["parts"]!.AsArray()).Select(part => part!["text"]?.GetValue<string>()));

    static string MessageOf(BedrockError error) => error.Status switch
    {
        429 => "Resource has been exhausted (e.g. check quota).",
        503 => "The model is overloaded. Please try again later.",
        _ => error.Message,
    };

    static JsonObject Error(int code, string message) => new()
    {
        ["error"] = new JsonObject { ["code"] = code, ["message"] = message, ["status"] = StatusOf(code) },
    };

    static string StatusOf(int code) => code switch
    {
        400 => "INVALID_ARGUMENT",
        403 => "PERMISSION_DENIED",
        404 => "NOT_FOUND",
        429 => "RESOURCE_EXHAUSTED",
        503 => "UNAVAILABLE",
        _ => "INTERNAL",
    };
}
