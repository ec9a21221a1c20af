using System.Collections.Concurrent;
using System.Diagnostics;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace CourseGen.Hosting.Testing;

/// <summary>Endpoints that each hold one message until its delivery is cut, or the test is over: a service that stops waits for them.</summary>
sealed class HeldMessages : IDisposable
{
    readonly ConcurrentDictionary<Type, SemaphoreSlim> _begun = [];
    readonly TaskCompletionSource _goOn = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Hold<T>(IBusRegistrationConfigurator bus, string queue) where T : class
    {
        _begun[typeof(T)] = new SemaphoreSlim(0);
        bus.AddSingleton(this);
        bus.AddConsumer<HoldingConsumer<T>>().Endpoint(endpoint => endpoint.Name = queue);
    }

    /// <summary>Until each endpoint has been given its message, anew.</summary>
    /// <returns>How long that took.</returns>
    public async Task<TimeSpan> Begun(TimeSpan patience)
    {
        var clock = Stopwatch.StartNew();
        foreach (var (message, begun) in _begun)
            (await begun.WaitAsync(patience)).ShouldBeTrue($"{message.Name} did not come");
        return clock.Elapsed;
    }

    public void Dispose() => _goOn.TrySetResult();

    sealed class HoldingConsumer<T>(HeldMessages held) : IConsumer<T> where T : class
    {
        public Task Consume(ConsumeContext<T> context)
        {
            held._begun[typeof(T)].Release();
            return held._goOn.Task.WaitAsync(context.CancellationToken);
        }
    }
}

/// <summary>How often an endpoint could not consume.</summary>
sealed class Faults(string queue) : IReceiveEndpointObserver
{
    int _count;

    public int Count => _count;

    public Task Faulted(ReceiveEndpointFaulted faulted)
    {
        if (faulted.InputAddress.AbsolutePath.EndsWith($"/{queue}", StringComparison.Ordinal))
            Interlocked.Increment(ref _count);
        return Task.CompletedTask;
    }

    public Task Ready(ReceiveEndpointReady ready) => Task.CompletedTask;

    public Task Stopping(ReceiveEndpointStopping stopping) => Task.CompletedTask;

    public Task Completed(ReceiveEndpointCompleted completed) => Task.CompletedTask;
}
