using System.Net;
using Amazon.S3;
using Amazon.S3.Model;

namespace CourseGen.Storage;

/// <summary>One put, with everything a try needs.</summary>
/// <param name="Tag">Of the object, for lifecycle rules; null for none.</param>
sealed record S3Put(ArtifactAddress Address, UploadContent Content, ArtifactMetadata Metadata, PutCondition Condition, Tag? Tag)
{
    /// <summary>Tells the object of this put from everybody else's.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("N");

    public bool IsConditional => Condition.IfAbsent || Condition.IfMatch is not null;
}

/// <summary>
/// Puts: in one request when they are conditional (in parts, some servers ignore the condition) or small, in parts otherwise. A put
/// whose answer was lost meets its own object when it is tried again; the id in the object's metadata shows that it was stored.
/// </summary>
sealed class S3Upload(IAmazonS3 client, S3Conditions conditions, S3Faults faults, StoreOptions options, TimeProvider time)
{
    const int MaxParts = 10_000;
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    public Task<PutOutcome> Put(S3Put put, CancellationToken token)
    {
        if (!put.IsConditional && put.Content.Length > options.MultipartThreshold)
            return PutInParts(put, token);
        return put.Content.Length <= StoreOptions.MaxSinglePut ? PutWhole(put, token) : throw TooLarge(faults, put.Address, put.Content.Length);
    }

    public static StoreUnusableException TooLarge(S3Faults faults, ArtifactAddress address, long length) => faults.Unusable(
        address.Bucket, $"{address.Key} has {length} bytes, and a conditional put goes in one request of at most {StoreOptions.MaxSinglePut}",
        "Make the artifact smaller.");

    async Task<PutOutcome> PutWhole(S3Put put, CancellationToken token)
    {
        var format = put.IsConditional ? await conditions.Proven(put.Address.Bucket, token) : null;
        for (var retry = 0; ; retry++)
        {
            try
            {
                await client.PutObjectAsync(Request(put, format), token);
                return PutOutcome.Stored;
            }
            // 409: another write of the key was under way; it may have failed.
            catch (AmazonS3Exception refused) when (IsTriedAgain(refused) && retry < options.Retries)
            {
                await Task.Delay(Pause * (1 << Math.Min(retry, 5)), time, token);
            }
            catch (AmazonS3Exception refused) when (put.IsConditional && IsConflict(refused))
            {
                return await IsThere(put, token) ? PutOutcome.Stored : PutOutcome.Conflict;
            }
        }
    }

    static PutObjectRequest Request(S3Put put, string? etagFormat)
    {
        var request = new PutObjectRequest
        {
            BucketName = put.Address.Bucket,
            Key = put.Address.Key,
            InputStream = put.Content.Whole(),
            AutoCloseStream = false,
            IfNoneMatch = put.Condition.IfAbsent ? "*" : null,
            IfMatch = put.Condition.IfMatch is { } etag ? etagFormat!.Replace("{etag}", etag, StringComparison.Ordinal) : null,
            MD5Digest = Convert.ToBase64String(put.Content.Md5),
            UseChunkEncoding = false,
            TagSet = put.Tag is { } tag ? [tag] : null,
        };
        request.Headers.ContentLength = put.Content.Length;
        request.Headers["x-amz-content-sha256"] = put.Content.Sha256;
        new S3Metadata(put.Metadata, Convert.ToHexStringLower(put.Content.Md5), put.Content.Length, put.Id).WriteTo(request.Metadata);
        return request;
    }

    async Task<PutOutcome> PutInParts(S3Put put, CancellationToken token)
    {
        var start = new InitiateMultipartUploadRequest { BucketName = put.Address.Bucket, Key = put.Address.Key, TagSet = put.Tag is { } tag ? [tag] : null };
        new S3Metadata(put.Metadata, null, put.Content.Length, put.Id).WriteTo(start.Metadata);
        var upload = await client.InitiateMultipartUploadAsync(start, token);
        try
        {
            var parts = await PutParts(put, upload.UploadId, token);
            await client.CompleteMultipartUploadAsync(
                new() { BucketName = upload.BucketName, Key = upload.Key, UploadId = upload.UploadId, PartETags = parts }, token);
        }
        catch (AmazonS3Exception gone) when (gone.ErrorCode == "NoSuchUpload")
        {
            if (!await IsThere(put, token))
                throw;
        }
        catch
        {
            await Abort(upload);
            throw;
        }
        return PutOutcome.Stored;
    }

    async Task<List<PartETag>> PutParts(S3Put put, string uploadId, CancellationToken token)
    {
        var size = Math.Max(options.PartSize, (put.Content.Length + MaxParts - 1) / MaxParts);
        var parts = new List<PartETag>();
        for (long offset = 0; offset < put.Content.Length; offset += size)
        {
            var length = Math.Min(size, put.Content.Length - offset);
            var part = await client.UploadPartAsync(
                new()
                {
                    BucketName = put.Address.Bucket,
                    Key = put.Address.Key,
                    UploadId = uploadId,
                    PartNumber = parts.Count + 1,
                    InputStream = put.Content.Part(offset, length),
                    PartSize = length,
                    UseChunkEncoding = false,
                },
                token);
            parts.Add(new(parts.Count + 1, part.ETag));
        }
        return parts;
    }

    async Task<bool> IsThere(S3Put put, CancellationToken token)
    {
        try
        {
            var found = await client.GetObjectMetadataAsync(put.Address.Bucket, put.Address.Key, token);
            return S3Metadata.Read(found.Metadata)?.PutId == put.Id;
        }
        catch (AmazonS3Exception missing) when (missing.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    // Parts that stay are paid for until the lifecycle rule of docs/store.md removes them.
    async Task Abort(InitiateMultipartUploadResponse upload)
    {
        try
        {
            await client.AbortMultipartUploadAsync(upload.BucketName, upload.Key, upload.UploadId, CancellationToken.None);
        }
        catch (Exception failure) when (S3Faults.IsFault(failure))
        {
        }
    }

    static bool IsTriedAgain(AmazonS3Exception refused) =>
        refused.StatusCode == HttpStatusCode.Conflict || refused.ErrorCode is "BadDigest" or "XAmzContentSHA256Mismatch";

    static bool IsConflict(AmazonS3Exception refused) =>
        refused.StatusCode is HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict || refused.ErrorCode == "NoSuchKey";
}
