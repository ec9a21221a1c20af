using CourseGen.Contracts;
using CourseGen.Contracts.Documents;

namespace CourseGen.Storage;

/// <summary>The store by course and relative key, for artifacts that fit in memory.</summary>
public static class ArtifactStoreExtensions
{
    /// <exception cref="ArtifactMissingException">Nothing is there.</exception>
    public static async Task<byte[]> ReadBytes(this IArtifactStore store, CourseLocation location, string key, CancellationToken token)
    {
        await using var stream = await store.OpenRead(ArtifactAddress.Of(location, key), token);
        if (stream.CanSeek)
        {
            var bytes = new byte[stream.Length];
            await stream.ReadExactlyAsync(bytes, token);
            return bytes;
        }
        using var memory = new MemoryStream();
        await stream.CopyToAsync(memory, token);
        return memory.ToArray();
    }

    /// <exception cref="ArtifactMissingException">Nothing is there.</exception>
    /// <exception cref="System.Text.Json.JsonException">It is no such document.</exception>
    public static async Task<T> ReadDocument<T>(this IArtifactStore store, CourseLocation location, string key, CancellationToken token) =>
        DocumentJson.Read<T>(await store.ReadBytes(location, key, token));

    public static Task<StoredArtifact?> Find(this IArtifactStore store, CourseLocation location, string key, CancellationToken token) =>
        store.Find(ArtifactAddress.Of(location, key), token);

    public static Task<PutOutcome> PutBytes(
        this IArtifactStore store, CourseLocation location, string key, byte[] bytes, PutCondition condition, CancellationToken token,
        string fingerprint = "", Payment? payment = null) =>
        store.Put(ArtifactAddress.Of(location, key), new MemoryStream(bytes, writable: false),
            new ArtifactMetadata(fingerprint, Fingerprint.Sha256(bytes), Payment: payment), condition, token);
}
