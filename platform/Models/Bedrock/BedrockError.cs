using System.Text.Json;

namespace CourseGen.Models.Bedrock;

/// <summary>An error as Bedrock gives it.</summary>
/// <param name="Type"><c>ThrottlingException</c>; empty when whoever answered is no AWS service.</param>
/// <param name="Text">The server's words: they may quote what was sent.</param>
/// <param name="RequestId">For AWS's support.</param>
sealed record BedrockError(int Status, string Type, string Text, string? RequestId)
{
    const string RequestIdHeader = "x-amzn-RequestId";

    public static async Task<BedrockError> Read(HttpResponseMessage response, int maxBytes, CancellationToken token)
    {
        var (type, text) = ("", "");
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(token);
            var buffer = new byte[maxBytes];
            var read = await body.ReadAtLeastAsync(buffer, maxBytes, throwOnEndOfStream: false, token);
            using var json = JsonDocument.Parse(buffer.AsMemory(0, read));
            if (json.RootElement.ValueKind == JsonValueKind.Object)
                (type, text) = (Field(json.RootElement, "__type", "code"), Field(json.RootElement, "message", "Message"));
        }
        catch (Exception unreadable) when (unreadable is JsonException or HttpRequestException or IOException)
        {
            // The status says enough.
        }
        if (response.Headers.TryGetValues("x-amzn-ErrorType", out var named))
            type = named.First();
        return new((int)response.StatusCode, NameOf(type), text, RequestIdOf(response));
    }

    /// <summary>The status was 200 before it came; its own status is in the message, if anywhere.</summary>
    public static BedrockError MidStream(StreamMessage message)
    {
        try
        {
            using var json = JsonDocument.Parse(message.Payload);
            return new(200, NameOf(message.Name), Field(json.RootElement, "message", "Message"), RequestId: null);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return new(200, NameOf(message.Name), "", RequestId: null);
        }
    }

    public static string? RequestIdOf(HttpResponseMessage response) =>
        response.Headers.TryGetValues(RequestIdHeader, out var ids) && ids.First() is { Length: <= 64 } id ? id : null;

    /// <summary><c>ThrottlingException:http://internal.amazon.com/…</c> and <c>com.amazon.bedrock#ThrottlingException</c> are both the same.</summary>
    static string NameOf(string type)
    {
        var name = type.Split(':')[0].Split('#')[^1].Trim();
        return name.Length <= 80 && name.All(char.IsAsciiLetterOrDigit) ? name : "";
    }

    static string Field(JsonElement json, params string[] names) =>
        names.Select(name => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "").FirstOrDefault(text => text.Length > 0) ?? "";
}
