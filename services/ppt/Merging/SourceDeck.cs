using System.Xml.Linq;
using CourseGen.Ppt.Packages;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Merging;

/// <summary>A deck to merge, opened: its slides in order, their sections, and what is about it as a whole.</summary>
sealed class SourceDeck : IDisposable
{
    static readonly HashSet<string> MainTypes = [PartTypes.Presentation, PartTypes.SlideShow, PartTypes.Template];

    internal PackageReader Package { get; }
    /// <summary>Part names, and the name of the section each is in (null where the deck has none).</summary>
    internal IReadOnlyList<(string Part, string? Section)> Slides { get; }
    internal (long Width, long Height) Size { get; }
    internal XElement? DefaultTextStyle { get; }
    internal IReadOnlyList<XElement> TableStyles { get; }
    internal string? Title { get; }

    /// <param name="stream">Seekable; closed with the deck.</param>
    /// <exception cref="DeckRefusedException">Not a deck that can be merged.</exception>
    internal SourceDeck(string name, Stream stream)
    {
        Package = new PackageReader(name, stream);
        try
        {
            var main = MainPart();
            var root = Package.ReadXml(main);
            var relationships = Package.RelationshipsOf(main);
            Slides = SlidesOf(root, relationships);
            Size = SizeOf(root);
            DefaultTextStyle = root.Element(P + "defaultTextStyle");
            TableStyles = TableStylesOf(relationships);
            Title = TitleOf();
        }
        catch
        {
            Package.Dispose();
            throw;
        }
    }

    public void Dispose() => Package.Dispose();

    string MainPart()
    {
        var relationships = Package.RelationshipsOf("");
        if (relationships.Any(relationship => relationship.Type.StartsWith("http://purl.oclc.org/ooxml/", StringComparison.Ordinal)))
            throw new DeckRefusedException(Package.Name, "is a Strict Open XML presentation", "Save it as an ordinary .pptx file.");
        var main = relationships.FirstOrDefault(relationship => relationship.Type == RelationshipTypes.OfficeDocument)?.Target ?? throw Package.NotADeck();
        var type = Package.ContentTypeOf(main);
        if (type.Contains("macroEnabled", StringComparison.OrdinalIgnoreCase))
            throw new DeckRefusedException(Package.Name, "holds macros", "Save it as .pptx, which leaves them out.");
        return MainTypes.Contains(type) && Package.Has(main) ? main : throw Package.NotADeck();
    }

    List<(string Part, string? Section)> SlidesOf(XElement root, IReadOnlyList<Relationship> relationships)
    {
        var sections = root.Descendants(P14 + "section")
            .SelectMany(section => section.Descendants(P14 + "sldId").Select(slide => (Id: (string?)slide.Attribute("id") ?? "", Name: (string?)section.Attribute("name"))))
            .ToLookup(slide => slide.Id, slide => slide.Name);
        var targets = relationships.ToLookup(relationship => relationship.Id, relationship => relationship.Target);
        var ids = root.Element(P + "sldIdLst")?.Elements(P + "sldId") ?? [];
        var slides = ids.Select(id => (
            Part: targets[(string?)id.Attribute(R + "id") ?? ""].FirstOrDefault() ?? "",
            Section: sections[(string?)id.Attribute("id") ?? ""].FirstOrDefault())).DistinctBy(slide => slide.Part).ToList();
        return slides.TrueForAll(slide => Package.Has(slide.Part)) ? slides : throw Package.Damaged();
    }

    (long Width, long Height) SizeOf(XElement root)
    {
        var size = root.Element(P + "sldSz");
        return long.TryParse((string?)size?.Attribute("cx"), out var width) && long.TryParse((string?)size?.Attribute("cy"), out var height)
            ? (width, height)
            : throw Package.Damaged();
    }

    List<XElement> TableStylesOf(IReadOnlyList<Relationship> relationships) =>
        relationships.FirstOrDefault(relationship => relationship.Type == RelationshipTypes.TableStyles) is { } styles && Package.Has(styles.Target)
            ? [.. Package.ReadXml(styles.Target).Elements(A + "tblStyle")]
            : [];

    string? TitleOf() =>
        Package.RelationshipsOf("").FirstOrDefault(relationship => relationship.Type == RelationshipTypes.CoreProperties)?.Target is { } core && Package.Has(core)
            ? Package.ReadXml(core).Elements().FirstOrDefault(element => element.Name.LocalName == "title")?.Value
            : null;
}
