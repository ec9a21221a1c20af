using System.Text.Json;

namespace CourseGen.ContentGen.Answers;

/// <summary>JSON in a model's answer: the outermost object, whatever stands around it; comments and trailing commas are forgiven.</summary>
static class AnswerJson
{
    static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        AllowTrailingCommas = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowReadingFromString,
    };

    /// <returns>The object, or null and what is wrong with it.</returns>
    public static T? Read<T>(string answer, out string fault)
        where T : class
    {
        var (start, end) = (answer.IndexOf('{'), answer.LastIndexOf('}'));
        if (start < 0 || end < start)
        {
            fault = "the answer holds no JSON object";
            return null;
        }
        try
        {
            fault = "";
            return JsonSerializer.Deserialize<T>(answer.AsSpan(start, end - start + 1), Options);
        }
        catch (JsonException unreadable)
        {
            fault = $"the JSON cannot be read at {unreadable.Path ?? "$"}, line {unreadable.LineNumber + 1}, position {unreadable.BytePositionInLine + 1}";
            return null;
        }
    }
}
