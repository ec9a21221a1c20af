using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Planner.Courses;

namespace CourseGen.Planner.Manifests;

/// <summary>Which artifacts and gaps a target is built from.</summary>
static class BuildInputsSelection
{
    public static BuildInputs For(string target, CoursePlan plan, IReadOnlyList<WorkItem> items)
    {
        var (kind, kinds) = KindsOf(target);
        var batch = kind == WorkKind.DeckBatch ? int.Parse(target["batch-".Length..]) : 0;
        var chosen = items.Where(item => kinds.Contains(item.Kind) && (batch == 0 || item.DeckBatch == batch))
            .Where(item => item.Kind is not (WorkKind.Lab or WorkKind.LabPlan) || kind == WorkKind.LabGuide || plan.Settings.LabsInBook)
            .OrderBy(item => item.DeckBatch).ThenBy(item => item.Id, StringComparer.Ordinal).ThenBy(item => item.Kind).ToList();
        return new BuildInputs(
            kind, target, plan.Bases.GetValueOrDefault(kind, ""),
            [.. chosen.SelectMany(item => PartsOf(item, kind).Select(artifact => new InputArtifact(item.Kind, ItemOf(item, artifact), artifact.Key, artifact.Sha256)))],
            [.. chosen.Where(item => item.Status is WorkStatus.Gap or WorkStatus.Skipped).Select(item => new InputGap(item.Kind, item.Id, plan.TitleOf(item)))]);
    }

    static (WorkKind Target, IReadOnlyList<WorkKind> Kinds) KindsOf(string target) => target switch
    {
        WorkItemIds.Book => (WorkKind.Book, [WorkKind.Lesson, WorkKind.Visuals, WorkKind.Image, WorkKind.LabPlan, WorkKind.Lab]),
        WorkItemIds.LabGuide => (WorkKind.LabGuide, [WorkKind.LabPlan, WorkKind.Lab]),
        WorkItemIds.Infographic => (WorkKind.Infographic, [WorkKind.DeckBatch, WorkKind.Visuals, WorkKind.Image]),
        WorkItemIds.Deck => (WorkKind.Deck, [WorkKind.DeckBatch]),
        _ => (WorkKind.DeckBatch, [WorkKind.Lesson, WorkKind.Slides, WorkKind.Visuals, WorkKind.Image]),
    };

    /// <summary>Of a deck batch the merge takes the deck and the structure, which has the terms of the glossary; the infographic the structure.</summary>
    static IEnumerable<ArtifactRef> PartsOf(WorkItem item, WorkKind target) =>
        item.Kind == WorkKind.DeckBatch && target == WorkKind.Infographic ? item.Artifacts.Where(artifact => artifact.Key.EndsWith(".json", StringComparison.Ordinal)) : item.Artifacts;

    /// <summary>A prompt file is named by its picture.</summary>
    static string ItemOf(WorkItem item, ArtifactRef artifact) =>
        item.Kind == WorkKind.Visuals ? Path.GetFileNameWithoutExtension(artifact.Key) : item.Id;

    public static string TitleOf(this CoursePlan plan, WorkItem item) =>
        plan.Labs.FirstOrDefault(lab => lab.Id == item.Id)?.Title ??
        plan.Lessons.FirstOrDefault(lesson => lesson.Id == (item.Lesson ?? item.Id))?.Title ?? item.Id;
}
