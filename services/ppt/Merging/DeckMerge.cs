using System.Xml.Linq;
using CourseGen.Ppt.Decks;
using CourseGen.Ppt.Packages;

namespace CourseGen.Ppt.Merging;

/// <summary>One merge: what all decks share first, then the slides of each.</summary>
sealed class DeckMerge(IReadOnlyList<DeckSource> sources, IReadOnlyList<SourceDeck> decks, DeckProperties? properties)
{
    static readonly XNamespace Dc = "http://purl.org/dc/elements/1.1/";
    static readonly string[] KeptProperties = ["subject", "description", "keywords", "category", "contentStatus"];

    /// <summary>Of sizes and shapes. Programs that count in hundredths of a millimetre or in points round sizes by as much.</summary>
    const double SizeTolerance = 0.005;

    readonly List<XElement> _core = decks[0].PackagePartOf(RelationshipTypes.CoreProperties) is { } core ? [.. decks[0].Package.ReadXml(core).Elements()] : [];

    internal MergedPackage Run(CancellationToken token)
    {
        var merged = new MergedPackage(properties ?? new DeckProperties(Property("title") ?? decks[0].Package.Name, Property("creator"), Property("language")));
        if (properties is null)
            merged.Frame.FurtherProperties.AddRange(_core.Where(element => KeptProperties.Contains(element.Name.LocalName)));
        var copiers = Copiers(merged);
        CopyShared(copiers, merged);
        CopySlides(copiers, merged, token);
        if (merged.Frame.Slides.Count == 0)
            throw new DeckRefusedException(decks[0].Package.Name, "has no slides", "Give decks with slides.");
        copiers.ForEach(copier => copier.LinkToSlides());
        merged.Frame.AddTo(merged.Package);
        return merged;
    }

    /// <summary>Text that says nothing of itself is what the decks agree on; where they do not, the usual.</summary>
    List<PartCopier> Copiers(MergedPackage merged)
    {
        var scales = decks.Select(ScaleOf).ToList();
        var texts = decks.Zip(scales, (deck, scale) => new DefaultText(deck.DefaultTextStyle, scale.Factor)).ToList();
        var agree = texts.TrueForAll(text => text.Same(texts[0]));
        merged.Frame.DefaultTextStyle = agree || texts[0].IsUsual ? decks[0].DefaultTextStyle : DeckMaster.DefaultTextStyle();
        return [.. decks.Select((deck, index) => new PartCopier(deck, merged, new KeptLook(scales[index], agree || texts[index].IsUsual ? null : texts[index])))];
    }

    void CopyShared(List<PartCopier> copiers, MergedPackage merged)
    {
        foreach (var copier in copiers)
        {
            foreach (var master in copier.Deck.PartsIn("sldMasterIdLst", "sldMasterId"))
                merged.Masters.Match(copier, master);
        }
        merged.Masters.CreateParts();
        if (merged.Frame.Masters.Count == 0)
            throw decks[0].Package.Damaged(decks[0].MainPart);
        foreach (var copier in copiers)
        {
            foreach (var master in copier.Deck.PartsIn("notesMasterIdLst", "notesMasterId"))
                copier.CopyNotesMaster(master);
            if (merged.Frame.HandoutMaster is null && copier.Deck.PartsIn("handoutMasterIdLst", "handoutMasterId").FirstOrDefault() is { } handout)
                merged.Frame.HandoutMaster = copier.CopyPart(handout, RelationshipTypes.HandoutMaster);
        }
    }

    void CopySlides(List<PartCopier> copiers, MergedPackage merged, CancellationToken token)
    {
        var others = new PresentationParts(merged);
        others.AddFirst(copiers[0]);
        copiers.ForEach(others.Add);
        var covers = sources.Zip(decks).Where(pair => pair.First.IsCover).SelectMany(pair => pair.Second.Sections).Select(section => section.Id).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var (copier, source) in copiers.Zip(sources))
        {
            token.ThrowIfCancellationRequested();
            var left = source.IsCover ? [] : copier.Deck.Sections.Where(section => covers.Contains(section.Id)).SelectMany(section => section.Slides).ToHashSet();
            var slides = copier.Deck.Slides.Where(slide => !left.Contains(slide.Id)).ToList();
            var before = merged.Frame.Slides.Count;
            copier.Rename(source.Titles);
            copier.CopySlides(slides);
            merged.Sections.Add(copier.Deck, slides);
            merged.Shows.Add(copier.Deck, relationship => slides.FindIndex(slide => slide.RelationshipId == relationship) is >= 0 and var index ? before + index + 1 : null);
        }
        merged.Frame.Sections.AddRange(merged.Sections.Finish());
        others.Finish();
    }

    string? Property(string name) => _core.Find(element => element.Name == Dc + name)?.Value is { Length: > 0 } value ? value : null;

    /// <summary>The first deck's size counts. Slides of its shape are scaled; those of another would be distorted, or have empty sides.</summary>
    SlideScale ScaleOf(SourceDeck deck)
    {
        var first = decks[0];
        var (width, height) = ((double)first.Size.Width / deck.Size.Width, (double)first.Size.Height / deck.Size.Height);
        if (Math.Abs((width / height) - 1) > SizeTolerance)
        {
            throw new DeckRefusedException(
                deck.Package.Name, $"has slides of {Inches(deck.Size)}, and {first.Package.Name} of {Inches(first.Size)}", "Set its slide size to that of the first deck.");
        }
        return new SlideScale(Math.Abs(width - 1) > SizeTolerance ? width : 1);
    }

    static string Inches((long Width, long Height) size) => $"{size.Width / 914400.0:0.##} × {size.Height / 914400.0:0.##} inches";
}
