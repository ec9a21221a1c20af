using CourseGen.Ppt.Packages;

namespace CourseGen.Ppt.Checks;

/// <summary>Whether the content types list exactly the parts that are there.</summary>
static class ContentTypeRules
{
    internal const string Part = "[Content_Types].xml";

    /// <summary>Listed by custom, whether a part needs them or not.</summary>
    static readonly string[] Customary = ["rels", "xml"];

    internal static void Check(PackageReader package, Findings findings)
    {
        var types = BoundedXml.Load(package, Part);
        var overrides = types.Elements().Where(type => type.Name.LocalName == "Override").Select(type => ((string?)type.Attribute("PartName") ?? "").TrimStart('/')).ToList();
        var defaults = types.Elements().Where(type => type.Name.LocalName == "Default").Select(type => (string?)type.Attribute("Extension") ?? "").ToList();
        foreach (var name in overrides.Where(name => !package.Has(name)))
            findings.Error(DeckRules.ContentType, name, null, $"The content types list {name}, which is not there; take it out of {Part}.");
        foreach (var name in overrides.Concat(defaults).GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(same => same.Skip(1).Any()).Select(same => same.Key))
            findings.Error(DeckRules.ContentType, name, null, $"The content types list {name} more than once; keep one.");
        CheckParts(package, overrides.ToHashSet(StringComparer.OrdinalIgnoreCase), defaults.ToHashSet(StringComparer.OrdinalIgnoreCase), findings);
    }

    static void CheckParts(PackageReader package, HashSet<string> overrides, HashSet<string> defaults, Findings findings)
    {
        var used = new HashSet<string>(Customary, StringComparer.OrdinalIgnoreCase);
        foreach (var name in package.Parts.Where(name => name != Part && !overrides.Contains(name)))
        {
            var extension = Path.GetExtension(name).TrimStart('.');
            used.Add(extension);
            if (!defaults.Contains(extension))
                findings.Error(DeckRules.ContentType, name, null, $"{name} has no content type; list it in {Part}.");
        }
        foreach (var extension in defaults.Where(extension => !used.Contains(extension)))
            findings.Warning(DeckRules.ContentType, null, null, $"The content types list the extension '{extension}', which no part has; take it out of {Part}.");
    }
}
