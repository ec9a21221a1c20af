using System.Collections.Concurrent;
using CourseGen.Contracts;
using MassTransit;

namespace CourseGen.Planner.Tests.Courses;

/// <summary>Keeps what the planner tells the world.</summary>
sealed class CourseEvents(Bell bell) :
    IConsumer<CourseStarted>, IConsumer<CourseProgressed>, IConsumer<CourseCompleted>, IConsumer<CourseCompletedWithGaps>, IConsumer<CourseFailed>,
    IConsumer<CourseRejected>, IConsumer<CoursePaused>, IConsumer<CourseCancelled>
{
    readonly ConcurrentQueue<ICourseMessage> _all = new();

    public IReadOnlyList<T> Of<T>() => [.. _all.OfType<T>()];

    public IReadOnlyList<ICourseMessage> Ends => [.. _all.Where(message => message is CourseCompleted or CourseCompletedWithGaps or CourseFailed or CourseCancelled)];

    public Task Consume(ConsumeContext<CourseStarted> context) => Keep(context.Message);
    public Task Consume(ConsumeContext<CourseProgressed> context) => Keep(context.Message);
    public Task Consume(ConsumeContext<CourseCompleted> context) => Keep(context.Message);
    public Task Consume(ConsumeContext<CourseCompletedWithGaps> context) => Keep(context.Message);
    public Task Consume(ConsumeContext<CourseFailed> context) => Keep(context.Message);
    public Task Consume(ConsumeContext<CourseRejected> context) => Keep(context.Message);
    public Task Consume(ConsumeContext<CoursePaused> context) => Keep(context.Message);
    public Task Consume(ConsumeContext<CourseCancelled> context) => Keep(context.Message);

    Task Keep(ICourseMessage message)
    {
        _all.Enqueue(message);
        bell.Ring();
        return Task.CompletedTask;
    }
}

/// <summary>Keeps deliveries that faulted (after their retries) or that nobody consumed, by queue.</summary>
sealed class FailedDeliveries : IReceiveObserver
{
    readonly ConcurrentQueue<string> _all = new();

    public IReadOnlyList<string> All => [.. _all];

    public Task PreReceive(ReceiveContext context) => Task.CompletedTask;

    public Task PostReceive(ReceiveContext context)
    {
        if (!context.IsDelivered && !context.IsFaulted)
            _all.Enqueue($"{context.InputAddress.AbsolutePath}: skipped");
        return Task.CompletedTask;
    }

    public Task PostConsume<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType) where T : class => Task.CompletedTask;

    public Task ConsumeFault<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception) where T : class
    {
        _all.Enqueue($"{context.ReceiveContext.InputAddress.AbsolutePath}: {typeof(T).Name}: {exception}");
        return Task.CompletedTask;
    }

    public Task ReceiveFault(ReceiveContext context, Exception exception)
    {
        _all.Enqueue($"{context.InputAddress.AbsolutePath}: {exception}");
        return Task.CompletedTask;
    }
}
