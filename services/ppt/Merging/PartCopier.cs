using System.IO.Compression;
using System.Xml.Linq;
using CourseGen.Ppt.Packages;

namespace CourseGen.Ppt.Merging;

/// <summary>
/// Copies the parts of one deck into the merged package. Parts are copied as they are packed and keep their relationship ids: only names
/// change, and no slide is parsed but those of decks that are scaled or have other default text. Media, and masters with their layouts
/// and themes, are stored once however many decks bring them.
/// </summary>
sealed class PartCopier(SourceDeck deck, MergedPackage merged, KeptLook look)
{
    readonly CopiedParts _copied = new();
    readonly Queue<(string Name, PackagePart Part, CopiedSlide? Slide)> _pending = new();
    readonly List<(PackagePart Part, Relationship Link)> _linksToSlides = [];
    readonly SlideCopies _slides = new(deck, merged, look);

    internal SourceDeck Deck => deck;
    internal KeptLook Look => look;
    PackageReader Source => deck.Package;

    internal void Rename(IEnumerable<SlideTitle> titles) => _slides.Rename(titles);

    /// <summary>All slides are named first, because slides may link to one another.</summary>
    internal void CopySlides(IReadOnlyList<SourceSlide> slides)
    {
        var copies = slides.Select(_slides.Declare).ToList();
        copies.ForEach(copy => Register(copy.Name, RelationshipTypes.Slide, copy.Part));
        foreach (var copy in copies)
        {
            _pending.Enqueue((copy.Name, copy.Part, copy));
            CopyPending();
        }
    }

    /// <summary>Links from masters and the like to slides, once all slides are there.</summary>
    internal void LinkToSlides()
    {
        foreach (var (part, link) in _linksToSlides)
            part.Relationships.Add(link with { Target = (_copied.Find(link.Target) ?? merged.Frame.Slides[0]).Name });
    }

    /// <summary>The part and all it needs.</summary>
    internal PackagePart CopyPart(string name, string relationshipType)
    {
        var part = CopyShared(name, relationshipType, slide: null);
        CopyPending();
        return part;
    }

    /// <summary>The part stands for the deck's own part of this name, for example a layout that is stored already.</summary>
    internal void Register(string name, string relationshipType, PackagePart part) => _copied.Register(name, relationshipType, part);

    /// <summary>Writes a part as it is packed, unless it must change.</summary>
    internal void Save(string name, string contentType, ZipWriter zip, string entry)
    {
        if (look.Changed(Source, name, contentType) is { } changed)
            zip.Write(entry, stream => PackageStream.WriteXml(stream, changed), CompressionLevel.Fastest);
        else
            Source.CopyTo(name, zip, entry);
    }

    internal PackagePart? Find(string name) => _copied.Find(name);

    /// <summary>Relationships of a master or layout, whose other ends are not there yet if they are slides.</summary>
    internal void CopyRelationships(PackagePart part, IEnumerable<Relationship> relationships)
    {
        foreach (var relationship in relationships)
            Copy(part, relationship, slide: null);
        CopyPending();
    }

    /// <summary>A deck has one notes master: the first deck's.</summary>
    internal PackagePart CopyNotesMaster(string name)
    {
        merged.Frame.NotesMaster ??= CopyPart(name, RelationshipTypes.NotesMaster);
        Register(name, RelationshipTypes.NotesMaster, merged.Frame.NotesMaster);
        return merged.Frame.NotesMaster;
    }

    void CopyPending()
    {
        while (_pending.TryDequeue(out var pending))
        {
            foreach (var relationship in pending.Slide is { } slide ? _slides.RelationshipsOf(pending.Name, pending.Part, slide) : Source.RelationshipsOf(pending.Name))
                Copy(pending.Part, relationship, pending.Slide);
        }
    }

    PackagePart Enqueue(string name, string relationshipType, CopiedSlide? slide, XElement? content = null)
    {
        if (!Source.Has(name) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase))
            throw Source.Damaged(name);
        var (newName, type) = (merged.NextName(name), PartTypes.Of(relationshipType) ?? Source.RequiredTypeOf(name));
        var part = content is null ? merged.Package.Add(newName, type, (zip, entry) => Save(name, type, zip, entry)) : merged.Package.Add(newName, type, content);
        Register(name, relationshipType, part);
        _pending.Enqueue((name, part, slide));
        return part;
    }

    void Copy(PackagePart part, Relationship relationship, CopiedSlide? slide)
    {
        if (slide is null && !relationship.External && (relationship.Type is RelationshipTypes.Slide or RelationshipTypes.Hyperlink))
            _linksToSlides.Add((part, relationship));
        else
            part.Relationships.Add(relationship.External ? relationship : relationship with { Target = TargetOf(relationship, slide) });
    }

    /// <summary>Notes and comments belong to one slide. A link to a slide that is not shown stays on its own.</summary>
    string TargetOf(Relationship relationship, CopiedSlide? slide)
    {
        var name = relationship.Target;
        if (string.Equals(name, deck.MainPart, StringComparison.OrdinalIgnoreCase))
            throw Source.Damaged(name);
        return (relationship.Type switch
        {
            RelationshipTypes.Slide or RelationshipTypes.Hyperlink when slide is not null => _copied.Find(name) ?? slide.Part,
            RelationshipTypes.NotesSlide => Enqueue(name, relationship.Type, slide),
            RelationshipTypes.Comments => Enqueue(name, relationship.Type, slide, merged.Comments.Copy(deck, name)),
            RelationshipTypes.ModernComments => Enqueue(name, relationship.Type, slide, merged.ModernComments.Copy(deck, name, _slides.NewIds)),
            RelationshipTypes.SlideLayout => Layout(name),
            RelationshipTypes.SlideMaster => merged.Masters.Add(this, name),
            RelationshipTypes.NotesMaster => CopyNotesMaster(name),
            _ => CopyShared(name, relationship.Type, slide),
        }).Name;
    }

    PackagePart CopyShared(string name, string relationshipType, CopiedSlide? slide)
    {
        if (_copied.Find(name) is not { } copied)
            return IsMedia(name) ? CopyMedia(name) : Enqueue(name, relationshipType, slide);
        return _copied.IsOf(name, relationshipType) ? copied : throw Source.Damaged(name);
    }

    bool IsMedia(string name) => Source.Has(name) && MediaTypes.IsMedia(Source.ContentTypeOf(name)) && !Source.Has(PartNames.RelationshipsOf(name));

    PackagePart CopyMedia(string name) => _copied.Register(name, null, merged.Media.Store(Source, name, () => merged.Package.Add(
        merged.NextName(MediaTypes.NameOf(name, Source.ContentTypeOf(name))), Source.RequiredTypeOf(name), (zip, entry) => Source.CopyTo(name, zip, entry))));

    PackagePart Layout(string name)
    {
        if (Find(name) is null)
            merged.Masters.Add(this, Source.RelationshipsOf(name).FirstOrDefault(relationship => relationship.Type == RelationshipTypes.SlideMaster)?.Target ?? throw Source.Damaged(name));
        return Find(name) ?? throw Source.Damaged(name);
    }
}
