using System.Runtime.CompilerServices;
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
    readonly S3Lookup _lookup;

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
        _lookup = new(_client, _faults, options, time);
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
        return await Ask(address.Bucket, () => _lookup.Find(address, token));
    }

    public async Task<Stream> OpenRead(ArtifactAddress address, CancellationToken token)
    {
        RequireObject(address);
        return await Ask(address.Bucket, () => _lookup.Open(address, token));
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
}
