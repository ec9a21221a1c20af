using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CourseGen.Hosting;

/// <summary>
/// What each attempt to connect passes first. It waits until the broker can be connected to: the bus waits 4 seconds after its first failed
/// attempt, and longer after each further one; with this its first attempt succeeds, however long the broker was away. The first time it
/// also checks the broker, and ends the process when it is not fit: nothing is declared there or consumed before.
/// </summary>
sealed partial class BrokerGate(
    BrokerPort port, BrokerCheck check, BrokerOptions options, BrokerAddress address, ServiceIdentity identity,
    IHostApplicationLifetime lifetime, TimeProvider time, ILogger<BrokerGate> log) : IDisposable
{
    readonly SemaphoreSlim _checking = new(1);
    bool _checked;

    /// <exception cref="OperationCanceledException">The process stops.</exception>
    public async Task Pass()
    {
        await WaitUntilOpen(lifetime.ApplicationStopping);
        await _checking.WaitAsync(lifetime.ApplicationStopping);
        try
        {
            if (!_checked)
                await check.Run(lifetime.ApplicationStopping);
            _checked = true;
        }
        catch (RefusedToStartException refusal)
        {
            StartFailure.Report(identity.Service, refusal);
            lifetime.StopApplication();
            throw new OperationCanceledException(refusal.Message, refusal, lifetime.ApplicationStopping);
        }
        finally
        {
            _checking.Release();
        }
    }

    public void Dispose() => _checking.Dispose();

    async Task WaitUntilOpen(CancellationToken stopping)
    {
        if (await IsOpen(stopping))
            return;
        Unreachable(log, address);
        do
            await Task.Delay(options.ReconnectPoll, time, stopping);
        while (!await IsOpen(stopping));
        Reachable(log, address);
    }

    /// <summary>What a first start may do nothing about, a wrong password for one, is the check's to say.</summary>
    async Task<bool> IsOpen(CancellationToken stopping) =>
        await port.IsOpen(stopping) && await (_checked ? check.IsOpen(stopping) : check.HasStarted(stopping));

    [LoggerMessage(LogLevel.Warning, "RabbitMQ at {Address} does not answer; connecting as soon as it does.")]
    static partial void Unreachable(ILogger log, BrokerAddress address);

    [LoggerMessage(LogLevel.Information, "RabbitMQ at {Address} answers.")]
    static partial void Reachable(ILogger log, BrokerAddress address);
}
