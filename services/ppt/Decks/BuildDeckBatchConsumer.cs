using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Hosting;
using CourseGen.Models;
using CourseGen.Storage;

namespace CourseGen.Ppt.Decks;

/// <summary>Builds one batch's deck, and its structure as data, from slide plans and pictures. Calls no model.</summary>
sealed class BuildDeckBatchConsumer(WorkRules rules, ArtifactMaker artifacts, IArtifactStore store) : WorkConsumer<BuildDeckBatch>(rules)
{
    protected override WorkKind Kind => WorkKind.DeckBatch;

    protected override async Task<object> Work(BuildDeckBatch command, UnitContext unit, CancellationToken token)
    {
        var plan = await store.ReadPlan(command.Order, token);
        var batch = BatchOf(plan, unit.Unit.Id);
        var inputs = await store.ReadDocument<BuildInputs>(unit.Location, command.Inputs.Key, token);
        var sources = new BatchSources(store, unit.Location, plan, inputs);
        var deck = BatchDeck.Of(plan, batch, await sources.Slides(token));
        var fingerprint = Fingerprint.Of(Kind, unit.Unit, command.Inputs.Sha256);
        var number = batch.BatchIndex + 1;
        var structure = await artifacts.Build(unit, ArtifactKeys.BatchStructure(number), fingerprint, _ => Task.FromResult(DocumentJson.Write(StructureOf(plan, deck))), token);
        var file = await artifacts.Build(unit, ArtifactKeys.BatchDeck(number, batch.LessonStart, batch.LessonEnd), fingerprint, building => Write(plan, deck, sources, building), token);
        return new DeckBatchBuilt(command.CourseId, unit.Receipt(fingerprint, structure.Reused && file.Reused), file.Artifact, structure.Artifact, deck.Slides.Count(), BatchInfo: null);
    }

    static async Task<byte[]> Write(CoursePlan plan, BatchDeck deck, BatchSources sources, CancellationToken token)
    {
        var outline = plan.Outline;
        var content = new DeckContent(
            outline.Title, outline.Author ?? outline.Organization, plan.Language, outline.Title, DeckStyle.Named(plan.Settings.Style), deck.Sections, await sources.Pictures(deck.Slides, token))
        {
            Links = await sources.Links(deck.Slides, token),
            Template = BatchDeck.TemplateOf(plan),
        };
        using var stream = new MemoryStream();
        DeckWriter.Write(content, stream, token);
        return stream.ToArray();
    }

    static DeckStructure StructureOf(CoursePlan plan, BatchDeck deck) => new(
        plan.Outline.Title, plan.Settings.Style, plan.Language, deck.Slides.Count(), deck.Lessons, deck.Lessons - deck.Missing,
        deck.Missing == 0 ? "complete" : "partial", [.. deck.Slides]);

    static DeckBatch BatchOf(CoursePlan plan, string item) =>
        item.StartsWith("batch-", StringComparison.Ordinal) && int.TryParse(item["batch-".Length..], out var number)
        && plan.DeckBatches.FirstOrDefault(batch => batch.BatchIndex == number - 1) is { } batch
            ? batch
            : throw new WorkException(FailureKind.UpstreamMissing, $"The plan has no deck batch '{item}'.", "Start the course again, so that its plan is made anew.");
}

sealed class BuildDeckBatchDefinition(WorkOptions options) : WorkDefinition<BuildDeckBatchConsumer>(QueueNames.Decks, options.ConcurrentBuilds);
