using CourseGen.Contracts;
using MassTransit;

namespace CourseGen.Planner.Courses;

/// <summary>Verbs of the saga: going on, pausing, and the ways a course ends.</summary>
static class CourseEndings
{
    /// <summary>Sends what is ready, unless the course stands still.</summary>
    public static EventActivityBinder<Course, T> GoOn<T>(this EventActivityBinder<Course, T> binder) where T : class =>
        binder.ThenAsync(context => context.Saga.CurrentState == nameof(CourseStateMachine.Running) ? context.Dispatch() : Task.CompletedTask);

    public static EventActivityBinder<Course, T> Pause<T>(this EventActivityBinder<Course, T> binder, string reason, string remedy) where T : class =>
        binder.Then(context => (context.Saga.PauseReason, context.Saga.PauseRemedy) = (reason, remedy));

    /// <summary>Broken credentials, a full disk, a limit reached: nothing more is sent, everything is kept.</summary>
    public static EventActivityBinder<Course, T> PauseIfStuck<T>(this EventActivityBinder<Course, T> binder, CourseStateMachine machine) where T : class =>
        binder.ThenAsync(async context =>
        {
            if (context.Saga.PauseReason is null || context.Saga.CurrentState != machine.Running.Name)
                return;
            await context.TransitionToState(machine.Paused);
            await context.WriteManifestNow();
        });

    /// <summary>The manifest is written at every pause; the pause is announced when it is.</summary>
    public static EventActivityBinder<Course, T> SendManifest<T>(this EventActivityBinder<Course, T> binder) where T : class =>
        binder.ThenAsync(context => context.WriteManifestNow());

    public static EventActivityBinder<Course, ResumeRequested> Resume(this EventActivityBinder<Course, ResumeRequested> binder) =>
        binder.Then(context =>
        {
            var (course, wish) = (context.Saga, context.Message);
            course.Settings = course.Settings with
            {
                MaxCostUsd = wish.MaxCostUsd ?? course.Settings.MaxCostUsd, MaxHours = wish.MaxHours ?? course.Settings.MaxHours,
            };
            course.Deadline = course.StartedAt + TimeSpan.FromHours(course.Settings.MaxHours);
            (course.PauseReason, course.PauseRemedy) = (null, null);
        });

    public static EventActivityBinder<Course, CancelRequested> Cancel(this EventActivityBinder<Course, CancelRequested> binder) =>
        binder.ThenAsync(context => context.Publish(
            new CourseCancelled(context.Saga.CorrelationId, context.Saga.Location, context.Saga.Revision, context.Totals())));

    /// <summary>When nothing is left to do the manifest is written, and when that is written the course has ended.</summary>
    public static EventActivityBinder<Course, T> EndIfThrough<T>(this EventActivityBinder<Course, T> binder, CourseStateMachine machine) where T : class =>
        binder.ThenAsync(async context =>
        {
            var (items, course) = (context.Service<IWorkItems>(), context.Saga);
            var manifest = await items.Find(course.CorrelationId, WorkKind.Manifest, WorkItemIds.Manifest, context.CancellationToken);
            if (course.CurrentState == machine.Paused.Name)
            {
                await context.AnnouncePause(manifest);
                return;
            }
            var working = AllButManifest with { Statuses = WorkQuery.Unfinished };
            var through = !await items.Any(course.CorrelationId, working, context.CancellationToken);
            if (through && manifest is not { IsFinished: false })
                await context.End(machine, manifest);
            else if (manifest is not null && manifest.Status != WorkStatus.Sent)
                manifest.Status = through ? WorkStatus.Ready : WorkStatus.Waiting;
        });

    static readonly WorkQuery AllButManifest = new() { Kinds = [.. Enum.GetValues<WorkKind>().Except([WorkKind.Manifest])] };

    internal static Task Dispatch(this BehaviorContext<Course> context) => context.Service<WorkDispatch>().Send(context);

    internal static T Service<T>(this BehaviorContext<Course> context) where T : class => context.GetServiceOrCreateInstance<T>();

    internal static void WatchCost(this Course course)
    {
        if (course.Settings.MaxCostUsd is { } limit && course.CostUsd >= limit && course.PauseReason is null)
            (course.PauseReason, course.PauseRemedy) = ($"max_cost_usd {limit} is reached ({course.CostUsd:0.00} spent).", "Raise max_cost_usd and go on.");
    }

    internal static void WatchTime(this Course course, DateTimeOffset now)
    {
        if (now >= course.Deadline && course.PauseReason is null)
            (course.PauseReason, course.PauseRemedy) = ($"max_hours {course.Settings.MaxHours} is reached.", "Raise max_hours and go on.");
    }

    /// <summary>The end, said again to whoever asks for a course that is done.</summary>
    internal static Task PublishEnd(this BehaviorContext<Course> context, IReadOnlyList<WorkItem> gaps, bool made, ArtifactRef? manifest = null)
    {
        var (course, totals) = (context.Saga, context.Totals());
        IReadOnlyList<Gap> named = [.. gaps.Take(50).Select(gap => new Gap(gap.Kind, gap.Id, gap.Failure!.Reason, gap.Failure.Remedy))];
        if (!made)
            return context.Publish(new CourseFailed(course.CorrelationId, course.Location, course.Revision,
                named.FirstOrDefault()?.Reason ?? "Nothing was made.", Retryable: true, totals, named));
        return gaps.Count == 0
            ? context.Publish(new CourseCompleted(course.CorrelationId, course.Location, course.Revision, manifest, totals))
            : context.Publish(new CourseCompletedWithGaps(course.CorrelationId, course.Location, course.Revision, manifest, totals, gaps.Count, named));
    }

    static async Task End(this BehaviorContext<Course> context, CourseStateMachine machine, WorkItem? manifest)
    {
        var (items, course) = (context.Service<IWorkItems>(), context.Saga);
        var gaps = (await items.Where(course.CorrelationId, new WorkQuery { Statuses = [WorkStatus.Gap] }, context.CancellationToken))
            .OrderBy(gap => gap.Kind).ThenBy(gap => gap.Id, StringComparer.Ordinal).ToList();
        var content = new WorkQuery { Kinds = [WorkKind.Lesson, WorkKind.Lab, WorkKind.Deck], Statuses = [WorkStatus.Done] };
        var made = await items.Any(course.CorrelationId, content, context.CancellationToken);
        await context.TransitionToState(!made ? machine.Failed : gaps.Count == 0 ? machine.Completed : machine.Incomplete);
        await context.PublishEnd(gaps, made, manifest?.Artifacts.FirstOrDefault());
        await context.BeginWaiting(machine);
    }

    static async Task AnnouncePause(this BehaviorContext<Course> context, WorkItem? manifest)
    {
        if (manifest is { Status: WorkStatus.Sent or WorkStatus.Waiting } || context.Saga.PauseReason is not { } reason)
            return;
        var course = context.Saga;
        if (manifest is not null)
            manifest.Status = WorkStatus.Waiting;
        await context.Publish(new CoursePaused(course.CorrelationId, course.Location, course.Revision, reason, course.PauseRemedy!, context.Totals()));
    }

    static async Task WriteManifestNow(this BehaviorContext<Course> context)
    {
        var manifest = await context.Service<IWorkItems>().Find(context.Saga.CorrelationId, WorkKind.Manifest, WorkItemIds.Manifest, context.CancellationToken);
        if (manifest is null)
        {
            await context.AnnouncePause(null);
            return;
        }
        manifest.Status = WorkStatus.Ready;
        await context.Service<WorkDispatch>().Send(context, [manifest]);
    }

    internal static CourseTotals Totals(this BehaviorContext<Course> context) => context.Saga.TotalsAt(context.Service<TimeProvider>().GetUtcNow());
}
