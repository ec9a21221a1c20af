using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Hosting;
using CourseGen.Models;
using CourseGen.Ppt.Decks;
using CourseGen.Ppt.Templates;
using CourseGen.Storage;

namespace CourseGen.Ppt.Infographics;

/// <summary>Builds the course's slides as data and as one page, from the batches' structures. Calls no model.</summary>
sealed class BuildInfographicConsumer(WorkRules rules, ArtifactMaker artifacts, IArtifactStore store) : WorkConsumer<BuildInfographic>(rules)
{
    protected override WorkKind Kind => WorkKind.Infographic;

    protected override async Task<object> Work(BuildInfographic command, UnitContext unit, CancellationToken token)
    {
        var plan = await store.ReadPlan(command.Order, token);
        var inputs = await store.ReadDocument<BuildInputs>(unit.Location, command.Inputs.Key, token);
        var template = await store.ReadTemplate(unit.Location, plan, token);
        var fingerprint = Fingerprint.Of(Kind, unit.Unit, command.Inputs.Sha256);
        var structure = await artifacts.Build(unit, ArtifactKeys.InfographicStructure, fingerprint,
            async building => DocumentJson.Write(CourseStructure.Of(plan, template, await Batches(unit.Location, inputs, building), inputs.Gaps.Any(gap => gap.Kind != WorkKind.Image))), token);
        var page = await artifacts.Build(unit, ArtifactKeys.InfographicPage, fingerprint,
            building => Page(DocumentJson.Read<DeckStructure>(structure.Bytes.Span), unit.Location, inputs, building), token);
        return new InfographicBuilt(command.CourseId, unit.Receipt(fingerprint, structure.Reused && page.Reused), structure.Artifact, page.Artifact);
    }

    async Task<byte[]> Page(DeckStructure structure, CourseLocation location, BuildInputs inputs, CancellationToken token)
    {
        using var spool = new PictureSpool();
        return new InfographicPage(structure, await PagePictures.Read(store, location, inputs, spool, token)).Write();
    }

    /// <summary>In the order of the inputs, which is the course's, whatever order they were built in.</summary>
    async Task<IReadOnlyList<IReadOnlyList<DeckStructure>>> Batches(CourseLocation location, BuildInputs inputs, CancellationToken token)
    {
        var batches = new List<IReadOnlyList<DeckStructure>>();
        foreach (var batch in inputs.Artifacts.Where(artifact => artifact.Kind == WorkKind.DeckBatch && artifact.Key.EndsWith(".json", StringComparison.Ordinal)).GroupBy(artifact => artifact.Item))
        {
            var parts = new List<DeckStructure>();
            foreach (var part in batch)
                parts.Add(await store.ReadDocument<DeckStructure>(location, part.Key, token));
            batches.Add(parts);
        }
        return batches;
    }
}

sealed class BuildInfographicDefinition(WorkOptions options) : WorkDefinition<BuildInfographicConsumer>(QueueNames.Infographics, options.ConcurrentBuilds);
