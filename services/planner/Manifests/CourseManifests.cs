using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Planner.Courses;

namespace CourseGen.Planner.Manifests;

/// <summary>The manifest of a course as its work items stand.</summary>
static class CourseManifests
{
    /// <param name="previous">Of an earlier run: a rebuild of the book alone must not forget the decks.</param>
    public static CourseManifest Make(Course course, CoursePlan plan, IReadOnlyList<WorkItem> items, CourseManifest? previous, DateTimeOffset now)
    {
        var kinds = items.Select(item => item.Kind).ToHashSet();
        var gaps = items.Where(item => item.Status == WorkStatus.Gap).Select(item => Gap(item, plan));
        return new CourseManifest
        {
            Title = plan.Outline.Title, ProjectFolder = plan.ProjectFolder, Language = plan.Language, Revision = plan.Revision,
            Status = StatusOf(course, items), Simulated = plan.Models[WorkKind.Lesson].Provider == "simulated",
            StartedAt = course.StartedAt, WrittenAt = now, Totals = course.TotalsAt(now),
            Counts = new ManifestCounts(
                Count(items, WorkKind.Lesson), Count(items, WorkKind.Image), Count(items, WorkKind.Lab), Count(items, WorkKind.DeckBatch, WorkKind.Deck), Count(items, WorkKind.Book, WorkKind.LabGuide)),
            Images = Pictures([.. items.Where(item => item.Kind == WorkKind.Image)]),
            Artifacts = [.. Artifacts(items, plan), .. (previous?.Artifacts ?? []).Where(artifact => !kinds.Contains(artifact.Kind))],
            Gaps = [.. gaps.OrderBy(gap => gap.Kind).ThenBy(gap => gap.Item, StringComparer.Ordinal)],
            Warnings = plan.Warnings,
        };
    }

    static string StatusOf(Course course, IReadOnlyList<WorkItem> items)
    {
        if (course.CurrentState == nameof(CourseStateMachine.Paused))
            return "paused";
        if (!items.Any(item => item is { Kind: WorkKind.Lesson or WorkKind.Lab or WorkKind.Deck, Status: WorkStatus.Done }))
            return "failed";
        return items.Any(item => item.Status == WorkStatus.Gap) ? "completed_with_gaps" : "completed";
    }

    static IEnumerable<ManifestArtifact> Artifacts(IReadOnlyList<WorkItem> items, CoursePlan plan) =>
        from item in items
        where item is { Status: WorkStatus.Done, Kind: not (WorkKind.Inputs or WorkKind.Manifest) }
        orderby item.Kind, item.Id
        from artifact in item.Artifacts.Select((reference, index) => (reference, index))
        let first = artifact.index == 0
        select new ManifestArtifact(
            item.Kind, item.Id, artifact.reference.Key, artifact.reference.Sha256, item.Fingerprint ?? "", item.Generation,
            item.CallsModel ? plan.Models.GetValueOrDefault(item.Kind) : null, first ? item.Tokens : 0, first ? item.CostUsd : 0, item.FinishedAt, item.Reused);

    static ManifestGap Gap(WorkItem item, CoursePlan plan) => new(
        item.Kind, item.Id, plan.TitleOf(item), item.Failure!.Reason, item.Failure.Remedy, item.Generation, item.Failure.Kind == FailureKind.BadContent);

    static MadeCount Count(IReadOnlyList<WorkItem> items, params ReadOnlySpan<WorkKind> kinds)
    {
        var wanted = kinds.ToArray();
        var chosen = items.Where(item => wanted.Contains(item.Kind)).ToList();
        return new MadeCount(chosen.Count, chosen.Count(item => item.Status == WorkStatus.Done), chosen.Count(item => item.Status is WorkStatus.Gap or WorkStatus.Skipped));
    }

    static ImageResult Pictures(List<WorkItem> pictures)
    {
        var (made, failed) = (pictures.Count(picture => picture.Status == WorkStatus.Done), pictures.Where(picture => picture.Status == WorkStatus.Gap).ToList());
        var rate = pictures.Count == 0 ? 1 : (double)made / pictures.Count;
        var statistics = new ImageStatistics(pictures.Count, made + failed.Count, made, failed.Count, pictures.Count(picture => picture.Reused), $"{rate * 100:0.0}%");
        return new ImageResult(failed.Count == 0 ? 200 : 207, statistics, [.. failed.OrderBy(picture => picture.Id, StringComparer.Ordinal)
            .Select(picture => new FailedImage(picture.Id, picture.Failure!.Reason))]);
    }
}
