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

    public static string WithoutGeography(string id) => NameIn(id)[GeographyOf(id).Length..];

    /// <returns>With its dot: <c>us.</c>; empty when there is none.</returns>
    public static string GeographyOf(string id)
    {
        var name = NameIn(id);
        return Array.Find(Geographies, geography => name.StartsWith(geography, StringComparison.Ordinal)) ?? "";
    }

    public static bool IsGlobal(string id) => GeographyOf(id) == Global;

    static string NameIn(string id) =>
        id.StartsWith("arn:", StringComparison.Ordinal) && TellingResources.Any(id.Contains) ? id[(id.LastIndexOf('/') + 1)..] : id;
}
