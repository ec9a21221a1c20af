using System.Net.Sockets;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CourseGen.Hosting;

/// <summary>
/// Waits for the broker before each attempt to connect. The bus waits 4 seconds after its first failed attempt, and longer after
/// each further one; with this its first attempt succeeds, however long the broker was away.
/// </summary>
sealed partial class BrokerPort(BrokerAddress address, BrokerOptions options, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<BrokerPort> log)
{
    static readonly byte[] ProtocolHeader = [.. "AMQP"u8, 0, 0, 9, 1];
    static readonly TimeSpan Answer = TimeSpan.FromSeconds(2);

    /// <exception cref="OperationCanceledException">The process stops.</exception>
    public async Task WaitUntilOpen()
    {
        var stopping = lifetime.ApplicationStopping;
        var waited = false;
        while (!await IsOpen(stopping))
        {
            stopping.ThrowIfCancellationRequested();
            if (!waited)
                Unreachable(log, address);
            waited = true;
            await Task.Delay(options.ReconnectPoll, time, stopping);
        }
        if (waited)
            Reachable(log, address);
    }

    /// <summary>Somebody answers who speaks AMQP: a proxy's or a half-started broker's open port is none.</summary>
    public async Task<bool> IsOpen(CancellationToken token)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(token);
        patience.CancelAfter(Answer);
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(address.Host, address.Port, patience.Token);
            if (address.Tls)
                return true;
            await client.GetStream().WriteAsync(ProtocolHeader, patience.Token);
            return await client.GetStream().ReadAsync(new byte[1], patience.Token) == 1;
        }
        catch (Exception closed) when (closed is SocketException or IOException or OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(LogLevel.Warning, "RabbitMQ at {Address} does not answer; connecting as soon as it does.")]
    static partial void Unreachable(ILogger log, BrokerAddress address);

    [LoggerMessage(LogLevel.Information, "RabbitMQ at {Address} answers.")]
    static partial void Reachable(ILogger log, BrokerAddress address);
}
