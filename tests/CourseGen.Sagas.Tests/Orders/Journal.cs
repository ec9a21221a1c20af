using MassTransit;

namespace CourseGen.Sagas.Orders;

/// <summary>What has happened, and a way to wait for it: looked at again whenever something happens, with a deadline, never a sleep.</summary>
public sealed class Journal : IReceiveObserver
{
    static readonly TimeSpan Deadline = TimeSpan.FromSeconds(180);
    readonly Lock _gate = new();
    readonly List<PickLine> _steps = [];
    readonly List<(Guid Id, object Message)> _arrivals = [];
    readonly List<Guid> _received = [];
    readonly TaskCompletionSource _release = new(TaskCreationOptions.RunContinuationsAsynchronously);
    TaskCompletionSource _happened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    bool _held;

    /// <summary>Messages whose saga code has run, once for each attempt.</summary>
    public IReadOnlyList<PickLine> Steps => Read(() => _steps.ToList());

    /// <summary>A step waits for <see cref="Release"/>.</summary>
    public bool Held => Read(() => _held);

    public void StepRan(PickLine message) => Happen(() => _steps.Add(message));

    public Task HoldUntilReleased()
    {
        Happen(() => _held = true);
        return _release.Task.WaitAsync(Deadline);
    }

    public void Release() => _release.SetResult();

    public void Arrived(Guid id, object message) => Happen(() => _arrivals.Add((id, message)));

    /// <summary>What arrived, each message once: an outbox delivers at least once.</summary>
    public IReadOnlyList<T> Arrivals<T>() =>
        Read(() => _arrivals.DistinctBy(arrival => arrival.Id).Select(arrival => arrival.Message).OfType<T>().ToList());

    /// <summary>How often messages of the kind arrived, repeats included.</summary>
    public int Deliveries<T>() => Read(() => _arrivals.Count(arrival => arrival.Message is T));

    /// <summary>Deliveries of a message that some endpoint is through with.</summary>
    public int Received(Guid id) => Read(() => _received.Count(received => received == id));

    public async Task Until(Func<Journal, bool> condition)
    {
        using var deadline = new CancellationTokenSource(Deadline);
        for (var happened = Next(); !condition(this); happened = Next())
            await happened.WaitAsync(deadline.Token);
    }

    Task IReceiveObserver.PreReceive(ReceiveContext context) => Task.CompletedTask;

    Task IReceiveObserver.PostReceive(ReceiveContext context) => Through(context);

    Task IReceiveObserver.PostConsume<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType) => Task.CompletedTask;

    Task IReceiveObserver.ConsumeFault<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception) =>
        Task.CompletedTask;

    Task IReceiveObserver.ReceiveFault(ReceiveContext context, Exception exception) => Through(context);

    Task Through(ReceiveContext context)
    {
        if (context.GetMessageId() is { } id)
            Happen(() => _received.Add(id));
        return Task.CompletedTask;
    }

    Task Next() => Read(() => _happened.Task);

    T Read<T>(Func<T> read)
    {
        lock (_gate)
            return read();
    }

    void Happen(Action change)
    {
        TaskCompletionSource happened;
        lock (_gate)
        {
            change();
            happened = _happened;
            _happened = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
        happened.SetResult();
    }
}

/// <summary>Writes down what the saga publishes, and the faults.</summary>
public sealed class JournalConsumer(Journal journal) :
    IConsumer<LinePicked>, IConsumer<OrderMoved>, IConsumer<OrderClosed>, IConsumer<Marker>,
    IConsumer<Fault<PickLine>>, IConsumer<Fault<CloseOrder>>, IConsumer<Fault<AuditOrder>>
{
    public Task Consume(ConsumeContext<LinePicked> context) => Arrived(context);

    public Task Consume(ConsumeContext<OrderMoved> context) => Arrived(context);

    public Task Consume(ConsumeContext<OrderClosed> context) => Arrived(context);

    public Task Consume(ConsumeContext<Marker> context) => Arrived(context);

    public Task Consume(ConsumeContext<Fault<PickLine>> context) => Arrived(context);

    public Task Consume(ConsumeContext<Fault<CloseOrder>> context) => Arrived(context);

    public Task Consume(ConsumeContext<Fault<AuditOrder>> context) => Arrived(context);

    Task Arrived<T>(ConsumeContext<T> context) where T : class
    {
        journal.Arrived(context.MessageId.GetValueOrDefault(), context.Message);
        return Task.CompletedTask;
    }
}
