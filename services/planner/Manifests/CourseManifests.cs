using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Models.Simulated;
using CourseGen.Planner.Courses;

namespace CourseGen.Planner.Manifests;

/// <summary>The manifest of a course as its work items stand.</summary>
static class CourseManifests
{
    /// <param name="previous">Of an earlier run: what this one has not touched, or not yet, is still there.</param>
    public static CourseManifest Make(Course course, CoursePlan plan, IReadOnlyList<WorkItem> items, CourseManifest? previous, DateTimeOffset now)
    {
        var untouched = new Untouched(items);
        IReadOnlyList<ManifestArtifact> artifacts = [.. (previous?.Artifacts ?? []).Where(artifact => untouched.Holds(artifact.Kind, artifact.Item))
            .Concat(Made(items, plan)).OrderBy(artifact => artifact.Kind).ThenBy(artifact => artifact.Item, StringComparer.Ordinal)];
        IReadOnlyList<ManifestGap> gaps = [.. (previous?.Gaps ?? []).Where(gap => untouched.Holds(gap.Kind, gap.Item))
            .Concat(Missing(items, plan)).OrderBy(gap => gap.Kind).ThenBy(gap => gap.Item, StringComparer.Ordinal)];
        return new CourseManifest
        {
            Title = plan.Outline.Title,
            ProjectFolder = plan.ProjectFolder,
            Language = plan.Language,
            Revision = plan.Revision,
            Status = StatusOf(course, artifacts, gaps),
            Simulated = plan.IsSimulated(),
            StartedAt = course.StartedAt,
            WrittenAt = now,
            Totals = course.TotalsAt(now),
            Counts = Counts(items, artifacts, gaps),
            Images = items.Any(item => item.Kind == WorkKind.Image) || previous is null ? Pictures(items) : previous.Images,
            Artifacts = artifacts,
            Gaps = gaps,
            Warnings = plan.Warnings,
        };
    }

    static string StatusOf(Course course, IReadOnlyList<ManifestArtifact> artifacts, IReadOnlyList<ManifestGap> gaps) => course.CurrentState switch
    {
        nameof(CourseStateMachine.Paused) => "paused",
        nameof(CourseStateMachine.Cancelled) => "cancelled",
        _ when !artifacts.Any(artifact => artifact.Kind is WorkKind.Lesson or WorkKind.Lab or WorkKind.DeckBatch or WorkKind.Deck) => "failed",
        _ => gaps.Count > 0 ? "completed_with_gaps" : "completed",
    };

    static IEnumerable<ManifestArtifact> Made(IReadOnlyList<WorkItem> items, CoursePlan plan) =>
        from item in items
        where item is { Status: WorkStatus.Done, Kind: not (WorkKind.Inputs or WorkKind.Manifest) }
        from artifact in item.Artifacts.Select((reference, index) => (reference, index))
        let first = artifact.index == 0
        select new ManifestArtifact(
            item.Kind, item.Id, artifact.reference.Key, artifact.reference.Sha256, item.Fingerprint ?? "", item.Generation,
            item.CallsModel ? plan.Models.GetValueOrDefault(item.Kind) : null, first ? item.Tokens : 0, first ? item.CostUsd : 0, item.FinishedAt, item.Reused,
            item.Requirements);

    static IEnumerable<ManifestGap> Missing(IReadOnlyList<WorkItem> items, CoursePlan plan) =>
        items.Where(item => item.Status == WorkStatus.Gap).Select(item => new ManifestGap(
            item.Kind, item.Id, plan.TitleOf(item), item.Failure!.Reason, item.Failure.Remedy, item.Generation, item.Failure.Kind == FailureKind.BadContent,
            item.Requirements));

    static ManifestCounts Counts(IReadOnlyList<WorkItem> items, IReadOnlyList<ManifestArtifact> artifacts, IReadOnlyList<ManifestGap> gaps)
    {
        return new(Of(WorkKind.Lesson), Of(WorkKind.Image), Of(WorkKind.Lab), Of(WorkKind.DeckBatch, WorkKind.Deck), Of(WorkKind.Book, WorkKind.LabGuide));

        MadeCount Of(params WorkKind[] kinds)
        {
            var made = artifacts.Where(artifact => kinds.Contains(artifact.Kind)).Select(artifact => (artifact.Kind, artifact.Item)).ToHashSet();
            var failed = gaps.Where(gap => kinds.Contains(gap.Kind)).Select(gap => (gap.Kind, gap.Item))
                .Concat(items.Where(item => item.Status == WorkStatus.Skipped && kinds.Contains(item.Kind)).Select(item => (item.Kind, item.Id))).ToHashSet();
            var expected = items.Where(item => kinds.Contains(item.Kind)).Select(item => (item.Kind, item.Id)).Concat(made).Concat(failed).Distinct().Count();
            return new MadeCount(expected, made.Count, failed.Count);
        }
    }

    static ImageResult Pictures(IReadOnlyList<WorkItem> items)
    {
        var pictures = items.Where(item => item.Kind == WorkKind.Image).ToList();
        var (made, failed) = (pictures.Count(picture => picture.Status == WorkStatus.Done), pictures.Where(picture => picture.Status == WorkStatus.Gap).ToList());
        var rate = pictures.Count == 0 ? 1 : (double)made / pictures.Count;
        var statistics = new ImageStatistics(pictures.Count, made + failed.Count, made, failed.Count, pictures.Count(picture => picture.Reused), $"{rate * 100:0.0}%");
        return new ImageResult(failed.Count == 0 ? 200 : 207, statistics, [.. failed.OrderBy(picture => picture.Id, StringComparer.Ordinal)
            .Select(picture => new FailedImage(picture.Id, picture.Failure!.Reason))]);
    }

    /// <summary>Tells what of an earlier manifest still holds: items that this run has no word of.</summary>
    sealed class Untouched(IReadOnlyList<WorkItem> items)
    {
        readonly HashSet<WorkKind> _kinds = [.. items.Select(item => item.Kind)];
        readonly Dictionary<(WorkKind, string), WorkItem> _items = items.ToDictionary(item => (item.Kind, item.Id));

        public bool Holds(WorkKind kind, string id) =>
            _items.TryGetValue((kind, id), out var item) ? !item.IsFinished : kind == WorkKind.Image ? !IsPlanned(id) : !_kinds.Contains(kind);

        /// <summary>Pictures get their rows when their lesson's visuals are planned.</summary>
        bool IsPlanned(string picture) => _items.TryGetValue((WorkKind.Visuals, picture[..5]), out var visuals)
            ? visuals.IsFinished
            : _kinds.Contains(WorkKind.Visuals);
    }
}
