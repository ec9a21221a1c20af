using System.Collections.Concurrent;
using CourseGen.Contracts;
using MassTransit;

namespace CourseGen.Images.Tests;

/// <summary>Keeps what is published, and says when a command is through.</summary>
sealed class BusRecorder : IPublishObserver, IConsumeMessageObserver<RenderImages>
{
    readonly ConcurrentQueue<object> _published = [];
    readonly ConcurrentDictionary<Guid, TaskCompletionSource> _through = [];

    public IEnumerable<T> Published<T>() => _published.OfType<T>();

    public Task Through(Guid courseId) => Completion(courseId).Task;

    TaskCompletionSource Completion(Guid courseId) =>
        _through.GetOrAdd(courseId, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    public Task PrePublish<T>(PublishContext<T> context) where T : class => Task.CompletedTask;

    public Task PostPublish<T>(PublishContext<T> context) where T : class
    {
        _published.Enqueue(context.Message);
        return Task.CompletedTask;
    }

    public Task PublishFault<T>(PublishContext<T> context, Exception exception) where T : class => Task.CompletedTask;

    public Task PreConsume(ConsumeContext<RenderImages> context) => Task.CompletedTask;

    public Task PostConsume(ConsumeContext<RenderImages> context)
    {
        Completion(context.Message.CourseId).SetResult();
        return Task.CompletedTask;
    }

    public Task ConsumeFault(ConsumeContext<RenderImages> context, Exception exception)
    {
        Completion(context.Message.CourseId).SetException(exception);
        return Task.CompletedTask;
    }
}
