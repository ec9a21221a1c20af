using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.Json;
using Amazon.Runtime;
using CourseGen.Contracts;

namespace CourseGen.Models.Bedrock;

/// <summary>
/// Posts one request and never a second: who asks tries again. On <see cref="HttpClient"/> and not on the SDK's own pipeline, which
/// would add retries, its own time limits and exceptions that quote what the server says.
/// </summary>
sealed class BedrockConnection : IDisposable
{
    const int MaxErrorBytes = 64 * 1024;
    readonly BedrockOptions _options;
    readonly BedrockAuthorization _authorization;
    readonly HttpClient _http;
    readonly Lazy<BedrockPlace> _place;

    /// <param name="credentials">In place of those that the SDK finds.</param>
    public BedrockConnection(BedrockOptions options, string? bearerToken, TimeProvider time, AWSCredentials? credentials = null)
    {
        (_options, Time) = (options, time);
        _authorization = new BedrockAuthorization(bearerToken, credentials, time);
        _place = new Lazy<BedrockPlace>(() => BedrockPlace.Of(options), LazyThreadSafetyMode.PublicationOnly);
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            ConnectTimeout = options.ConnectTimeout,
            Proxy = options.Proxy is null ? null : new WebProxy(options.Proxy),
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),
        })
        { Timeout = Timeout.InfiniteTimeSpan };
    }

    public TimeProvider Time { get; }

    public TimeSpan IdleTimeout => _options.IdleTimeout;

    /// <param name="operation">The last part of the path: <c>converse-stream</c>.</param>
    /// <returns>A successful response whose body is still to be read.</returns>
    /// <exception cref="WorkException">As <see cref="BedrockRefusal"/> says.</exception>
    public async Task<HttpResponseMessage> Post(string model, string operation, byte[] body, CancellationToken token)
    {
        var response = await Exchange(model, operation, body, token);
        if (response.StatusCode == HttpStatusCode.OK)
            return response;
        using (response)
            throw await Refusal(response, model, body, token);
    }

    /// <summary>Reads the whole body as JSON.</summary>
    /// <exception cref="ModelUnavailableException">It was cut off, or is no JSON.</exception>
    public async Task<JsonElement> PostForJson(string model, string operation, byte[] body, CancellationToken token)
    {
        using var response = await Post(model, operation, body, token);
        return await Json(response, model, token);
    }

    /// <returns>Null where Bedrock does not offer the operation for the model.</returns>
    public async Task<JsonElement?> PostIfOffered(string model, string operation, byte[] body, CancellationToken token)
    {
        using var response = await Exchange(model, operation, body, token);
        return response.StatusCode switch
        {
            HttpStatusCode.OK => await Json(response, model, token),
            HttpStatusCode.BadRequest or HttpStatusCode.NotFound => null,
            _ => throw await Refusal(response, model, body, token),
        };
    }

    /// <summary>What a message of a stream, that is no event, means.</summary>
    public Exception MidStream(HttpResponseMessage response, string model, byte[] body, StreamMessage message) =>
        Refusal(response, model, body).MidStream(BedrockError.MidStream(message));

    public void Dispose() => _http.Dispose();

    async Task<HttpResponseMessage> Exchange(string model, string operation, byte[] body, CancellationToken token)
    {
        var place = _place.Value;
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{place.Endpoint.AbsoluteUri.TrimEnd('/')}/model/{Uri.EscapeDataString(model)}/{operation}")
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } },
        };
        await _authorization.Authorize(request, place, model, operation, body).WaitAsync(token);
        return await Send(request, place, token);
    }

    static async Task<JsonElement> Json(HttpResponseMessage response, string model, CancellationToken token)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<JsonElement>(await response.Content.ReadAsStreamAsync(token), cancellationToken: token);
        }
        catch (Exception broken) when (broken is JsonException or HttpRequestException or IOException)
        {
            throw new ModelUnavailableException($"The answer of {model} was cut off.", broken);
        }
    }

    async Task<HttpResponseMessage> Send(HttpRequestMessage request, BedrockPlace place, CancellationToken token)
    {
        var address = place.Endpoint.GetLeftPart(UriPartial.Authority);
        try
        {
            return await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, token);
        }
        catch (HttpRequestException failed)
        {
            throw failed.HttpRequestError switch
            {
                HttpRequestError.NameResolutionError when failed.InnerException is not SocketException { SocketErrorCode: SocketError.TryAgain } => new WorkException(FailureKind.Configuration, $"The host of Bedrock's endpoint {address} is not known.",
                    $"Correct {BedrockSettings.Region} or {BedrockSettings.Endpoint}; behind a proxy set HTTPS_PROXY or {BedrockSettings.Proxy}.", failed),
                HttpRequestError.SecureConnectionError => new WorkException(FailureKind.Configuration, $"TLS with Bedrock's endpoint {address} fails: {TlsFault(failed)}",
                    $"Correct {BedrockSettings.Endpoint} (http:// if the server speaks no TLS), or name the authority that signed its certificate in SSL_CERT_FILE.", failed),
                HttpRequestError.ProxyTunnelError => new WorkException(FailureKind.Configuration, $"The proxy opens no way to Bedrock's endpoint {address}.",
                    $"Correct HTTPS_PROXY or {BedrockSettings.Proxy}, or allow the endpoint there.", failed),
                HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError => new ModelUnreachableException(address, failed, BedrockSettings.Endpoint),
                _ => new ModelUnavailableException($"The connection to Bedrock's endpoint {address} broke.", failed),
            };
        }
        catch (OperationCanceledException slow) when (slow.InnerException is TimeoutException && !token.IsCancellationRequested)
        {
            throw new ModelUnreachableException(address, slow, BedrockSettings.Endpoint);
        }
    }

    async Task<Exception> Refusal(HttpResponseMessage response, string model, byte[] body, CancellationToken token)
    {
        var error = await BedrockError.Read(response, MaxErrorBytes, token);
        if (response.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized)
            _authorization.Forget();
        return Refusal(response, model, body).Of(error);
    }

    BedrockRefusal Refusal(HttpResponseMessage response, string model, byte[] body) =>
        new(model, _place.Value, _authorization.UsesBearerToken, response.RequestMessage?.Headers, body);

    static string TlsFault(Exception failed)
    {
        while (failed.InnerException is { } inner && failed is not AuthenticationException)
            failed = inner;
        return failed is AuthenticationException ? $"{failed.Message.TrimEnd('.')}." : "the server speaks no TLS.";
    }
}
