using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Storage;

namespace CourseGen.Planner.Intake;

/// <summary>Revisions that the store holds, for a course whose saga may be new.</summary>
sealed class StoredRevisions(IArtifactStore store)
{
    /// <returns>The last one's plan, or null for a course that has none.</returns>
    public async Task<CoursePlan?> Last(CourseLocation location, CancellationToken token)
    {
        var last = 0;
        await foreach (var key in store.List(location.Bucket, $"{location.Folder}/{ArtifactKeys.Revisions}", token))
            if (key.EndsWith("/plan.json", StringComparison.Ordinal) && int.TryParse(key.Split('/')[^2], out var number))
                last = Math.Max(last, number);
        return last == 0 ? null : await store.ReadDocument<CoursePlan>(location, ArtifactKeys.RevisionPlan(last), token);
    }

    /// <returns>The plan by which the deck of a book was last made, unless a revision has come after it; else the last revision's.</returns>
    public async Task<CoursePlan?> LastOrDeck(CourseLocation location, CancellationToken token)
    {
        var last = await Last(location, token);
        if (await store.Find(location, ArtifactKeys.LastDeckPlan, token) is null)
            return last;
        var deck = await store.ReadDocument<CoursePlan>(location, ArtifactKeys.LastDeckPlan, token);
        return last?.Revision > deck.Revision ? last : deck;
    }
}

static class CoursePlanExtensions
{
    /// <summary>The revision as the saga knows it.</summary>
    public static StoredRevision AsStored(this CoursePlan plan) =>
        new(plan.Revision, plan.Shape, plan.Settings, plan.Book ?? new ArtifactRef(ArtifactKeys.RevisionOutline(plan.Revision), plan.OutlineSha256, 0));
}
