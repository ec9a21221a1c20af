using CourseGen.Ppt.Packages;

namespace CourseGen.Ppt.Merging;

/// <param name="Name">In its own deck.</param>
sealed record CopiedSlide(string Name, PackagePart Part);

/// <summary>The slides of one deck in the merged package: their names and ids there, and the relationships that they and their notes keep.</summary>
sealed class SlideCopies(SourceDeck deck, MergedPackage merged, KeptLook look)
{
    readonly SlideEdits _edits = new(deck, merged, look);

    /// <summary>New ids of the deck's slides by their old ones.</summary>
    internal IReadOnlyDictionary<string, string> NewIds => _edits.SlideIds;

    internal void Rename(IEnumerable<SlideTitle> titles)
    {
        foreach (var title in titles.Where(title => title.Slide < deck.Slides.Count))
            _edits.Titles[deck.Slides[title.Slide].Part] = title;
    }

    internal CopiedSlide Declare(SourceSlide slide)
    {
        var part = merged.Package.Add(merged.NextName("ppt/slides/slide.xml"), PartTypes.Slide, (zip, entry) => _edits.Save(slide.Part, zip, entry));
        _edits.SlideIds.TryAdd(slide.Id, (PresentationFrame.FirstSlideId + (uint)merged.Frame.Slides.Count).ToString());
        merged.Frame.Slides.Add(part);
        return new CopiedSlide(slide.Part, part);
    }

    /// <param name="name">The slide, or a part that belongs to it.</param>
    /// <param name="part">Its copy.</param>
    internal IReadOnlyList<Relationship> RelationshipsOf(string name, PackagePart part, CopiedSlide slide)
    {
        var relationships = deck.Package.RelationshipsOf(name);
        if (part == slide.Part)
            Check(slide, relationships);
        else if (part.ContentType == PartTypes.NotesSlide && !relationships.Any(relationship => IsSlide(relationship, slide.Name)))
            return [.. relationships.Select(relationship => relationship.Type == RelationshipTypes.Slide ? relationship with { Target = slide.Name } : relationship)];
        return relationships;
    }

    void Check(CopiedSlide slide, IReadOnlyList<Relationship> relationships)
    {
        if (!relationships.Any(relationship => relationship.Type == RelationshipTypes.SlideLayout && !relationship.External))
            throw deck.Package.Damaged(slide.Name);
        if (relationships.Any(relationship => relationship.Type == RelationshipTypes.Slide))
            _edits.LinkToSlides.Add(slide.Name);
    }

    static bool IsSlide(Relationship relationship, string name) =>
        relationship.Type == RelationshipTypes.Slide && string.Equals(relationship.Target, name, StringComparison.OrdinalIgnoreCase);
}
