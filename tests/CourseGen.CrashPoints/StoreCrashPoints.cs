using CourseGen.Storage;

namespace CourseGen.CrashPoints;

/// <summary>Before and after a claim, an answer, or an artifact is put.</summary>
sealed class StoreCrashPoints(IArtifactStore store) : IArtifactStore, IDisposable
{
    public Task<StoredArtifact?> Find(ArtifactAddress address, CancellationToken token) => store.Find(address, token);

    public Task<Stream> OpenRead(ArtifactAddress address, CancellationToken token) => store.OpenRead(address, token);

    public async Task<PutOutcome> Put(ArtifactAddress address, Stream content, ArtifactMetadata metadata, PutCondition condition, CancellationToken token)
    {
        CrashPoint.Pass($"{What(address)}.put.before");
        var outcome = await store.Put(address, content, metadata, condition, token);
        CrashPoint.Pass($"{What(address)}.put.after");
        return outcome;
    }

    public IAsyncEnumerable<string> List(string bucket, string prefix, CancellationToken token) => store.List(bucket, prefix, token);

    public void Dispose() => (store as IDisposable)?.Dispose();

    static string What(ArtifactAddress address) => address.RelativeKey.Split('/') is [".coursegen", var kind and ("claims" or "answers"), ..]
        ? kind[..^1]
        : "artifact";
}
