using CourseGen.Ppt.Packages;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Merging;

/// <summary>
/// Copies the parts of one deck into the merged package. Parts are copied byte for byte and keep their relationship ids, so no slide is
/// ever parsed; only names change. Media, and masters with their layouts and themes, are stored once however many decks bring them.
/// </summary>
sealed class PartCopier(SourceDeck deck, MergedPackage merged)
{
    readonly Dictionary<string, PackagePart> _copied = new(StringComparer.OrdinalIgnoreCase);
    readonly PartHashes _hashes = new(deck.Package);

    PackageReader Source => deck.Package;

    /// <summary>All slides are named first, because slides may link to one another.</summary>
    internal void CopySlides()
    {
        var slides = deck.Slides.Select(slide => (slide.Part, Copy: Declare(slide.Part, merged.NextName("ppt/slides/slide.xml")))).ToList();
        foreach (var (name, part) in slides)
            CopyRelationships(name, part);
        merged.Frame.Slides.AddRange(slides.Select(slide => slide.Copy));
    }

    PackagePart Declare(string name, string newName)
    {
        var part = merged.Package.Add(newName, Source.ContentTypeOf(name), stream => Source.CopyTo(name, stream));
        _copied.Add(name, part);
        return part;
    }

    void CopyRelationships(string name, PackagePart part)
    {
        foreach (var relationship in Source.RelationshipsOf(name).Where(relationship => !IsLeftOut(relationship)))
            part.Relationships.Add(relationship.External ? relationship : relationship with { Target = Copy(relationship).Name });
    }

    /// <summary>Review comments are about the deck they were made in, and the list of their authors stays there.</summary>
    static bool IsLeftOut(Relationship relationship) => relationship.Type is RelationshipTypes.Comments or RelationshipTypes.ModernComments;

    PackagePart Copy(Relationship relationship)
    {
        var name = relationship.Target;
        if (_copied.TryGetValue(name, out var copied))
            return copied;
        if (!Source.Has(name))
            throw Source.Damaged();
        return relationship.Type switch
        {
            RelationshipTypes.SlideLayout => CopyLayout(name),
            RelationshipTypes.SlideMaster => CopyMaster(name),
            RelationshipTypes.NotesMaster => CopyNotesMaster(name),
            _ when MediaTypes.IsMedia(Source.ContentTypeOf(name)) => CopyMedia(name),
            _ => CopyPart(name),
        };
    }

    PackagePart CopyPart(string name)
    {
        var part = Declare(name, merged.NextName(name));
        CopyRelationships(name, part);
        return part;
    }

    PackagePart CopyMedia(string name) => _copied[name] = merged.Media($"{_hashes.OfPart(name)} {Source.ContentTypeOf(name)}", () => merged.Package.Add(
        merged.NextName($"ppt/media/image{Path.GetExtension(name).ToLowerInvariant()}"), Source.ContentTypeOf(name), stream => Source.CopyTo(name, stream)));

    PackagePart CopyLayout(string name)
    {
        CopyMaster(Source.RelationshipsOf(name).FirstOrDefault(relationship => relationship.Type == RelationshipTypes.SlideMaster)?.Target ?? throw Source.Damaged());
        return _copied.TryGetValue(name, out var layout) ? layout : throw Source.Damaged();
    }

    /// <summary>A deck has one notes master: the first deck's.</summary>
    PackagePart CopyNotesMaster(string name) => _copied[name] = merged.Frame.NotesMaster ??= CopyPart(name);

    PackagePart CopyMaster(string name)
    {
        if (_copied.TryGetValue(name, out var copied))
            return copied;
        if (!Source.Has(name))
            throw Source.Damaged();
        var relationships = Source.RelationshipsOf(name);
        var master = merged.Master(_hashes.OfMaster(name), () => AddMaster(name, relationships));
        _copied[name] = master.Part;
        foreach (var relationship in relationships.Where(relationship => !relationship.External))
            _copied[relationship.Target] = master.ById[relationship.Id];
        return master.Part;
    }

    MergedMaster AddMaster(string name, IReadOnlyList<Relationship> relationships)
    {
        var xml = Source.ReadXml(name);
        var id = merged.Frame.NextMasterId();
        foreach (var layout in xml.Descendants(P + "sldLayoutId"))
            layout.SetAttributeValue("id", merged.Frame.NextMasterId());
        var part = merged.Package.Add(merged.NextName("ppt/slideMasters/slideMaster.xml"), PartTypes.SlideMaster, xml);
        _copied[name] = part;
        merged.Frame.Masters.Add((part, id));
        var byId = relationships.Where(relationship => !relationship.External).ToDictionary(relationship => relationship.Id,
            relationship => relationship.Type == RelationshipTypes.SlideLayout ? CopyPart(relationship.Target) : Copy(relationship));
        part.Relationships.AddRange(relationships.Select(relationship => relationship.External ? relationship : relationship with { Target = byId[relationship.Id].Name }));
        return new MergedMaster(part, byId);
    }
}
