using CourseGen.Contracts;
using MassTransit;

namespace CourseGen.Planner.Courses;

/// <summary>Verbs of the saga: going on after every step, and the ways a course ends.</summary>
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
        {
            await context.WatchLimits();
            await context.WatchQuotas();
        }
        if (course.PauseReason is not null)
            await context.PauseNow(machine);
        else if (!working && await context.IsManifestWritten())
            await context.End(machine);
        else
            await context.SendReady(machine);
    }

    static async Task SendReady(this BehaviorContext<Course> context, CourseStateMachine machine)
    {
        await context.Service<WorkDispatch>().Send(context);
        if (context.Saga.PauseReason is not null)
            await context.PauseNow(machine);
    }

    static readonly WorkQuery AllButManifest = new() { Kinds = [.. Enum.GetValues<WorkKind>().Except([WorkKind.Manifest])] };

    /// <summary>The end, said again to whoever asks for a course that is done.</summary>
    internal static async Task PublishEnd(this BehaviorContext<Course> context, IReadOnlyList<WorkItem> gaps, bool made)
    {
        var (course, totals) = (context.Saga, context.Totals());
        var manifest = (await context.Manifest())?.Artifacts.FirstOrDefault();
        IReadOnlyList<Gap> named = [.. gaps.Take(50).Select(gap => new Gap(gap.Kind, gap.Id, gap.Failure!.Reason, gap.Failure.Remedy))];
        object end = (made, gaps.Count) switch
        {
            (false, _) => new CourseFailed(course.CorrelationId, course.Location, course.Revision,
                named.FirstOrDefault() is { } first ? $"{first.Reason} {first.Remedy}" : "Nothing was made.", Retryable: true, totals, named),
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
        var content = new WorkQuery { Kinds = [WorkKind.Lesson, WorkKind.Lab, WorkKind.DeckBatch, WorkKind.Deck], Statuses = [WorkStatus.Done] };
        var made = await items.Any(course.CorrelationId, content, context.CancellationToken);
        await context.TransitionToState(!made ? machine.Failed : gaps.Count == 0 ? machine.Completed : machine.Incomplete);
        await context.PublishEnd(gaps, made);
        await context.BeginWaiting(machine);
    }
}
