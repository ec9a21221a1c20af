namespace CourseGen.Ppt.Checks;

/// <summary>The rules' ids, as findings name them.</summary>
public static class DeckRules
{
    public const string Relationship = "relationship";
    public const string UnreachablePart = "unreachable-part";
    public const string ContentType = "content-type";
    public const string Id = "id";
    public const string Master = "master";
    public const string Media = "media";
    public const string EmptyPlaceholder = "empty-placeholder";
    public const string Title = "title";
    public const string ReadingOrder = "reading-order";
    public const string AltText = "alt-text";
    public const string Contrast = "contrast";
    public const string TextSize = "text-size";
    public const string Autofit = "autofit";
    public const string Overflow = "overflow";
    public const string OffSlide = "off-slide";
    public const string Overlap = "overlap";
    public const string Diagram = "diagram";
    public const string TableHeader = "table-header";
    public const string Language = "language";
    public const string Notes = "notes";
    public const string Section = "section";
    /// <summary>The customer's template has no place for something; only in a course's <c>quality.json</c>.</summary>
    public const string Template = "template";
    /// <summary>The file cannot be checked at all.</summary>
    public const string Refused = "refused";
    /// <summary>Not a fault of its own: there are more findings than are listed.</summary>
    public const string More = "more";
}
