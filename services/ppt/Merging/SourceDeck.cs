using System.Xml.Linq;
using CourseGen.Ppt.Packages;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Merging;

/// <param name="Id">In its deck's list of slides.</param>
sealed record SourceSlide(string Part, string Id, string RelationshipId);

/// <param name="Slides">Their ids.</param>
sealed record SourceSection(string Name, string Id, IReadOnlyList<string> Slides);

/// <summary>A deck to merge, opened: its slides in order, their sections, and what is about it as a whole.</summary>
sealed class SourceDeck : IDisposable
{
    static readonly (long Width, long Height) DefaultSize = (9144000, 6858000);

    readonly Dictionary<string, string> _targets;

    internal PackageReader Package { get; }
    internal string MainPart { get; }
    internal XElement Root { get; }
    internal IReadOnlyList<Relationship> Relationships { get; }
    internal IReadOnlyList<SourceSlide> Slides { get; }
    internal IReadOnlyList<SourceSection> Sections { get; }
    internal (long Width, long Height) Size { get; }
    internal XElement? DefaultTextStyle => Root.Element(P + "defaultTextStyle");

    /// <param name="stream">Seekable; closed with the deck.</param>
    /// <exception cref="DeckRefusedException">Not a deck that can be merged.</exception>
    internal SourceDeck(string name, Stream stream)
    {
        Package = new PackageReader(name, stream);
        try
        {
            MainPart = PresentationPart.Of(Package);
            Root = Package.ReadXml(MainPart);
            Relationships = Package.RelationshipsOf(MainPart);
            _targets = Relationships.Where(relationship => !relationship.External).ToDictionary(relationship => relationship.Id, relationship => relationship.Target);
            Slides = [.. IdsIn("sldIdLst", "sldId").Select(id => new SourceSlide(id.Part, id.Id, id.RelationshipId)).DistinctBy(slide => slide.Part.ToUpperInvariant())];
            Sections = [.. Root.Descendants(P14 + "section").Select(SectionOf)];
            Size = SizeOf();
        }
        catch
        {
            Package.Dispose();
            throw;
        }
    }

    /// <summary>Slide masters, notes masters or handout masters, in the deck's order.</summary>
    internal IEnumerable<string> PartsIn(string list, string item) => IdsIn(list, item).Select(id => id.Part);

    /// <summary>The part that the relationship of the presentation leads to.</summary>
    internal string? TargetOf(string? relationshipId) => _targets.GetValueOrDefault(relationshipId ?? "") is { } part && Package.Has(part) ? part : null;

    /// <summary>The presentation's part of this type, when it has one.</summary>
    internal string? PartOf(string relationshipType) => Relationships.FirstOrDefault(relationship => relationship.Type == relationshipType && !relationship.External)?.Target is { } part && Package.Has(part) ? part : null;

    /// <summary>The package's part of this type, when it has one.</summary>
    internal string? PackagePartOf(string relationshipType) =>
        Package.RelationshipsOf("").FirstOrDefault(relationship => relationship.Type == relationshipType && !relationship.External)?.Target is { } part && Package.Has(part) ? part : null;

    public void Dispose() => Package.Dispose();

    IEnumerable<(string Part, string Id, string RelationshipId)> IdsIn(string list, string item)
    {
        foreach (var id in Root.Element(P + list)?.Elements(P + item) ?? [])
        {
            var relationship = (string?)id.Attribute(R + "id") ?? "";
            yield return (TargetOf(relationship) ?? throw Package.Damaged(_targets.GetValueOrDefault(relationship)), (string?)id.Attribute("id") ?? "", relationship);
        }
    }

    static SourceSection SectionOf(XElement section) => new((string?)section.Attribute("name") ?? "", (string?)section.Attribute("id") ?? "",
        [.. section.Descendants(P14 + "sldId").Select(slide => (string?)slide.Attribute("id") ?? "")]);

    (long Width, long Height) SizeOf()
    {
        if (Root.Element(P + "sldSz") is not { } size)
            return DefaultSize;
        return long.TryParse((string?)size.Attribute("cx"), out var width) && long.TryParse((string?)size.Attribute("cy"), out var height) && width > 0 && height > 0
            ? (width, height)
            : throw Package.Damaged(MainPart);
    }
}
