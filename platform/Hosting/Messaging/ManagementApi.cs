using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;

namespace CourseGen.Hosting;

/// <summary>RabbitMQ's management API, in the virtual host and with the user of the connection string.</summary>
sealed class ManagementApi(BrokerAddress address, BrokerOptions options) : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    readonly HttpClient _http = new() { Timeout = Patience };

    public bool IsKnown => options.Management is not null;

    /// <param name="resource"><c>queues</c>, <c>policies</c>, …</param>
    /// <exception cref="HttpRequestException">It cannot be reached, or refuses.</exception>
    public async Task<IReadOnlyList<JsonObject>> List(string resource, CancellationToken token)
    {
        using var request = Request(HttpMethod.Get, resource);
        using var response = await Send(request, token);
        var list = await response.Content.ReadFromJsonAsync<JsonArray>(token);
        return [.. list!.Select(entry => entry!.AsObject())];
    }

    /// <exception cref="HttpRequestException">It cannot be reached, or refuses.</exception>
    public async Task Import(JsonObject definitions, CancellationToken token)
    {
        using var request = Request(HttpMethod.Post, "definitions");
        request.Content = JsonContent.Create(definitions);
        using var response = await Send(request, token);
    }

    public void Dispose() => _http.Dispose();

    HttpRequestMessage Request(HttpMethod method, string resource)
    {
        var uri = new Uri($"{options.Management!.AbsoluteUri.TrimEnd('/')}/api/{resource}/{Uri.EscapeDataString(address.VirtualHost)}");
        var user = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{address.User}:{address.Password}"));
        return new(method, uri) { Headers = { Authorization = new AuthenticationHeaderValue("Basic", user) } };
    }

    async Task<HttpResponseMessage> Send(HttpRequestMessage request, CancellationToken token)
    {
        try
        {
            return (await _http.SendAsync(request, token)).EnsureSuccessStatusCode();
        }
        catch (OperationCanceledException late) when (!token.IsCancellationRequested)
        {
            throw new HttpRequestException($"{request.RequestUri!.Authority} did not answer within {Patience.TotalSeconds} s.", late);
        }
    }
}
