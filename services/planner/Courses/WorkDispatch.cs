using CourseGen.Contracts;
using CourseGen.Models;
using CourseGen.Planner.Quota;
using MassTransit;

namespace CourseGen.Planner.Courses;

/// <summary>Sends ready items in batch commands, each under a reservation; what does not fit the quota or the window stays ready.</summary>
sealed class WorkDispatch(IWorkItems items, IQuotaLedger ledger, ModelProfiles profiles, PlannerOptions options, TimeProvider time)
{
    public async Task Send(BehaviorContext<Course> context)
    {
        var course = context.Saga;
        var window = (course.Settings.MaxConcurrency ?? int.MaxValue) - await ledger.InFlight(course.CorrelationId, context.CancellationToken);
        if (window <= 0)
            return;
        var unfit = new HashSet<WorkKind>();
        foreach (var batch in Batches(course, await Due(course, context.CancellationToken)))
        {
            if (window == 0)
                return;
            if (unfit.Contains(batch[0].Kind))
                continue;
            if (await Send(context, batch))
                window--;
            else
                unfit.Add(batch[0].Kind);
        }
    }

    /// <returns>False when the batch does not fit the quota now.</returns>
    public async Task<bool> Send(BehaviorContext<Course> context, IReadOnlyList<WorkItem> batch)
    {
        if (await Reserve(context.Saga, batch, context.CancellationToken) is not { } reservation)
            return false;
        foreach (var item in batch)
            (item.Status, item.ReservationId, item.DueAt) = (WorkStatus.Sent, reservation.Id, null);
        var command = await CommandFor(context.Saga, batch, reservation, context.CancellationToken);
        await context.Publish(command, command.GetType(), context.CancellationToken);
        return true;
    }

    /// <summary>What is nearest to the end goes first, so that a course finishes what it has begun; then in the order of the course.</summary>
    async Task<IEnumerable<WorkItem>> Due(Course course, CancellationToken token)
    {
        var now = time.GetUtcNow();
        var ready = await items.Where(course.CorrelationId, new WorkQuery { Statuses = [WorkStatus.Ready] }, token);
        return ready.Where(item => item.DueAt is null || item.DueAt <= now)
            .OrderByDescending(item => item.Kind).ThenBy(item => item.Batch).ThenBy(item => item.DeckBatch).ThenBy(item => item.Id, StringComparer.Ordinal);
    }

    IEnumerable<IReadOnlyList<WorkItem>> Batches(Course course, IEnumerable<WorkItem> due) =>
        due.GroupBy(item => (item.Kind, Batch: item.Kind == WorkKind.Lesson ? item.Batch : 0, Paid: MayCall(course, item)))
            .SelectMany(group => group.Chunk(group.Any(item => item.Requirements is not null) ? 1 : SizeOf(course, group.Key.Kind)));

    int SizeOf(Course course, WorkKind kind) => kind switch
    {
        WorkKind.Lesson or WorkKind.Visuals or WorkKind.Slides => Math.Min(course.Settings.BatchSize, options.MaxLessonsPerBatch),
        WorkKind.Image => options.PicturesPerCommand,
        _ => 1,
    };

    /// <summary>A rebuild and a merge only look; so does a repair of named items, for all but those and what is made of them.</summary>
    static bool MayCall(Course course, WorkItem item) =>
        course.Mode == CourseMode.Full && (course.Repair is not { Items.Count: > 0 } repair ||
            repair.Items.Any(named => named == item.Id || named == item.Lesson || IsLabOfModule(item, named)));

    /// <summary>A module's own lab is made of all of the module's lessons.</summary>
    static bool IsLabOfModule(WorkItem item, string named) =>
        item is { Kind: WorkKind.Lab, Lesson: null } && WorkItemIds.IsLesson(named) && WorkItem.ModuleOf(named) == item.Module;

    Task<Reservation?> Reserve(Course course, IReadOnlyList<WorkItem> batch, CancellationToken token)
    {
        var kind = batch[0].Kind;
        var model = course.Models.GetValueOrDefault(kind);
        var calls = MayCall(course, batch[0]) ? PlannerOptions.CallsOf(kind, course.LabCount) : 0;
        var grant = new Grant(calls, model is null ? 0 : profiles.MaxTokensOf(model, kind));
        return ledger.Reserve(new ReservationRequest(course.CorrelationId, kind, model, [.. batch.Select(item => item.Id)], grant), token);
    }

    async Task<object> CommandFor(Course course, IReadOnlyList<WorkItem> batch, Reservation reservation, CancellationToken token)
    {
        var (kind, id, first) = (batch[0].Kind, course.CorrelationId, batch[0]);
        var order = new WorkOrder(course.Location, course.Revision, course.Plan, reservation.Id, reservation.StartBy,
            options.DeadlineOf(kind, course.LessonCount), reservation.Grant, reservation.Model, course.Prompts.GetValueOrDefault(kind, ""));
        IReadOnlyList<WorkUnit> units =
            [.. batch.Select(item => new WorkUnit(item.Id, item.Attempts + 1, item.Basis, item.Generation, item.Force, item.Requirements))];
        return kind switch
        {
            WorkKind.Plan => new PlanCourse(id, order, units, course.Outline!, course.Settings, course.Shape, course.Previous),
            WorkKind.Lesson => new WriteLessons(id, order, units),
            WorkKind.Visuals => new PlanVisuals(id, order, units),
            WorkKind.Image => new RenderImages(id, order, units),
            WorkKind.Slides => new PlanSlides(id, order, units),
            WorkKind.LabPlan => new PlanLabs(id, order, units),
            WorkKind.Lab => new WriteLab(id, order, units, (await ArtifactsOf(course, WorkKind.LabPlan, WorkItemIds.LabPlan, token))[0], await LessonsOf(course, first, token)),
            WorkKind.Inputs => new WriteInputs(id, order, units, first.Id == WorkItemIds.Deck ? course.DeckKeys : []),
            WorkKind.DeckBatch => new BuildDeckBatch(id, order, units, await InputsOf(course, first, token)),
            WorkKind.Infographic => new BuildInfographic(id, order, units, await InputsOf(course, first, token)),
            WorkKind.Book => new WriteBook(id, order, units, await InputsOf(course, first, token), course.Settings.BookFormats),
            WorkKind.LabGuide => new BuildLabGuide(id, order, units, await InputsOf(course, first, token), course.Settings.BookFormats),
            WorkKind.Deck => new CombineDeck(id, order, units, await InputsOf(course, first, token)),
            WorkKind.Manifest => new WriteManifest(id, order, units),
            _ => throw new InvalidOperationException($"There is no command for {kind}."),
        };
    }

    async Task<ArtifactRef> InputsOf(Course course, WorkItem target, CancellationToken token) =>
        (await ArtifactsOf(course, WorkKind.Inputs, target.Id, token))[0];

    async Task<IReadOnlyList<ArtifactRef>> ArtifactsOf(Course course, WorkKind kind, string id, CancellationToken token) =>
        (await items.Find(course.CorrelationId, kind, id, token))!.Artifacts;

    /// <summary>The lesson a lab belongs to, or those of its module, as far as they are written.</summary>
    async Task<IReadOnlyList<ArtifactRef>> LessonsOf(Course course, WorkItem lab, CancellationToken token)
    {
        var written = new WorkQuery { Kinds = [WorkKind.Lesson], Statuses = [WorkStatus.Done], Module = lab.Module, Lesson = lab.Lesson };
        var lessons = await items.Where(course.CorrelationId, written, token);
        return [.. lessons.OrderBy(lesson => lesson.Id, StringComparer.Ordinal).Select(lesson => lesson.Artifacts[0])];
    }
}
