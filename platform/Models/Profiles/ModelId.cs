namespace CourseGen.Models;

/// <summary>
/// A model's id on Bedrock's wire: <c>anthropic.claude-…</c>, with the geography of an inference profile before it
/// (<c>us.anthropic.claude-…</c>), or inside the ARN of either. The ARN of an application's own profile or of provisioned throughput tells
/// no model.
/// </summary>
public static class ModelId
{
    const string Global = "global.";
    static readonly string[] Geographies = [Global, "us-gov.", "us.", "eu.", "apac.", "jp.", "au."];
    static readonly string[] TellingResources = [":inference-profile/", ":foundation-model/"];

    public static string WithoutGeography(string id)
    {
        var name = NameIn(id);
        return Geographies.FirstOrDefault(geography => name.StartsWith(geography, StringComparison.Ordinal)) is { } geography ? name[geography.Length..] : name;
    }

    public static bool IsGlobal(string id) => NameIn(id).StartsWith(Global, StringComparison.Ordinal);

    static string NameIn(string id) =>
        id.StartsWith("arn:", StringComparison.Ordinal) && TellingResources.Any(id.Contains) ? id[(id.LastIndexOf('/') + 1)..] : id;
}
