using CourseGen.Ppt.Packages;

namespace CourseGen.Ppt.Merging;

/// <summary>A deck to merge.</summary>
/// <param name="Name">For messages, for example the file's name.</param>
/// <param name="Open">A seekable stream; the merger closes it.</param>
/// <param name="IsCover">The other decks' slides in sections of its id are left out: it replaces a cover that an earlier merge wrote.</param>
public sealed record DeckSource(string Name, Func<Stream> Open, bool IsCover = false)
{
    /// <summary>Titles that would be another deck's too.</summary>
    internal IReadOnlyList<SlideTitle> Titles { get; init; } = [];
}

/// <param name="TotalSlides">Of all decks.</param>
public sealed record MergeResult(int TotalSlides, int TotalDecks);

/// <summary>
/// Merges PowerPoint decks into one, in order: each slide as it is, with its notes and comments; equal masters, layouts and media once;
/// slides numbered through; sections, custom shows, fonts and custom data kept. Parts are copied as they are packed, one after the
/// other, so memory does not grow with the decks, and it does not matter in which steps decks are merged: the bytes are the same.
/// </summary>
public static class DeckMerger
{
    /// <param name="output">What is there when this throws is of no use.</param>
    /// <param name="properties">Null: the first deck's.</param>
    /// <exception cref="DeckRefusedException">A file is encrypted, damaged, no deck, holds macros, or has slides of another shape.</exception>
    public static MergeResult Merge(IReadOnlyList<DeckSource> sources, Stream output, DeckProperties? properties = null, CancellationToken token = default)
    {
        if (sources.Count == 0)
            throw new ArgumentException("There is no deck to merge.", nameof(sources));
        var decks = new List<SourceDeck>();
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(token);
        var verified = Task.CompletedTask;
        try
        {
            foreach (var source in sources)
                decks.Add(new SourceDeck(source.Name, source.Open()));
            verified = Task.Run(() => decks.ForEach(deck => deck.Package.Verify(stop.Token)), CancellationToken.None);
            var merged = new DeckMerge(sources, decks, properties).Run(token);
            merged.Package.Save(output, token);
            verified.GetAwaiter().GetResult();
            return new MergeResult(merged.Frame.Slides.Count, decks.Count);
        }
        finally
        {
            stop.Cancel();
            Task.WaitAny(verified);
            decks.ForEach(deck => deck.Dispose());
        }
    }

    /// <summary>Merges files. The output appears whole, or not at all; it may be one of the inputs.</summary>
    /// <exception cref="DeckRefusedException">See <see cref="Merge"/>; the output is untouched.</exception>
    /// <exception cref="IOException">An input cannot be read, or the output not written.</exception>
    public static MergeResult MergeFiles(IReadOnlyList<string> files, string output, DeckProperties? properties = null, CancellationToken token = default) =>
        MergeTo(output, [.. files.Select(FileSource)], properties, token);

    public static DeckSource FileSource(string file) => new(Path.GetFileName(file), () => new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0));

    /// <summary>The output appears whole, or not at all; it may be one of the sources.</summary>
    /// <exception cref="DeckRefusedException">See <see cref="Merge"/>; the output is untouched.</exception>
    /// <exception cref="IOException">A source cannot be read, or the output not written.</exception>
    public static MergeResult MergeTo(string output, IReadOnlyList<DeckSource> sources, DeckProperties? properties = null, CancellationToken token = default)
    {
        var unfinished = $"{output}.{Environment.ProcessId}.unfinished";
        try
        {
            MergeResult result;
            using (var stream = new FileStream(unfinished, FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize: 0))
                result = Merge(sources, stream, properties, token);
            File.Move(unfinished, output, overwrite: true);
            return result;
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
