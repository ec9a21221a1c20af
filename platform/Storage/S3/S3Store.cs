using Amazon.Runtime;

namespace CourseGen.Storage;

public sealed class S3Store(StoreOptions options, TimeProvider time, AWSCredentials? credentials = null) : IArtifactStore, IDisposable
{
    public void Dispose() { }
    public Task<StoredArtifact?> Find(ArtifactAddress address, CancellationToken token) => throw new NotSupportedException($"{options}{time}{credentials}");
    public Task<Stream> OpenRead(ArtifactAddress address, CancellationToken token) => throw new NotSupportedException();
    public Task<PutOutcome> Put(ArtifactAddress address, Stream content, ArtifactMetadata metadata, PutCondition condition, CancellationToken token) => throw new NotSupportedException();
    public IAsyncEnumerable<string> List(string bucket, string prefix, CancellationToken token) => throw new NotSupportedException();
}
