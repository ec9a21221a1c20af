namespace CourseGen.BedrockSim.Wire;

/// <summary>Models by their names on the wire: ids, inference profiles of a geography, ARNs of either.</summary>
static class ModelNames
{
    static readonly string[] Geographies = ["us-gov.", "us.", "eu.", "apac.", "jp.", "au.", "ca.", "global."];

    static readonly string[] Vendors = ["anthropic.", "amazon.", "stability.", "meta.", "mistral."];

    /// <summary>Past their end of life on Bedrock.</summary>
    static readonly string[] Ended = ["anthropic.claude-3-7-sonnet", "amazon.titan-image-generator-v2"];

    public static bool IsKnown(string model) =>
        Vendors.Any(WithoutGeography(model).StartsWith) && !Ended.Any(WithoutGeography(model).StartsWith);

    /// <summary>What the quota of a model goes by: the longest of the names that its id begins with, or its id.</summary>
    public static string QuotaOf(string model, IEnumerable<string> names)
    {
        var id = WithoutGeography(model);
        return names.Where(id.StartsWith).MaxBy(name => name.Length) ?? id;
    }

    public static string WithoutGeography(string model)
    {
        var id = model[(model.LastIndexOf('/') + 1)..];
        return Geographies.FirstOrDefault(id.StartsWith) is { } geography ? id[geography.Length..] : id;
    }
}
