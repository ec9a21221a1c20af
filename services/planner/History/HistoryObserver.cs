using CourseGen.Contracts;
using CourseGen.Planner.Courses;
using MassTransit;

namespace CourseGen.Planner.History;

/// <summary>Leaves an entry for every event that the saga has handled.</summary>
sealed class HistoryObserver : IEventObserver<Course>
{
    const int MaxText = 500;

    public Task PreExecute(BehaviorContext<Course> context) => Task.CompletedTask;

    public Task PreExecute<T>(BehaviorContext<Course, T> context) where T : class => Task.CompletedTask;

    public Task PostExecute(BehaviorContext<Course> context) => Task.CompletedTask;

    public async Task PostExecute<T>(BehaviorContext<Course, T> context) where T : class
    {
        var (course, message) = (context.Saga, context.Message);
        var (kind, receipt) = message is IWorkEvent work ? (WorkEvents.KindOf(work), work.Receipt) : default((WorkKind?, WorkReceipt?));
        var item = kind is { } known ? await context.Service<IWorkItems>().Find(course.CorrelationId, known, receipt!.Item, context.CancellationToken) : null;
        context.Service<ICourseHistory>().Add(new HistoryEntry
        {
            CourseId = course.CorrelationId,
            Revision = receipt?.Revision ?? course.Revision,
            At = context.Service<TimeProvider>().GetUtcNow(),
            Event = NameOf(typeof(T)),
            Kind = kind,
            Item = receipt?.Item ?? (message as ImagesRendered)?.Lesson,
            Status = item?.Status,
            Attempt = receipt?.Attempt,
            Text = Shorten(WorkEvents.TextOf(message)),
        });
    }

    public Task ExecuteFault(BehaviorContext<Course> context, Exception exception) => Task.CompletedTask;

    public Task ExecuteFault<T>(BehaviorContext<Course, T> context, Exception exception) where T : class => Task.CompletedTask;

    static string NameOf(Type message) => message.IsGenericType ? $"{message.GenericTypeArguments[0].Name}Faulted" : message.Name;

    static string? Shorten(string? text) => text is { Length: > MaxText } ? $"{text[..(MaxText - 1)]}…" : text;
}
