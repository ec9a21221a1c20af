using System.Runtime.InteropServices;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Documents;
using CourseGen.Hosting;
using CourseGen.Models;
using CourseGen.Ppt.Checks;
using CourseGen.Ppt.Decks;
using CourseGen.Ppt.Templates;
using CourseGen.Storage;

namespace CourseGen.Ppt.Merging;

/// <summary>Merges the batch decks, ours or edited by hand, between the course's cover and its closing slide.</summary>
sealed class CombineDeckConsumer(WorkRules rules, ArtifactMaker artifacts, IArtifactStore store) : WorkConsumer<CombineDeck>(rules)
{
    protected override WorkKind Kind => WorkKind.Deck;

    protected override async Task<object> Work(CombineDeck command, UnitContext unit, CancellationToken token)
    {
        var plan = await store.ReadPlan(command.Order, token);
        var inputs = await store.ReadDocument<BuildInputs>(unit.Location, command.Inputs.Key, token);
        var decks = inputs.Artifacts.Where(artifact => artifact.Kind == WorkKind.DeckBatch && artifact.Key.EndsWith(".pptx", StringComparison.OrdinalIgnoreCase)).ToList();
        if (decks.Count == 0)
            throw new WorkException(FailureKind.UpstreamMissing, $"{unit.Location.Folder} has no batch deck to merge.", "Repair makes the batch decks first.");
        var template = await store.ReadTemplate(unit.Location, plan, token);
        var made = await artifacts.Build(unit, ArtifactKeys.MergedDeck(unit.Location.Name), Fingerprint.Of(Kind, unit.Unit, command.Inputs.Sha256),
            async building => await Merge(plan, template, unit.Location, decks, await Structures(unit.Location, inputs, building), building), token);
        var quality = await artifacts.Build(unit, ArtifactKeys.Quality, Fingerprint.Of(Kind, unit.Unit, made.Artifact.Sha256),
            building => Task.FromResult(DocumentJson.Write(DeckCheck.Report(made.Artifact, made.Bytes, template.Warnings, building))), token);
        return new DeckMerged(command.CourseId, unit.Receipt(made.Fingerprint, made.Reused && quality.Reused), made.Artifact, CountSlides(made), decks.DistinctBy(deck => deck.Item).Count(), quality.Artifact);
    }

    /// <summary>Of the batches and their parts, in the order of the course, as are their decks; none where the decks alone were given.</summary>
    async Task<IReadOnlyList<DeckStructure>> Structures(CourseLocation location, BuildInputs inputs, CancellationToken token)
    {
        var structures = new List<DeckStructure>();
        foreach (var structure in inputs.Artifacts.Where(artifact => artifact.Kind == WorkKind.DeckBatch && artifact.Key.EndsWith(".json", StringComparison.Ordinal)))
            structures.Add(await store.ReadDocument<DeckStructure>(location, structure.Key, token));
        return structures;
    }

    async Task<byte[]> Merge(
        CoursePlan plan, DeckTemplate template, CourseLocation location, IReadOnlyList<InputArtifact> decks, IReadOnlyList<DeckStructure> structures, CancellationToken token)
    {
        var glossary = Glossary.Joined(structures.SelectMany(structure => structure.Glossary ?? []));
        var cover = new CourseCover(plan, template, glossary);
        var titles = structures.Count == decks.Count
            ? BatchTitles.Of([.. FrontMatter.Opening(plan, template).Slides, .. FrontMatter.Closing(plan, template, glossary).Slides], [.. structures.Select(structure => structure.Slides)])
            : [.. decks.Select(_ => (IReadOnlyList<SlideTitle>)[])];
        List<DeckSource> sources = [cover.Opening];
        var opened = new List<Stream>();
        try
        {
            foreach (var (deck, changed) in decks.Zip(titles))
            {
                var stream = await OpenSeekable(ArtifactAddress.Of(location, deck.Key), token);
                opened.Add(stream);
                sources.Add(new DeckSource(deck.Key, () => stream) { Titles = changed });
            }
            sources.Add(cover.Closing);
            await using var output = TemporaryFile();
            DeckMerger.Merge(sources, output, cover.Properties, token);
            var bytes = new byte[output.Length];
            output.Position = 0;
            await output.ReadExactlyAsync(bytes, token);
            return bytes;
        }
        finally
        {
            foreach (var stream in opened)
                await stream.DisposeAsync();
        }
    }

    /// <summary>A ZIP archive is read from its end, which a download cannot do.</summary>
    async Task<Stream> OpenSeekable(ArtifactAddress address, CancellationToken token)
    {
        var stream = await store.OpenRead(address, token);
        if (stream.CanSeek)
            return stream;
        await using (stream)
        {
            var file = TemporaryFile();
            await stream.CopyToAsync(file, token);
            file.Position = 0;
            return file;
        }
    }

    static FileStream TemporaryFile() => new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose);

    static int CountSlides(MadeArtifact deck)
    {
        MemoryMarshal.TryGetArray(deck.Bytes, out var bytes);
        using var source = new SourceDeck(deck.Artifact.Key, new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count, writable: false));
        return source.Slides.Count;
    }
}

sealed class CombineDeckDefinition(WorkOptions options) : WorkDefinition<CombineDeckConsumer>(QueueNames.Merges, options.ConcurrentBuilds);
