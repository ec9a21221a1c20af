using System.Globalization;
using CourseGen.Contracts;
using MassTransit;

namespace CourseGen.Planner.Courses;

/// <summary>Verbs of the saga: going on, pausing, and the ways a course ends.</summary>
static class CourseEndings
{
    /// <summary>After every step: what is stuck pauses, what is through ends, else what is ready is sent.</summary>
    public static EventActivityBinder<Course, T> GoOn<T>(this EventActivityBinder<Course, T> binder, CourseStateMachine machine) where T : class =>
        binder.ThenAsync(async context =>
        {
            if (context.Saga.CurrentState == machine.Paused.Name)
                await context.AnnouncePause();
            else
                await context.GoOn(machine);
        });

    public static EventActivityBinder<Course, T> Pause<T>(this EventActivityBinder<Course, T> binder, string reason, string remedy) where T : class =>
        binder.Then(context => (context.Saga.PauseReason, context.Saga.PauseRemedy) = (reason, remedy));

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
        }).ThenAsync(context => context.ForgetManifest());

    /// <summary>What is made stays, and is written down, unless another revision begins at once.</summary>
    public static EventActivityBinder<Course, CancelRequested> Cancel(this EventActivityBinder<Course, CancelRequested> binder) =>
        binder.ThenAsync(async context =>
        {
            if (context.Saga.Next is null)
                await context.SendManifest();
            await context.Publish(new CourseCancelled(context.Saga.CorrelationId, context.Saga.Location, context.Saga.Revision, context.Totals()));
        });

    internal static async Task GoOn(this BehaviorContext<Course> context, CourseStateMachine machine)
    {
        var (items, course) = (context.Service<IWorkItems>(), context.Saga);
        var working = await items.Any(course.CorrelationId, AllButManifest with { Statuses = WorkQuery.Unfinished }, context.CancellationToken);
        if (working)
            await context.WatchLimits();
        if (course.PauseReason is not null)
            await context.PauseNow(machine);
        else if (!working && await context.IsManifestWritten())
            await context.End(machine);
        else
            await context.Service<WorkDispatch>().Send(context);
    }

    static readonly WorkQuery AllButManifest = new() { Kinds = [.. Enum.GetValues<WorkKind>().Except([WorkKind.Manifest])] };

    static readonly WorkQuery StillToPay = new()
    {
        Kinds = [WorkKind.Lesson, WorkKind.Visuals, WorkKind.Image, WorkKind.Slides, WorkKind.LabPlan, WorkKind.Lab], Statuses = WorkQuery.Unfinished,
    };

    internal static T Service<T>(this BehaviorContext<Course> context) where T : class => context.GetServiceOrCreateInstance<T>();

    static async Task WatchLimits(this BehaviorContext<Course> context)
    {
        var course = context.Saga;
        if (course.PauseReason is not null)
            return;
        var settings = course.Settings;
        if (context.Service<TimeProvider>().GetUtcNow() >= course.Deadline)
            (course.PauseReason, course.PauseRemedy) = (string.Create(CultureInfo.InvariantCulture, $"max_hours {settings.MaxHours} is reached."), "Raise max_hours and resume.");
        else if (course.CostUsd >= settings.MaxCostUsd && await context.Service<IWorkItems>().Any(course.CorrelationId, StillToPay, context.CancellationToken))
            (course.PauseReason, course.PauseRemedy) = (
                string.Create(CultureInfo.InvariantCulture, $"max_cost_usd {settings.MaxCostUsd} is reached ({course.CostUsd:0.00} spent)."), "Raise max_cost_usd and resume.");
    }

    /// <summary>The end, said again to whoever asks for a course that is done.</summary>
    internal static async Task PublishEnd(this BehaviorContext<Course> context, IReadOnlyList<WorkItem> gaps, bool made)
    {
        var (course, totals) = (context.Saga, context.Totals());
        var manifest = (await context.Manifest())?.Artifacts.FirstOrDefault();
        IReadOnlyList<Gap> named = [.. gaps.Take(50).Select(gap => new Gap(gap.Kind, gap.Id, gap.Failure!.Reason, gap.Failure.Remedy))];
        object end = (made, gaps.Count) switch
        {
            (false, _) => new CourseFailed(course.CorrelationId, course.Location, course.Revision,
                named.FirstOrDefault()?.Reason ?? "Nothing was made.", Retryable: true, totals, named),
            (true, 0) => new CourseCompleted(course.CorrelationId, course.Location, course.Revision, manifest, totals),
            _ => new CourseCompletedWithGaps(course.CorrelationId, course.Location, course.Revision, manifest, totals, gaps.Count, named),
        };
        await context.Publish(end, end.GetType());
    }

    static async Task End(this BehaviorContext<Course> context, CourseStateMachine machine)
    {
        var (items, course) = (context.Service<IWorkItems>(), context.Saga);
        var gaps = (await items.Where(course.CorrelationId, new WorkQuery { Statuses = [WorkStatus.Gap] }, context.CancellationToken))
            .OrderBy(gap => gap.Kind).ThenBy(gap => gap.Id, StringComparer.Ordinal).ToList();
        var content = new WorkQuery { Kinds = [WorkKind.Lesson, WorkKind.Lab, WorkKind.Deck], Statuses = [WorkStatus.Done] };
        var made = await items.Any(course.CorrelationId, content, context.CancellationToken);
        await context.TransitionToState(!made ? machine.Failed : gaps.Count == 0 ? machine.Completed : machine.Incomplete);
        await context.PublishEnd(gaps, made);
        await context.BeginWaiting(machine);
    }

    static async Task PauseNow(this BehaviorContext<Course> context, CourseStateMachine machine)
    {
        await context.TransitionToState(machine.Paused);
        if (!await context.SendManifest())
            await context.PublishPause();
    }

    /// <summary>The manifest is written at every pause; the pause is announced when that is through.</summary>
    static async Task AnnouncePause(this BehaviorContext<Course> context)
    {
        if (await context.Manifest() is not { } manifest || manifest.Status is WorkStatus.Sent or WorkStatus.Waiting)
            return;
        (manifest.Status, manifest.DueAt) = (WorkStatus.Waiting, null);
        await context.PublishPause();
    }

    static Task PublishPause(this BehaviorContext<Course> context)
    {
        var course = context.Saga;
        return context.Publish(new CoursePaused(
            course.CorrelationId, course.Location, course.Revision, course.PauseReason!, course.PauseRemedy!, context.Totals()));
    }

    /// <returns>False when there is none to write yet, because the course has no plan.</returns>
    static async Task<bool> SendManifest(this BehaviorContext<Course> context)
    {
        if (await context.Manifest() is not { } manifest)
            return false;
        manifest.Attempts = 0;
        await context.Service<WorkDispatch>().Send(context, [manifest]);
        return true;
    }

    /// <summary>One that tells of the pause is no longer waited for: the course writes another at its end.</summary>
    static async Task ForgetManifest(this BehaviorContext<Course> context)
    {
        if (await context.Manifest() is { } manifest)
            (manifest.Status, manifest.ReservationId, manifest.DueAt) = (WorkStatus.Waiting, null, null);
    }

    /// <returns>False when it is still to be written; it may be sent then.</returns>
    static async Task<bool> IsManifestWritten(this BehaviorContext<Course> context)
    {
        var manifest = await context.Manifest();
        if (manifest is { Status: WorkStatus.Waiting })
            manifest.Status = WorkStatus.Ready;
        return manifest is null or { IsFinished: true };
    }

    static Task<WorkItem?> Manifest(this BehaviorContext<Course> context) =>
        context.Service<IWorkItems>().Find(context.Saga.CorrelationId, WorkKind.Manifest, WorkItemIds.Manifest, context.CancellationToken);

    internal static CourseTotals Totals(this BehaviorContext<Course> context) => context.Saga.TotalsAt(context.Service<TimeProvider>().GetUtcNow());
}
