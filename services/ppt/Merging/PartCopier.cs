using System.Xml.Linq;
using CourseGen.Ppt.Packages;

namespace CourseGen.Ppt.Merging;

/// <summary>
/// Copies the parts of one deck into the merged package. Parts are copied as they are packed and keep their relationship ids, so no
/// slide is ever parsed; only names change. Media, and masters with their layouts and themes, are stored once however many decks bring them.
/// </summary>
sealed class PartCopier(SourceDeck deck, MergedPackage merged)
{
    readonly Dictionary<string, PackagePart> _copied = new(StringComparer.OrdinalIgnoreCase);
    readonly Queue<(string Name, PackagePart Part, CopiedSlide? Slide)> _pending = new();
    readonly List<(PackagePart Part, Relationship Link)> _linksToSlides = [];
    readonly SlideEdits _edits = new(deck, merged);

    internal SourceDeck Deck => deck;
    PackageReader Source => deck.Package;

    /// <summary>All slides are named first, because slides may link to one another.</summary>
    internal void CopySlides(IReadOnlyList<SourceSlide> slides)
    {
        var copies = slides.Select(slide => new CopiedSlide(slide.Part, Declare(slide))).ToList();
        foreach (var copy in copies)
        {
            _pending.Enqueue((copy.Name, copy.Part, copy));
            CopyPending();
        }
        foreach (var (part, link) in _linksToSlides)
            part.Relationships.Add(link with { Target = _copied.GetValueOrDefault(link.Target)?.Name ?? merged.Frame.Slides[0].Name });
    }

    /// <summary>The part and all it needs.</summary>
    internal PackagePart CopyPart(string name)
    {
        var part = CopyShared(name, slide: null);
        CopyPending();
        return part;
    }

    /// <summary>The part stands for the deck's own part of this name, for example a layout that is stored already.</summary>
    internal void Register(string name, PackagePart part) => _copied[name] = part;

    internal PackagePart? Find(string name) => _copied.GetValueOrDefault(name);

    /// <summary>Relationships of a master or layout, whose other ends are not there yet if they are slides.</summary>
    internal void CopyRelationships(PackagePart part, IEnumerable<Relationship> relationships)
    {
        foreach (var relationship in relationships)
        {
            if (relationship.Type == RelationshipTypes.Slide && !relationship.External)
                _linksToSlides.Add((part, relationship));
            else
                part.Relationships.Add(Copy(relationship, slide: null));
        }
        CopyPending();
    }

    /// <summary>A deck has one notes master: the first deck's.</summary>
    internal PackagePart CopyNotesMaster(string name)
    {
        merged.Frame.NotesMaster ??= CopyPart(name);
        return _copied[name] = merged.Frame.NotesMaster;
    }

    void CopyPending()
    {
        while (_pending.TryDequeue(out var pending))
        {
            var relationships = Source.RelationshipsOf(pending.Name);
            if (pending.Slide is { } slide && pending.Part == slide.Part)
                CheckSlide(slide, relationships);
            else if (pending.Slide is { } owner && pending.Part.ContentType == PartTypes.NotesSlide && !relationships.Any(relationship => IsSlide(relationship, owner.Name)))
                relationships = [.. relationships.Select(relationship => relationship.Type == RelationshipTypes.Slide ? relationship with { Target = owner.Name } : relationship)];
            foreach (var relationship in relationships)
                pending.Part.Relationships.Add(Copy(relationship, pending.Slide));
        }
    }

    void CheckSlide(CopiedSlide slide, IReadOnlyList<Relationship> relationships)
    {
        if (!relationships.Any(relationship => relationship.Type == RelationshipTypes.SlideLayout && !relationship.External))
            throw Source.Damaged(slide.Name);
        if (relationships.Any(relationship => relationship.Type == RelationshipTypes.Slide))
            _edits.LinkToSlides.Add(slide.Name);
    }

    static bool IsSlide(Relationship relationship, string name) => relationship.Type == RelationshipTypes.Slide && string.Equals(relationship.Target, name, StringComparison.OrdinalIgnoreCase);

    PackagePart Declare(SourceSlide slide)
    {
        var part = merged.Package.Add(merged.NextName("ppt/slides/slide.xml"), PartTypes.Slide, (zip, entry) => _edits.Save(slide.Part, zip, entry));
        _edits.SlideIds.TryAdd(slide.Id, (PresentationFrame.FirstSlideId + (uint)merged.Frame.Slides.Count).ToString());
        merged.Frame.Slides.Add(part);
        return _copied[slide.Part] = part;
    }

    PackagePart Enqueue(string name, CopiedSlide? slide, XElement? content = null)
    {
        if (!Source.Has(name) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
            throw Source.Damaged(name);
        var (newName, type) = (merged.NextName(name), Source.ContentTypeOf(name));
        var part = content is null ? merged.Package.Add(newName, type, (zip, entry) => Source.CopyTo(name, zip, entry)) : merged.Package.Add(newName, type, content);
        _copied[name] = part;
        _pending.Enqueue((name, part, slide));
        return part;
    }

    Relationship Copy(Relationship relationship, CopiedSlide? slide) =>
        relationship.External ? relationship : relationship with { Target = TargetOf(relationship, slide) };

    /// <summary>Notes and comments belong to one slide. A link to a slide that is not shown stays on its own.</summary>
    string TargetOf(Relationship relationship, CopiedSlide? slide)
    {
        var name = relationship.Target;
        if (string.Equals(name, deck.MainPart, StringComparison.OrdinalIgnoreCase))
            return PresentationFrame.PartName;
        return (relationship.Type switch
        {
            RelationshipTypes.Slide => _copied.GetValueOrDefault(name) ?? slide?.Part ?? merged.Frame.Slides[0],
            RelationshipTypes.NotesSlide => Enqueue(name, slide),
            RelationshipTypes.Comments => Enqueue(name, slide, merged.Comments.Copy(deck, name)),
            RelationshipTypes.ModernComments => Enqueue(name, slide, merged.ModernComments.Copy(deck, name, _edits.SlideIds)),
            RelationshipTypes.SlideLayout => Layout(name),
            RelationshipTypes.SlideMaster => merged.Masters.Add(this, name),
            RelationshipTypes.NotesMaster => CopyNotesMaster(name),
            _ => CopyShared(name, slide),
        }).Name;
    }

    PackagePart CopyShared(string name, CopiedSlide? slide) =>
        _copied.GetValueOrDefault(name) ?? (IsMedia(name) ? CopyMedia(name) : Enqueue(name, slide));

    bool IsMedia(string name) => MediaTypes.IsMedia(Source.ContentTypeOf(name)) && Source.Has(name) && !Source.Has(PartNames.RelationshipsOf(name));

    PackagePart CopyMedia(string name) => _copied[name] = merged.Media.Store(Source, name, () => merged.Package.Add(
        merged.NextName(MediaTypes.NameOf(name, Source.ContentTypeOf(name))), Source.ContentTypeOf(name), (zip, entry) => Source.CopyTo(name, zip, entry)));

    PackagePart Layout(string name)
    {
        if (Find(name) is null)
            merged.Masters.Add(this, Source.RelationshipsOf(name).FirstOrDefault(relationship => relationship.Type == RelationshipTypes.SlideMaster)?.Target ?? throw Source.Damaged(name));
        return Find(name) ?? throw Source.Damaged(name);
    }
}

/// <param name="Name">In its own deck.</param>
sealed record CopiedSlide(string Name, PackagePart Part);
