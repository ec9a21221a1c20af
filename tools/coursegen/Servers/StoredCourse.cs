using System.Text.Json;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Storage;

namespace CourseGen.Cli.Servers;

/// <summary>What the store knows of a course.</summary>
/// <param name="Manifest">Of the last end or pause.</param>
/// <param name="Revision">The last that was planned; 0 for none.</param>
sealed record StoredState(CourseManifest? Manifest, int Revision)
{
    public static readonly StoredState Nothing = new(null, 0);

    /// <summary>A later revision has been planned than the manifest tells of.</summary>
    public bool ManifestIsOld => Manifest is { } manifest && manifest.Revision < Revision;

    /// <summary>How the last revision ended or paused, as its event would have said; null while there is none.</summary>
    public ICourseMessage? End(CourseLocation location) => ManifestIsOld ? null : Manifest switch
    {
        { Status: "completed" } made => new CourseCompleted(Guid.Empty, location, made.Revision, Manifest: null, made.Totals),
        { Status: "completed_with_gaps" } made => new CourseCompletedWithGaps(Guid.Empty, location, made.Revision, Manifest: null, made.Totals, made.Gaps.Count, []),
        { Status: "paused" } made => new CoursePaused(Guid.Empty, location, made.Revision, "The course is paused.", "Its course.json does not say why; the planner's log does.", made.Totals),
        { Status: "cancelled" } made => new CourseCancelled(Guid.Empty, location, made.Revision, made.Totals),
        { Status: "failed" } made => new CourseFailed(
            Guid.Empty, location, made.Revision, made.Gaps.FirstOrDefault()?.Reason ?? "Nothing was made.", Retryable: true, made.Totals, []),
        _ => null,
    };
}

/// <summary>Looks a course up in the store, for those who missed its events.</summary>
sealed class StoredCourse(IArtifactStore store, CourseLocation location)
{
    public CourseLocation Location { get; } = location;

    /// <exception cref="StoreUnusableException">The store is out of reach.</exception>
    public async Task<StoredState> Look(CancellationToken token)
    {
        var revision = 0;
        await foreach (var key in store.List(Location.Bucket, $"{Location.Folder}/{ArtifactKeys.Revisions}", token))
            if (key[(Location.Folder.Length + 1 + ArtifactKeys.Revisions.Length)..].Split('/') is [var number, "plan.json"] && int.TryParse(number, out var found))
                revision = Math.Max(revision, found);
        return new StoredState(await Manifest(token), revision);
    }

    /// <returns>Null when there is none, or none that can be read.</returns>
    public async Task<CourseManifest?> Manifest(CancellationToken token)
    {
        try
        {
            return await store.ReadDocument<CourseManifest>(Location, ArtifactKeys.Manifest, token);
        }
        catch (Exception none) when (none is ArtifactMissingException or JsonException)
        {
            return null;
        }
    }
}
