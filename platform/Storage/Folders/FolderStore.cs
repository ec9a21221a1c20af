using System.Security.Cryptography;

namespace CourseGen.Storage;

/// <summary>
/// The artifact store in a folder: the bucket is the folder, a key is a path in it, the ETag is the sha256. Safe for many processes
/// on one machine. A put is a rename: a killed process leaves whole files only; a power cut may lose the last ones.
/// </summary>
/// <param name="root">Made when it is missing.</param>
/// <param name="bucket">Name of its only bucket.</param>
public sealed class FolderStore(string root, string bucket) : IArtifactStore, IDisposable
{
    readonly string _root = Path.GetFullPath(root);
    readonly SemaphoreSlim _writing = new(1);
    readonly TemporaryFiles _temporary = new();

    public async Task<StoredArtifact?> Find(ArtifactAddress address, CancellationToken token)
    {
        var path = PathOf(address);
        try
        {
            // A put between reading bytes and sidecar makes them look edited by hand, so that is only believed when seen twice.
            var seen = await Look(address, path, token);
            return seen is { EditedByHand: true } ? await Look(address, path, token) : seen;
        }
        catch (Exception failure) when (FolderFaults.IsFault(failure))
        {
            throw FolderFaults.Explain(failure, path);
        }
    }

    public Task<Stream> OpenRead(ArtifactAddress address, CancellationToken token)
    {
        var path = PathOf(address);
        try
        {
            return Task.FromResult<Stream>(File.Exists(path) ? Open(path) : throw new ArtifactMissingException(address));
        }
        catch (FileNotFoundException)
        {
            throw new ArtifactMissingException(address);
        }
        catch (Exception failure) when (FolderFaults.IsFault(failure))
        {
            throw FolderFaults.Explain(failure, path);
        }
    }

    public async Task<PutOutcome> Put(
        ArtifactAddress address, Stream content, ArtifactMetadata metadata, PutCondition condition, CancellationToken token)
    {
        var path = PathOf(address);
        var own = PathOf(address.Bucket, $"{address.Folder}/{ArtifactKeys.Own}");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            using var data = await _temporary.Write(own, content, token);
            if (data.Sha256 != metadata.Sha256)
                throw new ArgumentException($"{address}: the content is not the one that the metadata names.", nameof(metadata));
            await _writing.WaitAsync(token);
            try
            {
                using var held = await FolderLock.Take(Path.Combine(own, "lock"), token);
                return await Replace(address, path, data, metadata, condition, token);
            }
            finally
            {
                _writing.Release();
            }
        }
        catch (Exception failure) when (FolderFaults.IsFault(failure))
        {
            throw FolderFaults.Explain(failure, path);
        }
    }

    public IAsyncEnumerable<string> List(string bucket, string prefix, CancellationToken token)
    {
        ArtifactKeys.RequireInside(prefix);
        var start = PathOf(bucket, prefix[..(prefix.LastIndexOf('/') + 1)]);
        try
        {
            return FolderListing.Keys(_root, start, prefix).ToAsyncEnumerable();
        }
        catch (Exception failure) when (FolderFaults.IsFault(failure))
        {
            throw FolderFaults.Explain(failure, start);
        }
    }

    public void Dispose() => _writing.Dispose();

    async Task<PutOutcome> Replace(
        ArtifactAddress address, string path, TemporaryFile data, ArtifactMetadata metadata, PutCondition condition, CancellationToken token)
    {
        if (condition.IfAbsent && File.Exists(path))
            return PutOutcome.Conflict;
        var sidecar = SidecarOf(address);
        var now = condition.IfMatch is not null || !condition.IfAbsent && File.Exists(sidecar) ? await Hash(path, token) : null;
        if (condition.IfMatch is { } etag && now?.Sha256 != etag)
            return PutOutcome.Conflict;
        if (!ArtifactKeys.IsOwn(address.RelativeKey) || metadata.Fingerprint != "" || metadata.Payment is not null)
            await WriteSidecar(address, sidecar, metadata, now?.Sha256, token);
        data.MoveTo(path, overwrite: !condition.IfAbsent);
        return PutOutcome.Stored;
    }

    async Task WriteSidecar(ArtifactAddress address, string path, ArtifactMetadata metadata, string? sha256Now, CancellationToken token)
    {
        var old = sha256Now is null ? null : (await Sidecar.Read(path, token))?.Of(sha256Now);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        using var content = new MemoryStream(new Sidecar(metadata, old?.Sha256 == sha256Now ? old : null).ToBytes());
        using var file = await _temporary.Write(PathOf(address.Bucket, $"{address.Folder}/{ArtifactKeys.Own}"), content, token);
        file.MoveTo(path, overwrite: true);
    }

    async Task<StoredArtifact?> Look(ArtifactAddress address, string path, CancellationToken token)
    {
        if (await Hash(path, token) is not var (sha256, length))
            return null;
        var sidecar = await Sidecar.Read(SidecarOf(address), token);
        var unrecorded = ArtifactKeys.IsOwn(address.RelativeKey) ? new ArtifactMetadata("", sha256) : null;
        return new(sha256, sha256, length, sidecar?.Of(sha256) ?? unrecorded);
    }

    static async Task<(string Sha256, long Length)?> Hash(string path, CancellationToken token)
    {
        if (!File.Exists(path))
            return null;
        try
        {
            await using var stream = Open(path);
            return (Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, token)), stream.Length);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }

    static FileStream Open(string path) => new(path, new FileStreamOptions
    {
        Share = FileShare.ReadWrite | FileShare.Delete,
        Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
    });

    string SidecarOf(ArtifactAddress address) => PathOf(address.Bucket, $"{address.Folder}/{ArtifactKeys.Sidecar(address.RelativeKey)}");

    string PathOf(ArtifactAddress address)
    {
        ArtifactKeys.RequireObject(address);
        return PathOf(address.Bucket, address.Key);
    }

    string PathOf(string inBucket, string key) =>
        inBucket == bucket
            ? Path.Combine(_root, key)
            : throw new StoreUnusableException(
                $"There is no bucket '{inBucket}' here, only '{bucket}'.", $"Name the bucket '{bucket}', or configure '{inBucket}'.");
}
