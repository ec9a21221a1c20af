using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CourseGen.Models.Gemini;

/// <summary>How the API is reached.</summary>
sealed record GeminiAccess(Uri Endpoint, string? Key, TimeSpan Timeout, TimeProvider Time);

/// <summary>Pictures by <c>generateContent</c>, one a call, 16:9.</summary>
sealed class GeminiPictureModel(HttpClient http, GeminiAccess access, string model, ProviderRefusal refusal) : IPictureModel
{
    /// <summary>Finish reasons that say that the model holds a picture back for what it shows.</summary>
    static readonly string[] Refusals =
        ["SAFETY", "IMAGE_SAFETY", "PROHIBITED_CONTENT", "IMAGE_PROHIBITED_CONTENT", "RECITATION", "IMAGE_RECITATION", "BLOCKLIST", "SPII"];

    public async Task<Picture> Draw(PictureRequest request, CancellationToken token)
    {
        using var timeout = new CancellationTokenSource(access.Timeout, access.Time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, token);
        try
        {
            using var response = await http.SendAsync(Message(request.Visual.EnhancedPrompt), end.Token);
            var body = await Json(response, end.Token);
            if (!response.IsSuccessStatusCode)
                throw Refused((int)response.StatusCode, body);
            return Read(body, $"picture {request.Visual.Id}");
        }
        catch (HttpRequestException broken)
        {
            throw refusal.OfConnection(broken);
        }
        catch (IOException broken)
        {
            throw refusal.CutOff(broken);
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested && !token.IsCancellationRequested)
        {
            throw refusal.TimedOut();
        }
    }

    HttpRequestMessage Message(string prompt) => new(HttpMethod.Post, Address())
    {
        Headers = { { "x-goog-api-key", ApiKey.Checked(access.Key, GeminiProvider.Name, GeminiProvider.KeySetting) } },
        Content = JsonContent.Create(new JsonObject
        {
            ["contents"] = new JsonArray(new JsonObject { ["role"] = "user", ["parts"] = new JsonArray(new JsonObject { ["text"] = prompt }) }),
            ["generationConfig"] = new JsonObject
            {
                ["responseModalities"] = new JsonArray("IMAGE"),
                ["imageConfig"] = new JsonObject { ["aspectRatio"] = "16:9" },
            },
        }),
    };

    Uri Address() => new($"{access.Endpoint.AbsoluteUri.TrimEnd('/')}/v1beta/models/{Uri.EscapeDataString(model)}:generateContent");

    /// <returns>Null when the body is no JSON.</returns>
    static async Task<JsonNode?> Json(HttpResponseMessage response, CancellationToken token)
    {
        try
        {
            return JsonNode.Parse(await response.Content.ReadAsByteArrayAsync(token));
        }
        catch (JsonException)
        {
            return null;
        }
    }

    WorkException Refused(int status, JsonNode? body)
    {
        var error = Field(body, "error");
        var reasons = (Field(error, "details") as JsonArray ?? []).Select(detail => Text(detail, "reason"));
        // A wrong key is an invalid argument to Google.
        return reasons.Contains("API_KEY_INVALID") ? refusal.BadKey(status, "API_KEY_INVALID") : refusal.OfStatus(status, Text(error, "status"));
    }

    Picture Read(JsonNode? answer, string name)
    {
        var candidate = (Field(answer, "candidates") as JsonArray)?.FirstOrDefault();
        var parts = Field(Field(candidate, "content"), "parts") as JsonArray ?? [];
        if (parts.Select(part => Field(part, "inlineData")).FirstOrDefault(data => data is not null) is { } image)
            return new Picture(Bytes(image, name), Text(image, "mimeType") ?? "image/png");
        throw Text(Field(answer, "promptFeedback"), "blockReason") is not null || Refusals.Contains(Text(candidate, "finishReason"))
            ? new ModelRefusedException(name)
            : new ModelUnavailableException($"{model} made no {name}.");
    }

    byte[] Bytes(JsonNode image, string name)
    {
        try
        {
            return Convert.FromBase64String(Text(image, "data") ?? "");
        }
        catch (FormatException broken)
        {
            throw new ModelUnavailableException($"What {model} answered for {name} is no picture.", broken);
        }
    }

    static JsonNode? Field(JsonNode? node, string name) => node is JsonObject json ? json[name] : null;

    static string? Text(JsonNode? node, string name) => Field(node, name) is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
