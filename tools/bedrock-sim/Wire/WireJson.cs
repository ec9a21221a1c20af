using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace CourseGen.BedrockSim.Wire;

/// <summary>JSON as these APIs write it: camel case, nothing escaped that need not be.</summary>
static class WireJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(object value) => JsonSerializer.SerializeToUtf8Bytes(value, Options);

    /// <exception cref="BedrockException">The body is not what is expected.</exception>
    public static T Read<T>(byte[] body, Func<JsonNode, T> read)
    {
        try
        {
            return read(JsonNode.Parse(body) ?? throw new FormatException());
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException or InvalidOperationException or NullReferenceException)
        {
            throw new BedrockException(BedrockErrors.Invalid("Malformed input request, please reformat your input and try again."));
        }
    }
}
