using System.Runtime.InteropServices;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Documents;
using CourseGen.Hosting;
using CourseGen.Models;
using CourseGen.Ppt.Checks;
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
            async building => await Merge(new CourseCover(plan, template, await GlossaryOf(unit.Location, inputs, building)), unit.Location, [.. decks.Select(deck => deck.Key)], building), token);
        var quality = await artifacts.Build(unit, ArtifactKeys.Quality, Fingerprint.Of(Kind, unit.Unit, made.Artifact.Sha256),
            building => Task.FromResult(DocumentJson.Write(DeckCheck.Report(made.Artifact, made.Bytes, template.Warnings, building))), token);
        return new DeckMerged(command.CourseId, unit.Receipt(made.Fingerprint, made.Reused && quality.Reused), made.Artifact, CountSlides(made), decks.DistinctBy(deck => deck.Item).Count(), quality.Artifact);
    }

    /// <summary>Of the batches' structures, in the order of the course.</summary>
    async Task<IReadOnlyList<GlossaryEntry>> GlossaryOf(CourseLocation location, BuildInputs inputs, CancellationToken token)
    {
        var entries = new List<GlossaryEntry>();
        foreach (var structure in inputs.Artifacts.Where(artifact => artifact.Kind == WorkKind.DeckBatch && artifact.Key.EndsWith(".json", StringComparison.Ordinal)))
            entries.AddRange((await store.ReadDocument<DeckStructure>(location, structure.Key, token)).Glossary ?? []);
        return Glossary.Joined(entries);
    }

    async Task<byte[]> Merge(CourseCover cover, CourseLocation location, IReadOnlyList<string> keys, CancellationToken token)
    {
        List<DeckSource> sources = [cover.Opening];
        var opened = new List<Stream>();
        try
        {
            foreach (var key in keys)
            {
                var stream = await OpenSeekable(ArtifactAddress.Of(location, key), token);
                opened.Add(stream);
                sources.Add(new DeckSource(key, () => stream));
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
