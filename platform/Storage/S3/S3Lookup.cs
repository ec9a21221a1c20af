using System.Net;
using System.Security.Cryptography;
using Amazon.S3;
using Amazon.S3.Model;

namespace CourseGen.Storage;

/// <summary>Finds and opens objects. What was not put by us as it is now is read whole, for its hash.</summary>
sealed class S3Lookup(IAmazonS3 client, S3Faults faults, StoreOptions options, TimeProvider time)
{
    public async Task<StoredArtifact?> Find(ArtifactAddress address, CancellationToken token)
    {
        try
        {
            var head = await client.GetObjectMetadataAsync(address.Bucket, address.Key, token);
            var recorded = S3Metadata.Read(head.Metadata);
            return recorded is not null && IsOf(recorded, head.ETag, head.ContentLength, head.ServerSideEncryptionMethod)
                ? new(Bare(head.ETag), recorded.Artifact.Sha256, head.ContentLength, recorded.Artifact)
                : await FindByBytes(address, token);
        }
        catch (AmazonS3Exception missing) when (IsMissing(missing))
        {
            await RequireBucket(address, token);
            return null;
        }
    }

    /// <exception cref="ArtifactMissingException">Nothing is there.</exception>
    public async Task<Stream> Open(ArtifactAddress address, CancellationToken token)
    {
        try
        {
            return Download(address, await client.GetObjectAsync(address.Bucket, address.Key, token));
        }
        catch (AmazonS3Exception missing) when (IsMissing(missing))
        {
            throw new ArtifactMissingException(address);
        }
    }

    async Task<StoredArtifact?> FindByBytes(ArtifactAddress address, CancellationToken token)
    {
        var answer = await client.GetObjectAsync(address.Bucket, address.Key, token);
        var recorded = S3Metadata.Read(answer.Metadata)?.Artifact;
        await using var stream = Download(address, answer);
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, token));
        var unrecorded = ArtifactKeys.IsOwn(address.RelativeKey) ? new ArtifactMetadata("", sha256) : null;
        return new(Bare(answer.ETag), sha256, stream.Length, recorded ?? unrecorded);
    }

    S3Download Download(ArtifactAddress address, GetObjectResponse answer) => new(client, address, answer, faults, options, time);

    /// <summary>A missing bucket answers a look for an object like a missing object.</summary>
    Task RequireBucket(ArtifactAddress address, CancellationToken token) =>
        client.ListObjectsV2Async(new() { BucketName = address.Bucket, Prefix = address.Key, MaxKeys = 1 }, token);

    // Some tools keep the metadata when they write other bytes. An ETag is the MD5 of what came in one put, unless a key service encrypts.
    static bool IsOf(S3Metadata recorded, string etag, long length, ServerSideEncryptionMethod? encryption) =>
        recorded.Length == length
        && (recorded.Md5 is null || Bare(etag) == recorded.Md5 || encryption?.Value?.StartsWith("aws:kms", StringComparison.Ordinal) == true);

    static bool IsMissing(AmazonS3Exception answer) => answer is { StatusCode: HttpStatusCode.NotFound, ErrorCode: not "NoSuchBucket" };

    static string Bare(string etag) => etag.Trim('"');
}
