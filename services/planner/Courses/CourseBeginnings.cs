using CourseGen.Contracts;
using MassTransit;

namespace CourseGen.Planner.Courses;

/// <summary>Verbs of the saga: how a course begins, goes on to its next revision, and begins again.</summary>
static class CourseBeginnings
{
    /// <summary>What a command that finds the course under way is told.</summary>
    internal const string AlreadyUnderWay = "The course is already under way.";
    internal const string Waits = "The course is under way with other settings; this start waits until that has ended.";
    internal const string SendAgain = "The course is under way; send this command again when it has ended.";

    public static EventActivityBinder<Course, CourseRequested> Begin(this EventActivityBinder<Course, CourseRequested> binder) =>
        binder.Then(context => context.Saga.Take(context.Message));

    public static EventActivityBinder<Course, RepairRequested> BeginRepair(this EventActivityBinder<Course, RepairRequested> binder) =>
        binder.Then(context =>
        {
            context.Saga.Take(context.Message.Location, context.Message.Stored, CourseMode.Full);
            context.Saga.Repair = context.Message.Scope;
        });

    public static EventActivityBinder<Course, BookRequested> BeginBook(this EventActivityBinder<Course, BookRequested> binder) =>
        binder.Then(context =>
        {
            context.Saga.Take(context.Message.Location, context.Message.Stored, CourseMode.Book);
            context.Saga.Settings = context.Saga.Settings with { BookFormats = context.Message.BookFormats ?? context.Saga.Settings.BookFormats };
        });

    public static EventActivityBinder<Course, MergeRequested> BeginMerge(this EventActivityBinder<Course, MergeRequested> binder) =>
        binder.Then(context =>
        {
            context.Saga.Take(context.Message.Location, context.Message.Stored, CourseMode.Merge);
            context.Saga.DeckKeys = context.Message.DeckKeys;
        });

    /// <summary>The course's revision stays what it is, or is 0 where there is none: a deck of its book is no other course.</summary>
    public static EventActivityBinder<Course, DeckRequested> BeginDeck(this EventActivityBinder<Course, DeckRequested> binder) =>
        binder.Then(context =>
        {
            var (message, none) = (context.Message, new StoredRevision(0, "", context.Message.Settings, context.Message.Book));
            context.Saga.Take(message.Location, message.Stored ?? none, CourseMode.Deck);
            (context.Saga.Settings, context.Saga.Outline) = (message.Settings, message.Book);
        });

    /// <summary>The revision's first item: its plan.</summary>
    public static EventActivityBinder<Course, T> PlanTheCourse<T>(this EventActivityBinder<Course, T> binder) where T : class =>
        binder.ThenAsync(context => context.PlanRevision());

    /// <summary>A start while the course is under way: an equal one is under way already, another waits; a newer one takes its place.</summary>
    public static EventActivityBinder<Course, CourseRequested> JoinOrQueue(this EventActivityBinder<Course, CourseRequested> binder, CourseStateMachine machine) =>
        binder.ThenAsync(context =>
        {
            var course = context.Saga;
            var equal = context.Message.Shape == course.Shape && course is { Mode: CourseMode.Full, Repair: null or { Items.Count: 0 } };
            course.Next = equal ? null : context.Message;
            return context.Say(!equal ? Waits
                : course.CurrentState == machine.Paused.Name ? $"The course is paused: {course.PauseReason} {course.PauseRemedy}"
                : AlreadyUnderWay);
        });

    /// <summary>A repair, rebuild or merge while the course is under way changes nothing.</summary>
    public static EventActivityBinder<Course, T> AskToWait<T>(this EventActivityBinder<Course, T> binder) where T : class, ICourseMessage =>
        binder.ThenAsync(context => context.Say(SendAgain));

    static Task Say(this BehaviorContext<Course> context, string warning)
    {
        var course = context.Saga;
        return context.Publish(new CourseStarted(course.CorrelationId, course.Location, course.Revision, course.Title, [warning]));
    }

    /// <summary>A start of a course that has ended: done stays done, gaps are repaired, anything else is the next revision.</summary>
    public static EventActivityBinder<Course, CourseRequested> BeginAgain(this EventActivityBinder<Course, CourseRequested> binder, CourseStateMachine machine) =>
        binder.ThenAsync(async context =>
        {
            var course = context.Saga;
            if (course.Shape == context.Message.Shape && course.Mode == CourseMode.Full && course.CurrentState == machine.Completed.Name)
            {
                await context.PublishEnd(gaps: [], made: true);
                return;
            }
            await context.BeginRevision(machine, context.Message);
        });

    /// <summary>The start that was waiting for this revision to end, if there is one.</summary>
    public static EventActivityBinder<Course, T> BeginNext<T>(this EventActivityBinder<Course, T> binder, CourseStateMachine machine) where T : class =>
        binder.ThenAsync(context => context.BeginWaiting(machine));

    internal static async Task BeginWaiting(this BehaviorContext<Course> context, CourseStateMachine machine)
    {
        if (context.Saga.Next is not { } next)
            return;
        context.Saga.Next = null;
        await context.BeginRevision(machine, next);
    }

    static async Task BeginRevision(this BehaviorContext<Course> context, CourseStateMachine machine, CourseRequested request)
    {
        context.Saga.Take(request);
        await context.PlanRevision();
        await context.TransitionToState(machine.Running);
        await context.GoOn(machine);
    }

    static async Task PlanRevision(this BehaviorContext<Course> context)
    {
        var course = context.Saga;
        course.StartedAt = context.Service<TimeProvider>().GetUtcNow();
        course.Deadline = course.StartedAt + TimeSpan.FromHours(course.Settings.MaxHours);
        (course.Plan, course.PauseReason, course.PauseRemedy) = (null, null, null);
        (course.Calls, course.Reused, course.InputTokens, course.OutputTokens, course.CostUsd) = (0, 0, 0, 0, 0);
        await context.Service<WorkCreation>().CreatePlan(course, context.CancellationToken);
    }

    static void Take(this Course course, CourseRequested request)
    {
        var last = Math.Max(course.Revision, request.Stored?.Number ?? 0);
        var same = request.Shape == (course.Revision > 0 ? course.Shape : request.Stored?.Shape);
        course.Location = request.Location;
        (course.Revision, course.Previous) = same ? (last, last - 1) : (last + 1, last);
        (course.Shape, course.Settings, course.Outline) = (request.Shape, request.Settings, request.Outline);
        (course.Mode, course.Repair, course.DeckKeys) = (CourseMode.Full, null, []);
    }

    static void Take(this Course course, CourseLocation location, StoredRevision stored, CourseMode mode)
    {
        course.Location = location;
        (course.Revision, course.Previous) = (stored.Number, stored.Number - 1);
        (course.Shape, course.Settings, course.Outline) = (stored.Shape, stored.Settings, stored.Outline);
        (course.Mode, course.Repair, course.DeckKeys) = (mode, null, []);
    }
}
