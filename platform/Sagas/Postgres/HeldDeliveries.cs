using MassTransit;
using Microsoft.Extensions.Logging;

namespace CourseGen.Sagas;

/// <summary>
/// An endpoint's deliveries that wait: for Postgres to answer, or for the broker to take what their step published. All of them wait for
/// one probe, and none longer than the limit or than the endpoint runs: then it goes back to the broker.
/// </summary>
/// <param name="answers">Whether Postgres answers; does not throw because it does not.</param>
sealed partial class HeldDeliveries(
    Uri endpoint, Func<CancellationToken, Task<bool>> answers, PostgresOutboxOptions options, TimeProvider time, ILogger<HeldDeliveries> logger) :
    IReceiveEndpointObserver
{
    static readonly TimeSpan Step = TimeSpan.FromMilliseconds(50);
    readonly Lock _gate = new();
    CancellationTokenSource _running = new();
    Task _answer = Task.CompletedTask;

    public long Now => time.GetTimestamp();

    /// <summary>Returns when it is time to try again.</summary>
    /// <param name="token">The delivery's; with it MassTransit lets a cancellation through, so that the message is not an error.</param>
    /// <exception cref="OperationCanceledException">It may not be held any longer: it goes back to the broker.</exception>
    public async Task Hold(Exception failure, int attempt, long since, CancellationToken token)
    {
        var left = options.HoldLimit - time.GetElapsedTime(since);
        using var limit = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(token, _running.Token, limit.Token);
        try
        {
            if (!DatabaseFailure.IsAway(failure))
                await Task.Delay(options.HoldInterval, time, end.Token);
            else
            {
                await Answer().WaitAsync(end.Token);
                // An old connection from the pool may be broken still, or Postgres full: no tight loop.
                await Task.Delay(TimeSpan.FromTicks(Math.Min(Step.Ticks * attempt, options.HoldInterval.Ticks)), time, end.Token);
            }
        }
        catch (OperationCanceledException exception)
        {
            LogHandedBack(endpoint, failure.Message);
            throw new OperationCanceledException("The delivery goes back to the broker.", exception, token);
        }
    }

    Task IReceiveEndpointObserver.Ready(ReceiveEndpointReady ready)
    {
        if (_running.IsCancellationRequested)
            _running = new CancellationTokenSource();
        return Task.CompletedTask;
    }

    Task IReceiveEndpointObserver.Stopping(ReceiveEndpointStopping stopping) => _running.CancelAsync();

    Task IReceiveEndpointObserver.Completed(ReceiveEndpointCompleted completed) => Task.CompletedTask;

    Task IReceiveEndpointObserver.Faulted(ReceiveEndpointFaulted faulted) => Task.CompletedTask;

    Task Answer()
    {
        lock (_gate)
            return _answer.IsCompleted ? _answer = Task.Run(() => Probe(_running.Token)) : _answer;
    }

    async Task Probe(CancellationToken token)
    {
        if (await answers(token))
            return;
        LogAway(endpoint);
        do
            await Task.Delay(options.HoldInterval, time, token);
        while (!await answers(token));
        LogBack(endpoint);
    }

    [LoggerMessage(LogLevel.Warning, "Postgres does not answer: {Endpoint} holds its deliveries until it does.")]
    partial void LogAway(Uri endpoint);

    [LoggerMessage(LogLevel.Information, "Postgres answers again: {Endpoint} goes on.")]
    partial void LogBack(Uri endpoint);

    [LoggerMessage(LogLevel.Warning, "A delivery of {Endpoint} goes back to the broker, to be delivered again: {Failure}")]
    partial void LogHandedBack(Uri endpoint, string failure);
}
