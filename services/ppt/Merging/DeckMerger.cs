using CourseGen.Ppt.Packages;

namespace CourseGen.Ppt.Merging;

/// <summary>A deck to merge.</summary>
/// <param name="Name">For messages, for example the file's name.</param>
/// <param name="Open">A seekable stream of its own each time; the merger closes it.</param>
public sealed record DeckSource(string Name, Func<Stream> Open);

/// <param name="TotalSlides">Of all decks.</param>
public sealed record MergeResult(int TotalSlides, int TotalDecks);

/// <summary>
/// Merges PowerPoint decks into one, in order: each slide as it is, with its notes; equal masters and equal pictures once; slides
/// numbered through; sections kept. Slides are copied as bytes, one after the other, so memory does not grow with the decks.
/// </summary>
public static class DeckMerger
{
    /// <param name="output">What is there when this throws is of no use.</param>
    /// <param name="properties">Null: the first deck's title.</param>
    /// <exception cref="DeckRefusedException">A file is encrypted, damaged, no deck, holds macros, or has slides of another size.</exception>
    public static MergeResult Merge(IReadOnlyList<DeckSource> sources, Stream output, DeckProperties? properties = null, CancellationToken token = default)
    {
        if (sources.Count == 0)
            throw new ArgumentException("There is no deck to merge.", nameof(sources));
        var decks = new List<SourceDeck>();
        try
        {
            foreach (var source in sources)
                decks.Add(new SourceDeck(source.Name, source.Open()));
            var merged = Plan(decks, properties ?? new DeckProperties(decks[0].Title ?? decks[0].Package.Name, null, null), token);
            merged.Package.Save(output, token);
            return new MergeResult(merged.Frame.Slides.Count, decks.Count);
        }
        finally
        {
            decks.ForEach(deck => deck.Dispose());
        }
    }

    /// <summary>Merges files. The output appears whole, or not at all; it may be one of the inputs.</summary>
    /// <exception cref="DeckRefusedException">See <see cref="Merge"/>; the output is untouched.</exception>
    /// <exception cref="IOException">An input cannot be read, or the output not written.</exception>
    public static MergeResult MergeFiles(IReadOnlyList<string> files, string output, DeckProperties? properties = null, CancellationToken token = default) =>
        MergeTo(output, [.. files.Select(FileSource)], properties, token);

    public static DeckSource FileSource(string file) => new(Path.GetFileName(file), () => File.OpenRead(file));

    /// <summary>The output appears whole, or not at all; it may be one of the sources.</summary>
    /// <exception cref="DeckRefusedException">See <see cref="Merge"/>; the output is untouched.</exception>
    /// <exception cref="IOException">A source cannot be read, or the output not written.</exception>
    public static MergeResult MergeTo(string output, IReadOnlyList<DeckSource> sources, DeckProperties? properties = null, CancellationToken token = default)
    {
        var unfinished = $"{output}.{Environment.ProcessId}.unfinished";
        try
        {
            MergeResult result;
            using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.ReadWrite))
                result = Merge(sources, stream, properties, token);
            File.Move(unfinished, output, overwrite: true);
            return result;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }

    static MergedPackage Plan(List<SourceDeck> decks, DeckProperties properties, CancellationToken token)
    {
        var merged = new MergedPackage(properties);
        merged.Frame.Size = decks[0].Size;
        merged.Frame.DefaultTextStyle = decks[0].DefaultTextStyle;
        merged.Frame.TableStyles.AddRange(decks.SelectMany(deck => deck.TableStyles).DistinctBy(style => (string?)style.Attribute("styleId")));
        foreach (var deck in decks)
        {
            token.ThrowIfCancellationRequested();
            if (deck.Size != merged.Frame.Size)
                throw OtherSize(deck, decks[0]);
            new PartCopier(deck, merged).CopySlides();
        }
        if (merged.Frame.Slides.Count == 0)
            throw new DeckRefusedException(decks[0].Package.Name, "has no slides", "Give decks with slides.");
        if (merged.Frame.Masters.Count == 0)
            throw decks[0].Package.Damaged();
        merged.Frame.Sections.AddRange(SectionsOf(decks));
        merged.Frame.AddTo(merged.Package);
        return merged;
    }

    /// <summary>Neighbours of the same name are one section. Where some decks have sections, slides without one go under their deck's name.</summary>
    static List<DeckSection> SectionsOf(List<SourceDeck> decks)
    {
        var sections = new List<DeckSection>();
        if (decks.TrueForAll(deck => deck.Slides.All(slide => slide.Section is null)))
            return sections;
        foreach (var name in decks.SelectMany(deck => deck.Slides.Select(slide => slide.Section ?? deck.Package.Name)))
        {
            if (sections.Count > 0 && sections[^1].Name == name)
                sections[^1] = sections[^1] with { Slides = sections[^1].Slides + 1 };
            else
                sections.Add(new DeckSection(name, 1));
        }
        return sections;
    }

    static DeckRefusedException OtherSize(SourceDeck deck, SourceDeck first) => new(
        deck.Package.Name, $"has slides of {Inches(deck.Size)}, and {first.Package.Name} of {Inches(first.Size)}", "Set its slide size to that of the first deck.");

    static string Inches((long Width, long Height) size) => $"{size.Width / 914400.0:0.##} × {size.Height / 914400.0:0.##} inches";
}
