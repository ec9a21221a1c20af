using System.Runtime.CompilerServices;
using System.Text;
using CourseGen.Contracts;
using CourseGen.Storage;

namespace CourseGen.Cli.Tests.Downloads;

/// <summary>A store whose keys somebody else chose.</summary>
sealed class HostileStore(CourseLocation location, params string[] keys) : IArtifactStore
{
    readonly List<string> _read = [];

    public IReadOnlyList<string> Read => _read;

    public Task<StoredArtifact?> Find(ArtifactAddress address, CancellationToken token) =>
        Task.FromResult<StoredArtifact?>(new StoredArtifact("e", Fingerprint.Sha256(Bytes(address)), Bytes(address).Length, Metadata: null));

    public Task<Stream> OpenRead(ArtifactAddress address, CancellationToken token)
    {
        lock (_read)
            _read.Add(address.RelativeKey);
        return Task.FromResult<Stream>(new MemoryStream(Bytes(address)));
    }

    public Task<PutOutcome> Put(ArtifactAddress address, Stream content, ArtifactMetadata metadata, PutCondition condition, CancellationToken token) => throw new NotSupportedException();

    public async IAsyncEnumerable<string> List(string bucket, string prefix, [EnumeratorCancellation] CancellationToken token)
    {
        await Task.Yield();
        foreach (var key in keys)
            yield return $"{location.Folder}/{key}";
    }

    static byte[] Bytes(ArtifactAddress address) => Encoding.UTF8.GetBytes(address.RelativeKey);
}
