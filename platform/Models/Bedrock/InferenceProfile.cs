namespace CourseGen.Models.Bedrock;

/// <summary>An inference profile's id is a model's id behind its geography: <c>us.anthropic.claude-sonnet-4-5-20250929-v1:0</c>.</summary>
static class InferenceProfile
{
    static readonly string[] Geographies = ["us.", "eu.", "apac.", "jp.", "au.", "us-gov.", "global."];

    /// <returns>The id as it is where it names no geography.</returns>
    public static string ModelOf(string id) => Geographies.FirstOrDefault(geography => id.StartsWith(geography, StringComparison.Ordinal)) is { } named ? id[named.Length..] : id;
}
