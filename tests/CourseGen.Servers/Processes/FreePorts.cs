using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace CourseGen.Servers.Processes;

/// <summary>
/// Loopback ports below those that Linux gives to clients (32768 and up), so that a server finds its port again after a restart.
/// </summary>
static class FreePorts
{
    const int First = 10_000;
    const int End = 32_000;

    static readonly ConcurrentDictionary<int, bool> Given = new();

    public static int Next()
    {
        while (true)
        {
            var port = RandomNumberGenerator.GetInt32(First, End);
            if (Given.TryAdd(port, true) && IsFree(port))
                return port;
        }
    }

    /// <summary>The preferred port when it is free, else another one.</summary>
    public static int Prefer(int port) => IsFree(port) ? port : Next();

    static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port) { ExclusiveAddressUse = false };
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
