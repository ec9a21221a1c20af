using Amazon.Runtime;
using Amazon.S3;
using CourseGen.Contracts;
using CourseGen.Servers;

namespace CourseGen.Storage;

/// <summary>A bucket of the test's own on the S3 server, removed with what is in it.</summary>
sealed class TestBucket : IAsyncDisposable
{
    readonly S3Server _server;
    readonly List<IDisposable> _opened = [];

    TestBucket(S3Server server, string name)
    {
        (_server, Name) = (server, name);
        Client = server.Client();
    }

    public string Name { get; }

    /// <summary>For what people do to a bucket by other tools.</summary>
    public AmazonS3Client Client { get; }

    public CourseLocation Course => new(Name, "training/2026/tides");

    public AWSCredentials Credentials => new BasicAWSCredentials(_server.AccessKey, _server.SecretKey);

    public StoreOptions Options => new()
    {
        Buckets = [Name],
        Endpoint = _server.Endpoint,
        PathStyle = true,
        Retries = 2,
    };

    public static async Task<TestBucket> Create()
    {
        var server = await TestServers.S3();
        return new(server, await server.CreateBucket(CancellationToken.None));
    }

    /// <summary>Disposed with the bucket.</summary>
    public S3Store Open(StoreOptions? options = null, HttpMessageHandler? transport = null)
    {
        var store = new S3Store(options ?? Options, TimeProvider.System, Credentials, transport);
        _opened.Add(store);
        return store;
    }

    public async Task<List<string>> Keys() =>
        [.. ((await Client.ListObjectsV2Async(new() { BucketName = Name })).S3Objects ?? []).Select(found => found.Key)];

    public async ValueTask DisposeAsync()
    {
        _opened.ForEach(store => store.Dispose());
        while (await Keys() is { Count: > 0 } keys)
            await Client.DeleteObjectsAsync(new() { BucketName = Name, Objects = [.. keys.Select(key => new Amazon.S3.Model.KeyVersion { Key = key })] });
        await Client.DeleteBucketAsync(Name);
        Client.Dispose();
    }
}
