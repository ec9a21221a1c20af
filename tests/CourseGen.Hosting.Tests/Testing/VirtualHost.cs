using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using CourseGen.Servers;

namespace CourseGen.Hosting.Testing;

/// <summary>A virtual host of a test's own on the real broker, seen through the management API as a person sees it.</summary>
sealed class VirtualHost : IAsyncDisposable
{
    readonly RabbitMqServer _server;
    readonly HttpClient _http;

    VirtualHost(RabbitMqServer server, Uri address)
    {
        (_server, Address) = (server, address);
        var user = Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(server.Uri.UserInfo)));
        _http = new HttpClient(new PatientManagement()) { BaseAddress = server.Management, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Basic", user) } };
    }

    public Uri Address { get; }

    public Uri Management => _server.Management;

    string Name => Address.AbsolutePath.TrimStart('/');

    public static async Task<VirtualHost> Create(RabbitMqServer? server = null)
    {
        server ??= await TestServers.RabbitMq();
        return new(server, await server.CreateVirtualHost());
    }

    /// <returns>Whether a queue took it.</returns>
    public async Task<bool> Publish(string exchange, string routingKey, string payload, object properties)
    {
        using var response = await _http.PostAsJsonAsync($"api/exchanges/{Name}/{Uri.EscapeDataString(exchange)}/publish", new
        {
            properties,
            routing_key = routingKey,
            payload = Convert.ToBase64String(Encoding.UTF8.GetBytes(payload)),
            payload_encoding = "base64",
        });
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!["routed"]!.GetValue<bool>();
    }

    /// <summary>Takes what lies in the queue; nothing when there is no such queue yet.</summary>
    public async Task<IReadOnlyList<JsonObject>> Take(string queue)
    {
        using var response = await _http.PostAsJsonAsync($"api/queues/{Name}/{queue}/get", new { count = 100, ackmode = "ack_requeue_false", encoding = "auto" });
        return response.IsSuccessStatusCode ? [.. (await response.Content.ReadFromJsonAsync<JsonArray>())!.Select(message => message!.AsObject())] : [];
    }

    /// <summary>A queue that keeps what is published of a message.</summary>
    public async Task Listen(string queue, params string[] exchanges)
    {
        await Put($"api/queues/{Name}/{queue}", new { durable = true, arguments = new Dictionary<string, string> { ["x-queue-type"] = "quorum" } });
        foreach (var exchange in exchanges)
        {
            using var bound = await _http.PostAsJsonAsync($"api/bindings/{Name}/e/{Uri.EscapeDataString(exchange)}/q/{queue}", new { routing_key = "" });
            bound.EnsureSuccessStatusCode();
        }
    }

    /// <summary>Entries of <c>queues</c>, <c>consumers</c>, <c>connections</c>, … in this virtual host.</summary>
    public async Task<IReadOnlyList<JsonObject>> List(string what)
    {
        var path = what == "connections" ? $"api/vhosts/{Name}/connections" : $"api/{what}/{Name}";
        return [.. (await _http.GetFromJsonAsync<JsonArray>(path))!.Select(entry => entry!.AsObject())];
    }

    public async Task Put(string path, object body)
    {
        using var response = await _http.PutAsJsonAsync(path.Replace("{vhost}", Name), body);
        response.EnsureSuccessStatusCode();
    }

    /// <param name="configure">A pattern of what the server's user may declare here.</param>
    public Task Allow(string configure) =>
        Put($"api/permissions/{Name}/{Address.UserInfo.Split(':')[0]}", new { configure, write = ".*", read = ".*" });

    public async Task Delete(string what, string name)
    {
        using var response = await _http.DeleteAsync($"api/{what}/{Name}/{Uri.EscapeDataString(name)}");
        response.EnsureSuccessStatusCode();
    }

    /// <summary>Puts a classic queue where a quorum queue was, whose consumers declare theirs anew as fast as they can.</summary>
    public Task Replace(string queue, TimeSpan patience) => Wait.Until(async () =>
    {
        using var deleted = await _http.DeleteAsync($"api/queues/{Name}/{queue}");
        using var put = await _http.PutAsJsonAsync($"api/queues/{Name}/{queue}", new { durable = true });
        return put.IsSuccessStatusCode;
    }, patience, $"{queue} is classic");

    /// <summary>Settings with which a service finds broker and store.</summary>
    public Dictionary<string, string?> Settings(string folder) => new()
    {
        ["ConnectionStrings:RabbitMq"] = Address.ToString(),
        ["RabbitMq:Management"] = Management.ToString(),
        ["Store:Kind"] = "Folder",
        ["Store:Folder"] = folder,
        ["Planner:TextModel:Provider"] = "simulated",
        ["Planner:ImageModel:Provider"] = "simulated",
    };

    public async ValueTask DisposeAsync()
    {
        await _server.DeleteVirtualHost(Address);
        _http.Dispose();
    }
}
