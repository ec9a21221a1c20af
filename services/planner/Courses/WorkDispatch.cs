using CourseGen.Contracts;
using CourseGen.Models;
using CourseGen.Planner.Quota;
using MassTransit;

namespace CourseGen.Planner.Courses;

/// <summary>Sends ready items in batch commands, each under a reservation; what does not fit the quota or the window stays ready.</summary>
sealed class WorkDispatch(
    IWorkItems items, IQuotaLedger ledger, ReservationRequests requests, ModelProfiles profiles, PlannerOptions options, TimeProvider time)
{
    static readonly WorkKind[] LongestChainFirst = [WorkKind.LabPlan, WorkKind.Lesson, WorkKind.Lab, WorkKind.Slides, WorkKind.Visuals, WorkKind.Image];

    /// <summary>What the model's quota could never hold is not sent: then the course has a reason to pause.</summary>
    public async Task Send(BehaviorContext<Course> context)
    {
        var course = context.Saga;
        var window = course.Settings.MaxConcurrency is { } most
            ? most - (await ledger.Open(course.CorrelationId, context.CancellationToken)).Count
            : int.MaxValue;
        if (window <= 0)
            return;
        var batches = Batches(course, await Due(course, context.CancellationToken));
        await Send(context, [.. batches.GroupBy(batch => batch[0].Kind).SelectMany(alike => alike.Take(window))], window);
    }

    /// <summary>One item, however many commands the course may have in flight.</summary>
    public Task Send(BehaviorContext<Course> context, WorkItem item) => Send(context, [[item]], limit: 1);

    /// <summary>Everything is looked up before anything is reserved, because what is reserved from is locked until the step is committed.</summary>
    async Task Send(BehaviorContext<Course> context, IReadOnlyList<IReadOnlyList<WorkItem>> batches, int limit)
    {
        if (batches.Count == 0)
            return;
        var (course, token) = (context.Saga, context.CancellationToken);
        var (commands, wanted) = (new List<Func<Reservation, object>>(), new List<ReservationRequest>());
        await requests.LookUp(course, batches.SelectMany(batch => batch), token);
        foreach (var batch in batches)
        {
            commands.Add(await CommandFor(course, batch, token));
            wanted.Add(await requests.Of(course, batch, token));
        }
        if (NeverFits(wanted) is { } never)
        {
            (course.PauseReason, course.PauseRemedy) = (never.Reason, never.Remedy);
            return;
        }
        var reservations = await ledger.Reserve(wanted, limit, token);
        foreach (var (index, reservation) in reservations.Index())
        {
            if (reservation is null)
                continue;
            foreach (var item in batches[index].Take(reservation.Items.Count))
                (item.Status, item.ReservationId, item.DueAt) = (WorkStatus.Sent, reservation.Id, null);
            var command = commands[index](reservation);
            await context.Publish(command, command.GetType(), token);
        }
    }

    WorkFailure? NeverFits(IEnumerable<ReservationRequest> wanted)
    {
        foreach (var request in wanted.Where(request => request.Call is not null))
            if (!ledger.CanEverFit(request, out var failure))
                return failure;
        return null;
    }

    /// <summary>
    /// What is nearest to the end goes first, so that a course finishes what it has begun; of what competes for a quota, what the longest
    /// chain hangs on, so that nothing long is left for the end. Then in the order of the course.
    /// </summary>
    async Task<IEnumerable<WorkItem>> Due(Course course, CancellationToken token)
    {
        var now = time.GetUtcNow();
        var ready = await items.Where(course.CorrelationId, new WorkQuery { Statuses = [WorkStatus.Ready] }, token);
        return ready.Where(item => item.DueAt is null || item.DueAt <= now)
            .OrderByDescending(item => requests.TakesQuota(course, item) ? -Array.IndexOf(LongestChainFirst, item.Kind) : int.MaxValue)
            .ThenByDescending(item => item.Kind).ThenBy(item => item.Batch).ThenBy(item => item.DeckBatch).ThenBy(item => item.Id, StringComparer.Ordinal);
    }

    IEnumerable<IReadOnlyList<WorkItem>> Batches(Course course, IEnumerable<WorkItem> due) =>
        due.GroupBy(item => (item.Kind, Batch: item.Kind == WorkKind.Lesson ? item.Batch : 0, Paid: ReservationRequests.MayCall(course, item), Limited: requests.TakesQuota(course, item)))
            .SelectMany(group => group.Chunk(group.Any(item => item.Requirements is not null) ? 1 : SizeOf(course, group.Key.Kind)));

    int SizeOf(Course course, WorkKind kind) => kind switch
    {
        WorkKind.Lesson or WorkKind.Visuals or WorkKind.Slides => Math.Min(course.Settings.BatchSize, options.MaxLessonsPerBatch),
        WorkKind.Image => Math.Min(options.PicturesPerCommand, PicturesAtOnce(course)),
        _ => 1,
    };

    int PicturesAtOnce(Course course) =>
        course.Models.GetValueOrDefault(WorkKind.Image) is { } model ? profiles.Of(model).Quota.PicturesPerCommand ?? int.MaxValue : int.MaxValue;

    /// <returns>The command, once its reservation is known: of as many items as that holds.</returns>
    async Task<Func<Reservation, object>> CommandFor(Course course, IReadOnlyList<WorkItem> batch, CancellationToken token)
    {
        var (kind, id, first) = (batch[0].Kind, course.CorrelationId, batch[0]);
        IReadOnlyList<WorkUnit> all =
            [.. batch.Select(item => new WorkUnit(item.Id, item.Attempts + 1, item.Basis, item.Generation, item.Force, item.Requirements))];
        var inputs = IsBuilt(kind) ? (await ArtifactsOf(course, WorkKind.Inputs, first.Id, token))[0] : null!;
        var labPlan = kind == WorkKind.Lab ? (await ArtifactsOf(course, WorkKind.LabPlan, WorkItemIds.LabPlan, token))[0] : null!;
        var lessons = kind == WorkKind.Lab ? await LessonsOf(course, first, token) : [];
        return reservation =>
        {
            var order = OrderOf(course, kind, reservation);
            IReadOnlyList<WorkUnit> units = [.. all.Take(reservation.Items.Count)];
            return kind switch
            {
                WorkKind.Plan => new PlanCourse(id, order, units, course.Outline!, course.Settings, course.Shape, course.Previous),
                WorkKind.Lesson => new WriteLessons(id, order, units),
                WorkKind.Visuals => new PlanVisuals(id, order, units),
                WorkKind.Image => new RenderImages(id, order, units),
                WorkKind.Slides => new PlanSlides(id, order, units),
                WorkKind.LabPlan => new PlanLabs(id, order, units),
                WorkKind.Lab => new WriteLab(id, order, units, labPlan, lessons),
                WorkKind.Inputs => new WriteInputs(id, order, units, first.Id == WorkItemIds.Deck ? course.DeckKeys : []),
                WorkKind.DeckBatch => new BuildDeckBatch(id, order, units, inputs, first.Artifacts.LastOrDefault()),
                WorkKind.Infographic => new BuildInfographic(id, order, units, inputs),
                WorkKind.Book => new WriteBook(id, order, units, inputs, course.Settings.BookFormats),
                WorkKind.LabGuide => new BuildLabGuide(id, order, units, inputs, course.Settings.BookFormats),
                WorkKind.Deck => new CombineDeck(id, order, units, inputs),
                WorkKind.Manifest => new WriteManifest(id, order, units),
                _ => throw new InvalidOperationException($"There is no command for {kind}."),
            };
        };
    }

    WorkOrder OrderOf(Course course, WorkKind kind, Reservation reservation) =>
        new(course.Location, course.Revision, course.Plan, reservation.Id, reservation.StartBy,
            options.DeadlineOf(kind, course.LessonCount), reservation.Grant, reservation.Model, course.Prompts.GetValueOrDefault(kind, ""));

    static bool IsBuilt(WorkKind kind) => kind is WorkKind.DeckBatch or WorkKind.Infographic or WorkKind.Book or WorkKind.LabGuide or WorkKind.Deck;

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
