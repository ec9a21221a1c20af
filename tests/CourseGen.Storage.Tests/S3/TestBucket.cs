using Amazon.Runtime;
using Amazon.S3;
using CourseGen.Contracts;

namespace CourseGen.Storage;

/// <summary>A bucket of the test's own on the S3 server, removed with what is in it.</summary>
sealed class TestBucket : IAsyncDisposable
{
    readonly Uri _server;
    readonly List<IDisposable> _opened = [];

    TestBucket(Uri server, string name)
    {
        (_server, Name) = (server, name);
        Client = new AmazonS3Client(Credentials, new AmazonS3Config
        {
            ServiceURL = Options.Endpoint!.ToString(),
            ForcePathStyle = true,
            AuthenticationRegion = "us-east-1",
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
        });
    }

    public string Name { get; }

    /// <summary>For what people do to a bucket by other tools.</summary>
    public AmazonS3Client Client { get; }

    public CourseLocation Course => new(Name, "training/2026/tides");

    public AWSCredentials Credentials => new BasicAWSCredentials(_server.UserInfo.Split(':')[0], _server.UserInfo.Split(':')[1]);

    public StoreOptions Options => new()
    {
        Buckets = [Name],
        Endpoint = new UriBuilder(_server) { UserName = "", Password = "" }.Uri,
        PathStyle = true,
        Retries = 2,
    };

    public static async Task<TestBucket> Create()
    {
        var server = new Uri(Environment.GetEnvironmentVariable("COURSEGEN_S3")!);
        var bucket = new TestBucket(server, $"store-{Guid.NewGuid():N}");
        await bucket.Client.PutBucketAsync(bucket.Name);
        return bucket;
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
