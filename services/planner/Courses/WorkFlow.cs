using CourseGen.Contracts;

namespace CourseGen.Planner.Courses;

/// <summary>Which items may begin: those before them are through. Fan-in is a query under the course's lock, never a counter.</summary>
sealed class WorkFlow(IWorkItems items)
{
    static readonly IReadOnlyList<WorkKind> OfBatch = [WorkKind.Lesson, WorkKind.Visuals, WorkKind.Image, WorkKind.Slides];

    /// <summary>Opens what waits for a finished item; what can never begin any more is skipped, and opens what waits for it.</summary>
    /// <returns>The items that were skipped.</returns>
    public async Task<IReadOnlyList<WorkItem>> Open(Course course, WorkItem finished, IReadOnlyDictionary<WorkKind, WorkKind[]> opens, CancellationToken token)
    {
        var skipped = new List<WorkItem>();
        foreach (var waiting in await Waiting(course, finished, opens[finished.Kind], token))
        {
            waiting.Status = await StandingOf(course, waiting, token);
            if (waiting.Status == WorkStatus.Skipped)
                skipped.AddRange([waiting, .. await Open(course, waiting, opens, token)]);
        }
        return skipped;
    }

    /// <summary>Opens all that can begin, once: after a plan.</summary>
    public async Task OpenAll(Course course, IReadOnlyDictionary<WorkKind, WorkKind[]> opens, CancellationToken token)
    {
        foreach (var waiting in (await items.Where(course.CorrelationId, new WorkQuery { Statuses = [WorkStatus.Waiting] }, token)).OrderBy(item => item.Kind))
        {
            waiting.Status = await StandingOf(course, waiting, token);
            if (waiting.Status == WorkStatus.Skipped)
                await Open(course, waiting, opens, token);
        }
    }

    /// <returns>The waiting items that the finished one may have been holding up.</returns>
    async Task<IEnumerable<WorkItem>> Waiting(Course course, WorkItem finished, WorkKind[] kinds, CancellationToken token)
    {
        if (kinds.Length == 0)
            return [];
        // Of a long course most of what waits belongs to other lessons.
        var waiting = new WorkQuery { Kinds = kinds, Statuses = [WorkStatus.Waiting], LessonOrNone = finished.Lesson };
        var candidates = await items.Where(course.CorrelationId, waiting, token);
        return candidates.Where(item => Concerns(course, item, finished)).OrderBy(item => item.Kind).ThenBy(item => item.Id, StringComparer.Ordinal);
    }

    static bool Concerns(Course course, WorkItem waiting, WorkItem finished) => waiting.Kind switch
    {
        WorkKind.Visuals or WorkKind.Slides => waiting.Lesson == finished.Lesson,
        WorkKind.Lab => finished.Kind == WorkKind.LabPlan || waiting.Module == finished.Module,
        WorkKind.Inputs => Needs(course, waiting).Before.Matches(finished),
        WorkKind.DeckBatch => waiting.DeckBatch == finished.DeckBatch,
        _ => waiting.Id == finished.Id,
    };

    async Task<WorkStatus> StandingOf(Course course, WorkItem item, CancellationToken token) => item.Kind switch
    {
        WorkKind.Visuals or WorkKind.Slides => await After(course, WorkKind.Lesson, item.Id, token),
        WorkKind.Lab => await LabStanding(course, item, token),
        WorkKind.Inputs => await InputsStanding(course, item, token),
        WorkKind.DeckBatch or WorkKind.Infographic or WorkKind.Book or WorkKind.LabGuide or WorkKind.Deck => await After(course, WorkKind.Inputs, item.Id, token),
        WorkKind.Manifest => WorkStatus.Waiting,
        _ => WorkStatus.Ready,
    };

    async Task<WorkStatus> After(Course course, WorkKind kind, string id, CancellationToken token) =>
        (await items.Find(course.CorrelationId, kind, id, token))?.Status switch
        {
            WorkStatus.Done or null => WorkStatus.Ready,
            WorkStatus.Gap or WorkStatus.Skipped => WorkStatus.Skipped,
            _ => WorkStatus.Waiting,
        };

    /// <summary>A lab once its lesson is written, a module's lab once the module's lessons are; at once when only labs are made.</summary>
    async Task<WorkStatus> LabStanding(Course course, WorkItem lab, CancellationToken token)
    {
        var planned = await After(course, WorkKind.LabPlan, WorkItemIds.LabPlan, token);
        if (planned != WorkStatus.Ready || course.ContentType == ContentType.Labs)
            return planned;
        if (lab.Lesson is not null)
            return await After(course, WorkKind.Lesson, lab.Lesson, token);
        var lessons = new WorkQuery { Kinds = [WorkKind.Lesson], Module = lab.Module };
        if (await items.Any(course.CorrelationId, lessons with { Statuses = WorkQuery.Unfinished }, token))
            return WorkStatus.Waiting;
        return await items.Any(course.CorrelationId, lessons with { Statuses = [WorkStatus.Done] }, token) ? WorkStatus.Ready : WorkStatus.Skipped;
    }

    async Task<WorkStatus> InputsStanding(Course course, WorkItem inputs, CancellationToken token)
    {
        if (inputs.Id == WorkItemIds.Deck && course.DeckKeys.Count > 0)
            return WorkStatus.Ready;
        var (before, needed) = Needs(course, inputs);
        if (await items.Any(course.CorrelationId, before with { Statuses = WorkQuery.Unfinished }, token))
            return WorkStatus.Waiting;
        // A book's lessons are there already, and are no items.
        if (course.IsOfBook && inputs.DeckBatch > 0)
            return WorkStatus.Ready;
        return await items.Any(course.CorrelationId, needed with { Statuses = [WorkStatus.Done] }, token) ? WorkStatus.Ready : WorkStatus.Skipped;
    }

    /// <summary>What must be through before inputs are written, and what of it must have been made at all.</summary>
    static (WorkQuery Before, WorkQuery Needed) Needs(Course course, WorkItem inputs)
    {
        var lessons = new WorkQuery { Kinds = [WorkKind.Lesson] };
        var labs = new WorkQuery { Kinds = [WorkKind.LabPlan, WorkKind.Lab] };
        var decks = new WorkQuery { Kinds = [WorkKind.DeckBatch] };
        return inputs.Id switch
        {
            WorkItemIds.Book when course.Settings.LabsInBook =>
                (new WorkQuery { Kinds = [WorkKind.Lesson, WorkKind.Visuals, WorkKind.Image, WorkKind.LabPlan, WorkKind.Lab] }, lessons),
            WorkItemIds.Book => (new WorkQuery { Kinds = [WorkKind.Lesson, WorkKind.Visuals, WorkKind.Image] }, lessons),
            WorkItemIds.LabGuide => (labs, new WorkQuery { Kinds = [WorkKind.Lab] }),
            WorkItemIds.Infographic or WorkItemIds.Deck => (decks, decks),
            _ => (new WorkQuery { Kinds = OfBatch, DeckBatch = inputs.DeckBatch }, lessons with { DeckBatch = inputs.DeckBatch }),
        };
    }
}
