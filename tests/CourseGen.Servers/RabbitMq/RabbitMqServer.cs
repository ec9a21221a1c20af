using CourseGen.Servers.Processes;
using CourseGen.Servers.RabbitMq;

namespace CourseGen.Servers;

/// <summary>
/// A RabbitMQ with its management API. It has the shape of a container of Testcontainers (start, address, dispose), so that one can take its place.
/// </summary>
public sealed class RabbitMqServer : IAsyncDisposable
{
    static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);

    readonly RabbitMqNode? _node;
    readonly RabbitMqManagement _management;

    RabbitMqServer(Uri uri, Uri management, RabbitMqNode? node)
    {
        (Uri, Management, _node) = (uri, management, node);
        var user = uri.UserInfo.Split(':', 2).Select(System.Uri.UnescapeDataString).ToList();
        _management = new RabbitMqManagement(management, user is [{ Length: > 0 } name, ..] ? name : "guest", user is [_, var word] ? word : "guest");
    }

    /// <summary><c>amqp://user:password@127.0.0.1:port/</c>, the default virtual host.</summary>
    public Uri Uri { get; }

    /// <summary>The management API, <c>http://127.0.0.1:port/</c>; user and password are those of <see cref="Uri"/>.</summary>
    public Uri Management { get; }

    /// <summary>The running processes, in the order in which to end them; none when this process did not start them.</summary>
    public IReadOnlyList<ServerProcess> Processes => [.. _node?.Daemons.Select(daemon => ServerProcess.Of(daemon.Id, Signals.Kill)) ?? []];

    /// <param name="folder">Null is a temporary one.</param>
    /// <exception cref="ServerUnavailableException">It cannot be installed or started here.</exception>
    public static async Task<RabbitMqServer> Start(ServerFolder? folder = null, CancellationToken token = default)
    {
        var node = await RabbitMqNode.Start(folder ?? ServerFolder.Temporary(), token);
        var server = new RabbitMqServer(new Uri($"amqp://{RabbitMqNode.User}:{RabbitMqNode.Password}@127.0.0.1:{node.Port}/"),
            new Uri($"http://127.0.0.1:{node.ManagementPort}/"), node);
        await Undo.OnFailure(server, () => server.Ready(node, token));
        return server;
    }

    /// <summary>A server that runs already.</summary>
    public static RabbitMqServer At(Uri uri, Uri management) => new(uri, new Uri(management.GetLeftPart(UriPartial.Scheme) + management.Authority + "/"), node: null);

    /// <summary>A new virtual host that the server's user may do everything in.</summary>
    /// <returns>The address with that virtual host.</returns>
    public async Task<Uri> CreateVirtualHost(CancellationToken token = default)
    {
        var name = $"test-{Guid.NewGuid():N}";
        await _management.PutVirtualHost(name, token);
        return new Uri(Uri, name);
    }

    public Task DeleteVirtualHost(Uri address, CancellationToken token = default) => _management.DeleteVirtualHost(System.Uri.UnescapeDataString(address.AbsolutePath.TrimStart('/')), token);

    /// <summary>Takes over a definitions file of RabbitMQ: policies, virtual hosts, users, queues.</summary>
    public Task ImportDefinitions(string json, CancellationToken token = default) => _management.PostDefinitions(json, token);

    /// <summary>Closes, from the broker's side, every connection whose client gave it this name; waits until there is one.</summary>
    /// <returns>How many were closed.</returns>
    public async Task<int> CloseConnections(string name, CancellationToken token = default)
    {
        IReadOnlyList<string> keys;
        while ((keys = await _management.ConnectionsNamed(name, token)).Count == 0)
            await Task.Delay(TimeSpan.FromMilliseconds(50), token);
        foreach (var key in keys)
            await _management.CloseConnection(key, token);
        return keys.Count;
    }

    /// <summary>Raises the memory alarm: the broker takes no messages from publishers.</summary>
    public Task RaiseMemoryAlarm(CancellationToken token = default) => Own.Control(["set_vm_memory_high_watermark", "0.000001"], token);

    public Task ClearMemoryAlarm(CancellationToken token = default) => Own.Control(["set_vm_memory_high_watermark", "0.4"], token);

    /// <summary>Ends it in order.</summary>
    public Task Stop() => Own.Stop();

    /// <summary>Ends it as a power cut would.</summary>
    public Task Kill() => Own.Kill();

    /// <summary>After a stop or a kill: the same ports, and the same data.</summary>
    public Task StartAgain()
    {
        Own.StartBroker();
        return Ready(Own, CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        _management.Dispose();
        if (_node is not null)
            await _node.DisposeAsync();
    }

    RabbitMqNode Own => _node ?? throw new InvalidOperationException($"{TestServers.RabbitMqVariable} names this server, so it is not ours to stop or change; start one of your own.");

    Task Ready(RabbitMqNode node, CancellationToken token) => Readiness.Wait(node.Broker, StartLimit, wait => _management.Listens(node.Port, wait), token);
}
