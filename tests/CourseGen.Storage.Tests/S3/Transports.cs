using System.Net;
using System.Text;

namespace CourseGen.Storage;

/// <summary>A network on which something happens to the requests that a test picks.</summary>
sealed class Network(Predicate<HttpRequestMessage> picks, Func<HttpRequestMessage, Func<Task<HttpResponseMessage>>, Task<HttpResponseMessage>> happens)
    : DelegatingHandler(new SocketsHttpHandler())
{
    int _requests;

    public int Requests => _requests;

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _requests);
        Task<HttpResponseMessage> Send() => base.SendAsync(request, cancellationToken);
        return picks(request) ? happens(request, Send).WaitAsync(cancellationToken) : Send();
    }
}

static class Requests
{
    public static bool Is(this HttpRequestMessage request, HttpMethod method, string key) =>
        request.Method == method && request.RequestUri!.AbsolutePath.EndsWith(key, StringComparison.Ordinal);

    public static HttpResponseMessage Refusal(this HttpRequestMessage request, HttpStatusCode status, string code) => new(status)
    {
        RequestMessage = request,
        Content = new ByteArrayContent(Encoding.UTF8.GetBytes($"<?xml version=\"1.0\"?><Error><Code>{code}</Code><Message>no</Message></Error>"))
        {
            Headers = { ContentType = new("application/xml") },
        },
    };
}

/// <summary>A body that breaks off.</summary>
sealed class BrokenStream(Stream whole, int after) : MemoryStream
{
    int _left = after;

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_left == 0)
            throw new IOException("connection reset");
        var read = await whole.ReadAsync(buffer[..Math.Min(buffer.Length, _left)], cancellationToken);
        _left -= read;
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
}

/// <summary>An S3 server of which only the answers to puts matter.</summary>
/// <param name="put">If-Match and If-None-Match to a status.</param>
sealed class PutServer(Func<string?, string?, HttpStatusCode> put) : HttpMessageHandler
{
    public List<string> Puts { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await (request.Content?.LoadIntoBufferAsync(cancellationToken) ?? Task.CompletedTask);
        if (request.Method != HttpMethod.Put)
            return new(HttpStatusCode.NoContent) { RequestMessage = request, Content = new ByteArrayContent([]) };
        var (match, noneMatch) = (Header("If-Match"), Header("If-None-Match"));
        Puts.Add($"{request.RequestUri!.AbsolutePath} {match}{noneMatch}");
        var status = put(match, noneMatch);
        if (status != HttpStatusCode.OK)
            return request.Refusal(status, status.ToString());
        return new(status) { RequestMessage = request, Content = new ByteArrayContent([]), Headers = { { "ETag", "\"e1\"" } } };

        string? Header(string name) => request.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
    }
}
