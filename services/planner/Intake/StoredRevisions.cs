using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Storage;

namespace CourseGen.Planner.Intake;

/// <summary>Revisions that the store holds, for a course whose saga may be new.</summary>
sealed class StoredRevisions(IArtifactStore store)
{
    /// <returns>The last one, or null for a course that has none.</returns>
    public async Task<StoredRevision?> Last(CourseLocation location, CancellationToken token)
    {
        var last = 0;
        await foreach (var key in store.List(location.Bucket, $"{location.Folder}/{ArtifactKeys.Revisions}", token))
            if (key.EndsWith("/plan.json", StringComparison.Ordinal) && int.TryParse(key.Split('/')[^2], out var number))
                last = Math.Max(last, number);
        if (last == 0)
            return null;
        var plan = await store.ReadDocument<CoursePlan>(location, ArtifactKeys.RevisionPlan(last), token);
        return new StoredRevision(last, plan.Shape, plan.Settings, new ArtifactRef(ArtifactKeys.RevisionOutline(last), plan.OutlineSha256, 0));
    }
}
