using System.Collections.Concurrent;
using MassTransit;
using MassTransit.Transports;

namespace CourseGen.Hosting.Testing;

/// <summary>The deliveries of a bus: which were acknowledged, and which were not.</summary>
sealed class Deliveries : IReceiveObserver
{
    readonly ConcurrentQueue<BaseReceiveContext> _begun = [];
    readonly SemaphoreSlim _acknowledged = new(0);
    readonly SemaphoreSlim _refused = new(0);

    /// <summary>What the transport does when the connection is lost, or when the bus has stopped waiting.</summary>
    public void Cut()
    {
        foreach (var delivery in _begun)
            delivery.Cancel();
    }

    public Task Acknowledged(int count) => Wait(_acknowledged, count);

    /// <summary>Their messages come again.</summary>
    public Task NotAcknowledged(int count) => Wait(_refused, count);

    public Task PreReceive(ReceiveContext context)
    {
        _begun.Enqueue((BaseReceiveContext)context);
        return Task.CompletedTask;
    }

    public Task PostReceive(ReceiveContext context)
    {
        _acknowledged.Release();
        return Task.CompletedTask;
    }

    public Task ReceiveFault(ReceiveContext context, Exception exception)
    {
        _refused.Release();
        return Task.CompletedTask;
    }

    public Task PostConsume<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType) where T : class => Task.CompletedTask;

    public Task ConsumeFault<T>(ConsumeContext<T> context, TimeSpan duration, string consumerType, Exception exception) where T : class => Task.CompletedTask;

    static async Task Wait(SemaphoreSlim semaphore, int count)
    {
        for (var n = 0; n < count; n++)
            (await semaphore.WaitAsync(WorkBus.Patience)).ShouldBeTrue("the delivery did not end");
    }
}
