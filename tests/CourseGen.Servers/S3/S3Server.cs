using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using CourseGen.Servers.Processes;
using CourseGen.Servers.S3;

namespace CourseGen.Servers;

/// <summary>
/// A server of the S3 API; one that is started here keeps its objects in memory. It has the shape of a container of Testcontainers (start, address and
/// keys, dispose), so that one can take its place.
/// </summary>
public sealed class S3Server : IAsyncDisposable
{
    static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(2);

    readonly CephCluster? _cluster;

    S3Server(Uri endpoint, string accessKey, string secretKey, CephCluster? cluster) =>
        (Endpoint, AccessKey, SecretKey, _cluster) = (endpoint, accessKey, secretKey, cluster);

    /// <summary><c>http://127.0.0.1:port/</c>; buckets are addressed by path.</summary>
    public Uri Endpoint { get; }

    public string AccessKey { get; }

    public string SecretKey { get; }

    /// <summary>The running processes, in the order in which to end them; none when this process did not start them.</summary>
    public IReadOnlyList<ServerProcess> Processes => [.. _cluster?.Daemons.Reverse().Select(daemon => ServerProcess.Of(daemon.Id, Signals.Terminate)) ?? []];

    /// <param name="folder">Null is a temporary one.</param>
    /// <exception cref="ServerUnavailableException">It cannot be installed or started here.</exception>
    public static async Task<S3Server> Start(ServerFolder? folder = null, CancellationToken token = default)
    {
        var cluster = await CephCluster.Start(folder ?? ServerFolder.Temporary(), token);
        var server = new S3Server(new Uri($"http://127.0.0.1:{cluster.Port}/"), CephCluster.AccessKey, CephCluster.SecretKey, cluster);
        await Undo.OnFailure(server, () => Readiness.Wait(cluster.Daemons[^1], StartLimit, server.Answers, token));
        return server;
    }

    /// <summary>A server that runs already.</summary>
    public static S3Server At(Uri endpoint, string accessKey, string secretKey) => new(endpoint, accessKey, secretKey, cluster: null);

    /// <returns>The name of a new, empty bucket.</returns>
    public Task<string> CreateBucket(CancellationToken token = default) => CreateBucket($"test-{Guid.NewGuid():N}", token);

    /// <param name="name">One that is there already is left as it is.</param>
    public async Task<string> CreateBucket(string name, CancellationToken token = default)
    {
        using var client = Client();
        await client.PutBucketAsync(new PutBucketRequest { BucketName = name }, token);
        return name;
    }

    /// <summary>A client as this server wants it: by path, and with no checksum that was not asked for.</summary>
    public AmazonS3Client Client() => new(AccessKey, SecretKey, new AmazonS3Config
    {
        ServiceURL = Endpoint.ToString(),
        ForcePathStyle = true,
        AuthenticationRegion = "us-east-1",
        RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
        ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
    });

    public async ValueTask DisposeAsync()
    {
        if (_cluster is not null)
            await _cluster.DisposeAsync();
    }

    async Task<bool> Answers(CancellationToken token)
    {
        using var client = Client();
        await client.ListBucketsAsync(token);
        return true;
    }
}
