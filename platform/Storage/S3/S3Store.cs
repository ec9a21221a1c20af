using System.Net;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace CourseGen.Storage;

/// <summary>
/// The artifact store in S3 buckets, of AWS or of a server of one's own. What a killed process was putting is there whole or not at all.
/// </summary>
public sealed class S3Store : IArtifactStore, IDisposable
{
    static readonly Tag Scratch = new() { Key = "coursegen", Value = "scratch" };

    readonly StoreOptions _options;
    readonly TimeProvider _time;
    readonly S3Faults _faults;
    readonly S3HttpClients _http;
    readonly AmazonS3Client _client;
    readonly S3Conditions _conditions;
    readonly S3Upload _upload;

    /// <param name="credentials">Null: those that the AWS SDK finds by its own chain.</param>
    /// <exception cref="StoreUnusableException">There is neither region nor endpoint.</exception>
    public S3Store(StoreOptions options, TimeProvider time, AWSCredentials? credentials = null)
        : this(options, time, credentials, transport: null)
    {
    }

    internal S3Store(StoreOptions options, TimeProvider time, AWSCredentials? credentials, HttpMessageHandler? transport)
    {
        (_options, _time, _faults) = (options, time, S3Faults.At(options));
        _http = new(options, time, transport);
        _client = S3Client.Create(options, credentials, _http);
        _conditions = new(_client, _faults);
        _upload = new(_client, _conditions, _faults, options, time);
    }

    /// <summary>Asks every configured bucket whether it can be written, and whether conditional puts work there.</summary>
    /// <exception cref="StoreUnusableException">One cannot be used; the message names it.</exception>
    public async Task Check(CancellationToken token)
    {
        foreach (var bucket in _options.Buckets)
            await Ask(bucket, () => _conditions.Proven(bucket, token));
    }

    public async Task<StoredArtifact?> Find(ArtifactAddress address, CancellationToken token)
    {
        RequireObject(address);
        return await Ask(address.Bucket, async () =>
        {
            try
            {
                var head = await _client.GetObjectMetadataAsync(address.Bucket, address.Key, token);
                var recorded = S3Metadata.Read(head.Metadata);
                return recorded is not null && IsOf(recorded, head.ETag, head.ContentLength, head.ServerSideEncryptionMethod)
                    ? new StoredArtifact(Bare(head.ETag), recorded.Artifact.Sha256, head.ContentLength, recorded.Artifact)
                    : await FindByBytes(address, token);
            }
            catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
            {
                await RequireBucket(address, token);
                return null;
            }
        });
    }

    public async Task<Stream> OpenRead(ArtifactAddress address, CancellationToken token)
    {
        RequireObject(address);
        return await Ask(address.Bucket, () => Open(address, token));
    }

    public async Task<PutOutcome> Put(
        ArtifactAddress address, Stream content, ArtifactMetadata metadata, PutCondition condition, CancellationToken token)
    {
        RequireObject(address);
        if (content.CanSeek && condition != PutCondition.Always && content.Length - content.Position > StoreOptions.MaxSinglePut)
            throw S3Upload.TooLarge(_faults, address, content.Length - content.Position);
        await using var upload = await UploadContent.Of(content, token);
        if (upload.Sha256 != metadata.Sha256)
            throw new ArgumentException($"{address}: the content is not the one that the metadata names.", nameof(metadata));
        var tag = _options.TagScratch && ArtifactKeys.IsScratch(address.RelativeKey) ? Scratch : null;
        return await Ask(address.Bucket, () => _upload.Put(new(address, upload, metadata, condition, tag), token));
    }

    public IAsyncEnumerable<string> List(string bucket, string prefix, CancellationToken token)
    {
        ArtifactKeys.RequireInside(prefix);
        RequireConfigured(bucket);
        return Keys(bucket, prefix, token);
    }

    /// <summary>A link that downloads an artifact without credentials, as a file named by the key's last segment.</summary>
    /// <param name="lifetime">At most 15 minutes; a link signed with temporary credentials ends with them.</param>
    public async Task<Uri> PresignDownload(ArtifactAddress address, TimeSpan lifetime, CancellationToken token)
    {
        RequireObject(address);
        token.ThrowIfCancellationRequested();
        return await Ask(address.Bucket, () => PresignedDownload.Sign(_client, address, _options.Endpoint, lifetime, _time));
    }

    public void Dispose()
    {
        _client.Dispose();
        _http.Dispose();
    }

    async Task<Stream> Open(ArtifactAddress address, CancellationToken token)
    {
        try
        {
            var answer = await _client.GetObjectAsync(address.Bucket, address.Key, token);
            return new S3Download(_client, address, answer, _faults, _options, _time);
        }
        catch (AmazonS3Exception missing) when (missing is { StatusCode: HttpStatusCode.NotFound, ErrorCode: not "NoSuchBucket" })
        {
            throw new ArtifactMissingException(address);
        }
    }

    /// <summary>An object that is not as we put it: its hash is that of its bytes.</summary>
    async Task<StoredArtifact?> FindByBytes(ArtifactAddress address, CancellationToken token)
    {
        var answer = await _client.GetObjectAsync(address.Bucket, address.Key, token);
        var recorded = S3Metadata.Read(answer.Metadata)?.Artifact;
        await using var stream = new S3Download(_client, address, answer, _faults, _options, _time);
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, token));
        var unrecorded = ArtifactKeys.IsOwn(address.RelativeKey) ? new ArtifactMetadata("", sha256) : null;
        return new(Bare(answer.ETag), sha256, stream.Length, recorded ?? unrecorded);
    }

    // Some tools keep the metadata when they write other bytes. An ETag is the MD5 of what came in one put, unless a key service encrypts.
    static bool IsOf(S3Metadata recorded, string etag, long length, ServerSideEncryptionMethod? encryption) =>
        recorded.Length == length
        && (recorded.Md5 is null || Bare(etag) == recorded.Md5 || encryption?.Value?.StartsWith("aws:kms", StringComparison.Ordinal) == true);

    /// <summary>A missing bucket answers a look for an object like a missing object.</summary>
    Task RequireBucket(ArtifactAddress address, CancellationToken token) =>
        _client.ListObjectsV2Async(new() { BucketName = address.Bucket, Prefix = address.Key, MaxKeys = 1 }, token);

    async IAsyncEnumerable<string> Keys(string bucket, string prefix, [EnumeratorCancellation] CancellationToken token)
    {
        var keys = new List<string>();
        var request = new ListObjectsV2Request { BucketName = bucket, Prefix = prefix };
        do
        {
            var page = await Ask(bucket, () => _client.ListObjectsV2Async(request, token));
            keys.AddRange((page.S3Objects ?? []).Select(found => found.Key));
            request.ContinuationToken = page.IsTruncated == true ? page.NextContinuationToken : null;
        }
        while (request.ContinuationToken is not null);
        // S3 orders by the bytes of UTF-8, which is another order beyond U+FFFF.
        keys.Sort(StringComparer.Ordinal);
        foreach (var key in keys)
            yield return key;
    }

    async Task<T> Ask<T>(string bucket, Func<Task<T>> ask)
    {
        RequireConfigured(bucket);
        try
        {
            return await ask();
        }
        catch (Exception failure) when (S3Faults.IsFault(failure))
        {
            throw _faults.Explain(failure, bucket);
        }
    }

    void RequireObject(ArtifactAddress address)
    {
        ArtifactKeys.RequireObject(address);
        RequireConfigured(address.Bucket);
    }

    void RequireConfigured(string bucket)
    {
        if (!_options.Buckets.Contains(bucket))
        {
            throw new StoreUnusableException(
                $"There is no bucket '{bucket}' here, only {string.Join(", ", _options.Buckets)}.",
                $"Name one of these, or add '{bucket}' to {StoreOptions.Section}:Buckets.");
        }
    }

    static string Bare(string etag) => etag.Trim('"');
}
