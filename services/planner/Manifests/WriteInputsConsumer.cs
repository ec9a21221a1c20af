using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Hosting;
using CourseGen.Models;
using CourseGen.Planner.Courses;
using CourseGen.Planner.Decks;
using CourseGen.Storage;

namespace CourseGen.Planner.Manifests;

/// <summary>Keeps, create-only, what a target will be built from.</summary>
sealed class WriteInputsConsumer(WorkRules rules, IArtifactStore store, IWorkItems items) : WorkConsumer<WriteInputs>(rules)
{
    protected override WorkKind Kind => WorkKind.Inputs;

    protected override async Task<object> Work(WriteInputs command, UnitContext unit, CancellationToken token)
    {
        var plan = await store.ReadPlan(command.Order, token);
        var all = await items.Where(command.CourseId, new WorkQuery(), token);
        var inputs = command.DeckKeys.Count > 0
            ? await GivenDecks(command, plan, token)
            : await new BookSources(store, unit.Location, plan).AddTo(BuildInputsSelection.For(unit.Unit.Id, plan, all), token);
        var bytes = DocumentJson.Write(inputs);
        var sha256 = Fingerprint.Sha256(bytes);
        var key = ArtifactKeys.Inputs(command.Order.Revision, sha256);
        await store.PutBytes(unit.Location, key, bytes, PutCondition.Absent, token);
        return new InputsWritten(command.CourseId, unit.Receipt(sha256, reused: false), new ArtifactRef(key, sha256, bytes.Length));
    }

    /// <summary>Decks that the user named, perhaps edited by hand: what is there now.</summary>
    async Task<BuildInputs> GivenDecks(WriteInputs command, CoursePlan plan, CancellationToken token)
    {
        var artifacts = new List<InputArtifact>();
        foreach (var key in command.DeckKeys)
        {
            var found = await store.Find(command.Order.Location, key, token) ?? throw new UpstreamMissingException(key);
            artifacts.Add(new InputArtifact(WorkKind.DeckBatch, key, key, found.Sha256));
        }
        return new BuildInputs(WorkKind.Deck, WorkItemIds.Deck, plan.Bases[WorkKind.Deck], artifacts, []);
    }
}
