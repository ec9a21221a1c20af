using System.Collections.Concurrent;
using System.Diagnostics;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace CourseGen.EndToEnd.Tests.Secrecy;

/// <summary>All that a process says of its work: lines of its log with their exceptions, activities with their tags and events, messages as they are sent.</summary>
sealed class Overheard : ILoggerProvider, ILogger, ISendObserver, IPublishObserver
{
    readonly ActivityListener _activities;

    public Overheard()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => Activities.Enqueue(Text(activity)),
        };
        ActivitySource.AddActivityListener(_activities);
    }

    public ConcurrentQueue<string> Log { get; } = [];

    public ConcurrentQueue<string> Activities { get; } = [];

    public ConcurrentQueue<string> Messages { get; } = [];

    public void Dispose() => _activities.Dispose();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        Log.Enqueue($"{state}");
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    void ILogger.Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var values = state is IEnumerable<KeyValuePair<string, object?>> named ? string.Join(' ', named) : "";
        Log.Enqueue($"{formatter(state, exception)} {values} {exception}");
    }

    public Task PreSend<T>(SendContext<T> context)
        where T : class => Hear(context);

    public Task PostSend<T>(SendContext<T> context)
        where T : class => Task.CompletedTask;

    public Task SendFault<T>(SendContext<T> context, Exception exception)
        where T : class => Task.CompletedTask;

    public Task PrePublish<T>(PublishContext<T> context)
        where T : class => Hear(context);

    public Task PostPublish<T>(PublishContext<T> context)
        where T : class => Task.CompletedTask;

    public Task PublishFault<T>(PublishContext<T> context, Exception exception)
        where T : class => Task.CompletedTask;

    Task Hear<T>(SendContext<T> context)
        where T : class
    {
        Messages.Enqueue($"{typeof(T).Name} {string.Join(' ', context.Headers.GetAll())} {context.Serializer.GetMessageBody(context).GetString()}");
        return Task.CompletedTask;
    }

    static string Text(Activity activity) => string.Join(' ',
    [
        activity.Source.Name, activity.OperationName, activity.DisplayName, activity.StatusDescription,
        .. activity.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"), .. activity.Baggage.Select(bag => $"{bag.Key}={bag.Value}"),
        .. activity.Events.SelectMany(happened => happened.Tags.Select(tag => $"{happened.Name} {tag.Key}={tag.Value}")),
    ]);
}
