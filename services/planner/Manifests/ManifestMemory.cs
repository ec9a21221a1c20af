using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Planner.Courses;

namespace CourseGen.Planner.Manifests;

/// <summary>Reads out of a manifest what a new saga must know of its items. It goes by message, so it is bounded.</summary>
static class ManifestMemory
{
    const int MaxItems = 500;
    const int MaxRequirements = 16_000;

    /// <returns>At most 500 items with 16,000 characters of wishes; what is beyond is asked for as the plan says.</returns>
    public static IReadOnlyList<RememberedItems> Of(CourseManifest manifest)
    {
        var made = manifest.Artifacts.Select(artifact => (artifact.Kind, artifact.Item, artifact.Generation, artifact.Requirements));
        var gaps = manifest.Gaps.Select(gap => (gap.Kind, gap.Item, WorkMemory.Next(gap.Generation, gap.BadContent), gap.Requirements));
        var (items, characters) = (0, 0);
        return
        [
            .. WorkMemory.Alike(made.Concat(gaps)).TakeWhile(alike =>
                (items += alike.Items.Count) <= MaxItems && (characters += alike.Requirements?.Length ?? 0) <= MaxRequirements),
        ];
    }
}
