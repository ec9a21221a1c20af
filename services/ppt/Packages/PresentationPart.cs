namespace CourseGen.Ppt.Packages;

/// <summary>The part of a package that makes it a deck.</summary>
static class PresentationPart
{
    static readonly HashSet<string> Types = [PartTypes.Presentation, PartTypes.SlideShow, PartTypes.Template];

    /// <exception cref="DeckRefusedException">The package is no deck, a Strict one, or holds macros.</exception>
    internal static string Of(PackageReader package)
    {
        var relationships = package.RelationshipsOf("");
        if (relationships.Any(relationship => relationship.Type.StartsWith("http://purl.oclc.org/ooxml/", StringComparison.Ordinal)))
            throw new DeckRefusedException(package.Name, "is a Strict Open XML presentation", "Save it as an ordinary .pptx file.");
        var main = relationships.FirstOrDefault(relationship => relationship.Type == RelationshipTypes.OfficeDocument)?.Target ?? throw package.NotADeck();
        var type = package.ContentTypeOf(main);
        if (type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase) || package.HoldsMacros)
            throw new DeckRefusedException(package.Name, "holds macros", "Save it as .pptx, which leaves them out.");
        return Types.Contains(type) && package.Has(main) ? main : throw package.NotADeck();
    }
}
