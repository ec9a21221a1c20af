using System.Net.Sockets;

namespace CourseGen.Hosting;

/// <summary>Whether the broker can be connected to.</summary>
sealed class BrokerPort(BrokerAddress address)
{
    static readonly byte[] ProtocolHeader = [.. "AMQP"u8, 0, 0, 9, 1];
    static readonly TimeSpan Answer = TimeSpan.FromSeconds(2);

    /// <summary>Somebody answers who speaks AMQP: a proxy's or a half-started broker's open port is none.</summary>
    /// <exception cref="OperationCanceledException">As the token says.</exception>
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
        catch (Exception closed) when (closed is SocketException or IOException || closed is OperationCanceledException && !token.IsCancellationRequested)
        {
            return false;
        }
    }
}
