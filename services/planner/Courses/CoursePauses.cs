using System.Globalization;
using CourseGen.Contracts;
using CourseGen.Planner.Quota;
using MassTransit;

namespace CourseGen.Planner.Courses;

/// <summary>Verbs of the saga: why a course stands still, how it says so, and how it goes on.</summary>
static class CoursePauses
{
    static readonly WorkQuery StillToPay = new()
    {
        Kinds = [WorkKind.Lesson, WorkKind.Visuals, WorkKind.Image, WorkKind.Slides, WorkKind.LabPlan, WorkKind.Lab],
        Statuses = WorkQuery.Unfinished,
    };

    public static EventActivityBinder<Course, T> Pause<T>(this EventActivityBinder<Course, T> binder, string reason, string remedy) where T : class =>
        binder.Then(context => (context.Saga.PauseReason, context.Saga.PauseRemedy) = (reason, remedy));

    public static EventActivityBinder<Course, ResumeRequested> Resume(this EventActivityBinder<Course, ResumeRequested> binder) =>
        binder.Then(context =>
        {
            var (course, wish) = (context.Saga, context.Message);
            course.Settings = course.Settings with
            {
                MaxCostUsd = wish.MaxCostUsd ?? course.Settings.MaxCostUsd,
                MaxHours = wish.MaxHours ?? course.Settings.MaxHours,
            };
            course.Deadline = course.StartedAt + TimeSpan.FromHours(course.Settings.MaxHours);
            (course.PauseReason, course.PauseRemedy) = (null, null);
        }).ThenAsync(context => context.ForgetManifest());

    internal static async Task WatchLimits(this BehaviorContext<Course> context)
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

    /// <summary>A stage that the model's quota could never hold: nothing more is paid for until that is mended.</summary>
    internal static async Task WatchQuotas(this BehaviorContext<Course> context)
    {
        var (course, items) = (context.Saga, context.Service<IWorkItems>());
        if (course.PauseReason is not null || course.Plan is null)
            return;
        foreach (var kind in course.Models.Keys)
        {
            if (context.Service<ReservationRequests>().Least(course, kind) is not { } least || context.Service<IQuotaLedger>().CanEverFit(least, out var failure))
                continue;
            var open = new WorkQuery { Kinds = [kind], Statuses = WorkQuery.Unfinished };
            if ((await items.Where(course.CorrelationId, open, context.CancellationToken)).Any(item => ReservationRequests.MayCall(course, item)))
                (course.PauseReason, course.PauseRemedy) = (failure.Reason, failure.Remedy);
        }
    }

    internal static async Task PauseNow(this BehaviorContext<Course> context, CourseStateMachine machine)
    {
        await context.TransitionToState(machine.Paused);
        if (!await context.SendManifest())
            await context.PublishPause();
    }

    /// <summary>The manifest is written at every pause; the pause is announced when that is through.</summary>
    internal static async Task AnnouncePause(this BehaviorContext<Course> context)
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

    /// <summary>One that tells of the pause is no longer waited for: the course writes another at its end.</summary>
    static async Task ForgetManifest(this BehaviorContext<Course> context)
    {
        if (await context.Manifest() is { } manifest)
            (manifest.Status, manifest.ReservationId, manifest.DueAt) = (WorkStatus.Waiting, null, null);
    }
}
