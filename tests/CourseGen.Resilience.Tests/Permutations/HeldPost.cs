using CourseGen.Contracts;
using MassTransit;
using MassTransit.Serialization;

namespace CourseGen.Resilience.Tests.Permutations;

/// <summary>
/// Stands before every endpoint of a bus: keeps each message that comes, and delivers it as often and in the order that it is told to.
/// The product knows nothing of it: to an endpoint a released message is like any other, with the same id each time.
/// </summary>
sealed class HeldPost : ISendObserver, IPublishObserver
{
    /// <summary>Of real time; generous, because a loaded machine is slow and what passes never waits for it.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(180);
    const string ReleasedHeader = "Released";

    readonly Lock _lock = new();
    readonly List<HeldMessage> _held = [];
    readonly Dictionary<Guid, string> _underWay = [];
    readonly HashSet<Guid> _arrived = [];
    int _open;
    TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Stand(string endpoint, IReceiveEndpointConfigurator configurator) =>
        configurator.ConfigureReceive(pipe => pipe.UseFilter(new HoldFilter(this, endpoint)));

    /// <summary>What is held, once nothing moves any more: in an order that depends on the messages alone.</summary>
    public async Task<IReadOnlyList<HeldMessage>> TakeAll()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            Task changed;
            lock (_lock)
            {
                if (_open == 0 && _underWay.Count == 0)
                    return Drain();
                changed = _changed.Task;
            }
            try
            {
                await changed.WaitAsync(patience.Token);
            }
            catch (OperationCanceledException late)
            {
                lock (_lock)
                    throw new TimeoutException($"{_open} deliveries do not end, or these never came: {string.Join(", ", _underWay.Values)}", late);
            }
        }
    }

    /// <summary>Delivers a copy; <see cref="TakeAll"/> waits for its end.</summary>
    public async Task Release(IBus bus, HeldMessage message)
    {
        lock (_lock)
            _open++;
        var endpoint = await bus.GetSendEndpoint(message.Address);
        await endpoint.Send(new ReleasedMessage(), context =>
        {
            context.MessageId = message.Id;
            context.Headers.Set(ReleasedHeader, "yes");
            context.Serializer = new CopyBodySerializer(message.ContentType, new BytesMessageBody(message.Body));
        });
    }

    public Task PreSend<T>(SendContext<T> context) where T : class => Leaves(context);

    public Task PostSend<T>(SendContext<T> context) where T : class => Task.CompletedTask;

    public Task SendFault<T>(SendContext<T> context, Exception exception) where T : class => Task.CompletedTask;

    public Task PrePublish<T>(PublishContext<T> context) where T : class => Leaves(context);

    public Task PostPublish<T>(PublishContext<T> context) where T : class => Task.CompletedTask;

    public Task PublishFault<T>(PublishContext<T> context, Exception exception) where T : class => Task.CompletedTask;

    /// <summary>What an outbox delivers has a type of its own, so a message is known by the exchange that it goes to.</summary>
    Task Leaves<T>(SendContext<T> context) where T : class
    {
        var exchange = Uri.UnescapeDataString(context.DestinationAddress!.AbsolutePath.TrimStart('/'));
        if (typeof(T) == typeof(ReleasedMessage) || Watched.Contains(exchange[(exchange.LastIndexOf(':') + 1)..]))
            return Task.CompletedTask;
        lock (_lock)
        {
            if (!_arrived.Contains(context.MessageId!.Value))
                _underWay[context.MessageId.Value] = exchange;
        }
        return Task.CompletedTask;
    }

    /// <summary>Events for those who watch a course have no endpoint among the services.</summary>
    static readonly HashSet<string> Watched =
    [
        nameof(CourseStarted), nameof(CourseProgressed), nameof(CourseCompleted), nameof(CourseCompletedWithGaps), nameof(CourseFailed),
        nameof(CourseRejected), nameof(CoursePaused), nameof(CourseCancelled), nameof(ModelThrottled),
    ];

    List<HeldMessage> Drain()
    {
        var all = _held.OrderBy(message => message.SortKey, StringComparer.Ordinal).ToList();
        _held.Clear();
        return all;
    }

    void Keep(HeldMessage message)
    {
        lock (_lock)
        {
            _arrived.Add(message.Id);
            _underWay.Remove(message.Id);
            _held.Add(message);
            Ring();
        }
    }

    void Ended()
    {
        lock (_lock)
        {
            _open--;
            Ring();
        }
    }

    void Ring()
    {
        _changed.TrySetResult();
        _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    sealed class HoldFilter(HeldPost post, string endpoint) : IFilter<ReceiveContext>
    {
        public async Task Send(ReceiveContext context, IPipe<ReceiveContext> next)
        {
            if (!context.TransportHeaders.TryGetHeader(ReleasedHeader, out _))
            {
                post.Keep(HeldMessage.Of(endpoint, context));
                return;
            }
            try
            {
                await next.Send(context);
            }
            finally
            {
                post.Ended();
            }
        }

        public void Probe(ProbeContext context) => context.CreateFilterScope("held");
    }
}

/// <summary>Carries the body of a message that was held.</summary>
public sealed class ReleasedMessage;
