using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace CourseGen.Servers.RabbitMq;

/// <summary>The broker's HTTP API.</summary>
sealed class RabbitMqManagement(Uri address, string user, string password) : IDisposable
{
    readonly HttpClient _http = new(new PatientManagement())
    {
        BaseAddress = address,
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{user}:{password}"))) },
    };

    public async Task<bool> Listens(int port, CancellationToken token)
    {
        using var response = await _http.GetAsync($"api/health/checks/port-listener/{port}", token);
        return response.IsSuccessStatusCode;
    }

    public async Task PutVirtualHost(string name, CancellationToken token)
    {
        await Send(HttpMethod.Put, $"api/vhosts/{Uri.EscapeDataString(name)}", "{}", token);
        await Send(HttpMethod.Put, $"api/permissions/{Uri.EscapeDataString(name)}/{Uri.EscapeDataString(user)}", """{"configure":".*","write":".*","read":".*"}""", token);
    }

    public Task DeleteVirtualHost(string name, CancellationToken token) => Send(HttpMethod.Delete, $"api/vhosts/{Uri.EscapeDataString(name)}", json: null, token);

    public Task PostDefinitions(string json, CancellationToken token) => Send(HttpMethod.Post, "api/definitions", json, token);

    /// <returns>The broker's keys of the connections whose client gave them this name.</returns>
    public async Task<IReadOnlyList<string>> ConnectionsNamed(string name, CancellationToken token)
    {
        using var connections = await _http.GetFromJsonAsync<JsonDocument>("api/connections", token);
        return [.. connections!.RootElement.EnumerateArray().Where(connection => NameOf(connection) == name).Select(connection => connection.GetProperty("name").GetString()!)];
    }

    public Task CloseConnection(string key, CancellationToken token) => Send(HttpMethod.Delete, $"api/connections/{Uri.EscapeDataString(key)}", json: null, token);

    public void Dispose() => _http.Dispose();

    static string? NameOf(JsonElement connection) =>
        connection.TryGetProperty("client_properties", out var properties) && properties.TryGetProperty("connection_name", out var name) ? name.GetString() : null;

    async Task Send(HttpMethod method, string path, string? json, CancellationToken token)
    {
        using var request = new HttpRequestMessage(method, path) { Content = json is null ? null : new StringContent(json, Encoding.UTF8, "application/json") };
        using var response = await _http.SendAsync(request, token);
        if (!response.IsSuccessStatusCode && !(method == HttpMethod.Delete && response.StatusCode == HttpStatusCode.NotFound))
            throw new InvalidOperationException($"RabbitMQ's management API at {_http.BaseAddress} answered {(int)response.StatusCode} to {method} {path}; look at the broker's log.");
    }
}
