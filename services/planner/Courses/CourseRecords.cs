using CourseGen.Contracts;
using MassTransit;

namespace CourseGen.Planner.Courses;

/// <summary>Verbs of the saga: what workers say is written down, and opens what waited for it.</summary>
static class CourseRecords
{
    public static EventActivityBinder<Course, WorkStarted> RecordStart(this EventActivityBinder<Course, WorkStarted> binder) =>
        binder.ThenAsync(context => context.Service<Quota.IQuotaLedger>().Start(context.Saga.CorrelationId, context.Message.ReservationId, context.CancellationToken));

    /// <summary>Whatever became of the course, its model's quota is every course's.</summary>
    public static EventActivityBinder<Course, ModelThrottled> RecordThrottle(this EventActivityBinder<Course, ModelThrottled> binder) =>
        binder.ThenAsync(context => context.Service<Quota.IQuotaLedger>().Throttled(context.Message.Model, context.CancellationToken));

    public static EventActivityBinder<Course, T> RecordMade<T>(
        this EventActivityBinder<Course, T> binder, WorkKind kind, IReadOnlyDictionary<WorkKind, WorkKind[]> opens) where T : class, IWorkEvent =>
        binder.ThenAsync(async context =>
        {
            var (record, message) = (context.Service<WorkRecord>(), context.Message);
            var item = await record.Made(context.Saga, kind, message.Receipt, ArtifactsOf(message), context.CancellationToken);
            if (item is null)
                return;
            if (message is CoursePlanned planned)
                await context.TakePlan(planned);
            if (message is VisualsPlanned visuals)
                await context.AddPictures(item, visuals);
            await context.Opened(item, opens);
        });

    public static EventActivityBinder<Course, ImagesRendered> RecordPictures(
        this EventActivityBinder<Course, ImagesRendered> binder, IReadOnlyDictionary<WorkKind, WorkKind[]> opens) =>
        binder.ThenAsync(async context =>
        {
            foreach (var picture in context.Message.Pictures)
                await context.RecordPicture(picture, opens);
        });

    public static EventActivityBinder<Course, WorkFailed> RecordFailure(
        this EventActivityBinder<Course, WorkFailed> binder, IReadOnlyDictionary<WorkKind, WorkKind[]> opens) =>
        binder.ThenAsync(context => context.Fail(context.Message.Kind, context.Message.Receipt, context.Message.Failure, opens));

    public static EventActivityBinder<Course, WorkReturned> RecordReturn(
        this EventActivityBinder<Course, WorkReturned> binder, IReadOnlyDictionary<WorkKind, WorkKind[]> opens) =>
        binder.ThenAsync(async context =>
        {
            var gap = await context.Service<WorkRecord>().Returned(context.Saga, context.Message, context.CancellationToken);
            await context.Opened(gap, opens);
        });

    /// <summary>The net below expected failures: a consumer threw.</summary>
    public static EventActivityBinder<Course, Fault<T>> RecordFault<T>(
        this EventActivityBinder<Course, Fault<T>> binder, IReadOnlyDictionary<WorkKind, WorkKind[]> opens) where T : class, IWorkCommand =>
        binder.ThenAsync(async context =>
        {
            foreach (var gap in await context.Service<WorkRecord>().Threw(context.Saga, context.Message.Message, context.CancellationToken))
                await context.Opened(gap, opens);
        });

    /// <summary>The course has ended: what the command may have used is charged, nothing else.</summary>
    public static EventActivityBinder<Course, Fault<T>> ChargeFault<T>(this EventActivityBinder<Course, Fault<T>> binder) where T : class, IWorkCommand =>
        binder.ThenAsync(context => context.Service<WorkRecord>().ChargeInFull(context.Saga, context.Message.Message, context.CancellationToken));

    /// <summary>What the wake-up is for: leases that have ended, items whose time to be tried again has come, and whatever was left lying.</summary>
    public static EventActivityBinder<Course, DispatchWork> Recover(
        this EventActivityBinder<Course, DispatchWork> binder, IReadOnlyDictionary<WorkKind, WorkKind[]> opens) =>
        binder.ThenAsync(async context =>
        {
            var record = context.Service<WorkRecord>();
            await record.WakeDue(context.Saga, context.CancellationToken);
            foreach (var gap in await record.Recover(context.Saga, context.CancellationToken))
                await context.Opened(gap, opens);
            if (await record.IsStalled(context.Saga, context.CancellationToken))
                await context.Service<WorkFlow>().OpenAll(context.Saga, opens, context.CancellationToken);
        });

    public static EventActivityBinder<Course, DispatchWork> CloseLeases(this EventActivityBinder<Course, DispatchWork> binder) =>
        binder.ThenAsync(context => context.Service<WorkRecord>().CloseLeases(context.Saga, context.CancellationToken));

    /// <summary>The course has ended: what was spent is still written down, nothing else.</summary>
    public static EventActivityBinder<Course, T> SettleOnly<T>(this EventActivityBinder<Course, T> binder) where T : class =>
        binder.ThenAsync(async context =>
        {
            IEnumerable<WorkReceipt> receipts = context.Message switch
            {
                ImagesRendered pictures => pictures.Pictures.Select(picture => picture.Receipt),
                IWorkEvent item => [item.Receipt],
                _ => [],
            };
            foreach (var receipt in receipts)
                await context.Service<WorkRecord>().Settle(context.Saga, null, receipt, context.CancellationToken);
        });

    static async Task RecordPicture(
        this BehaviorContext<Course> context, RenderedPicture picture, IReadOnlyDictionary<WorkKind, WorkKind[]> opens)
    {
        if (picture.Image is null)
        {
            var failure = picture.Failure ?? new WorkFailure(FailureKind.Transient, $"Picture {picture.Receipt.Item} came back empty.", "It is tried again.");
            await context.Fail(WorkKind.Image, picture.Receipt, failure, opens);
            return;
        }
        var made = await context.Service<WorkRecord>().Made(context.Saga, WorkKind.Image, picture.Receipt, [picture.Image], context.CancellationToken);
        await context.Opened(made, opens);
    }

    static async Task Fail(
        this BehaviorContext<Course> context, WorkKind kind, WorkReceipt receipt, WorkFailure failure, IReadOnlyDictionary<WorkKind, WorkKind[]> opens)
    {
        var gap = await context.Service<WorkRecord>().Failed(context.Saga, kind, receipt, failure, context.CancellationToken);
        await context.Opened(gap, opens);
    }

    static async Task TakePlan(this BehaviorContext<Course> context, CoursePlanned planned)
    {
        var course = context.Saga;
        (course.Plan, course.Title, course.ContentType) = (planned.Plan, planned.Title, planned.ContentType);
        (course.Bases, course.Models, course.Prompts) = (planned.Bases, planned.Models, planned.Prompts);
        (course.LessonCount, course.LabCount) = (planned.Lessons.Count, planned.Labs.Count);
        context.Service<WorkCreation>().CreateFromPlan(course, planned);
        await context.Publish(new CourseStarted(course.CorrelationId, course.Location, course.Revision, course.Title, planned.Warnings));
    }

    static async Task AddPictures(this BehaviorContext<Course> context, WorkItem visuals, VisualsPlanned planned)
    {
        var before = new WorkQuery { Kinds = [WorkKind.Visuals] };
        var lessons = await context.Service<IWorkItems>().Where(context.Saga.CorrelationId, before, context.CancellationToken);
        var index = lessons.Count(lesson => string.CompareOrdinal(lesson.Id, visuals.Id) < 0);
        context.Service<WorkCreation>().CreatePictures(context.Saga, visuals, planned.Visuals, index);
    }

    static async Task Opened(this BehaviorContext<Course> context, WorkItem? finished, IReadOnlyDictionary<WorkKind, WorkKind[]> opens)
    {
        if (finished is null)
            return;
        var flow = context.Service<WorkFlow>();
        if (finished is { Kind: WorkKind.Plan, Status: WorkStatus.Done })
        {
            await flow.OpenAll(context.Saga, opens, context.CancellationToken);
            await context.Service<CourseProgress>().AnnounceAll(context);
            return;
        }
        var skipped = await flow.Open(context.Saga, finished, opens, context.CancellationToken);
        foreach (var item in skipped.Prepend(finished))
            await context.Service<CourseProgress>().Announce(context, item);
    }

    static IReadOnlyList<ArtifactRef> ArtifactsOf(IWorkEvent message) => message switch
    {
        CoursePlanned plan => [plan.Plan],
        LessonWritten lesson => [lesson.Lesson],
        VisualsPlanned visuals => [.. visuals.Visuals.Select(visual => visual.Prompt)],
        SlidesPlanned slides => [slides.Slides],
        LabsPlanned labs => [labs.LabPlan],
        LabWritten lab => [lab.Lab],
        InputsWritten inputs => [inputs.Inputs],
        DeckBatchBuilt deck => [deck.Deck, deck.Structure],
        InfographicBuilt infographic => [infographic.Structure, infographic.Page],
        BookBuilt book => book.Books,
        LabGuideBuilt guide => guide.Books,
        DeckMerged { Quality: { } quality } deck => [deck.Deck, quality],
        DeckMerged deck => [deck.Deck],
        ManifestWritten manifest => [manifest.Manifest],
        _ => [],
    };
}
