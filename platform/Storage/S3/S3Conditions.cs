using System.Collections.Concurrent;
using System.Net;
using Amazon.S3;
using Amazon.S3.Model;

namespace CourseGen.Storage;

/// <summary>
/// Proves, once in a process for each bucket, that conditional puts work there, and learns the form of the ETag that If-Match wants:
/// quoted as HTTP says, or bare (Ceph 16). The small object that this takes is removed again.
/// </summary>
sealed class S3Conditions(IAmazonS3 client, S3Faults faults)
{
    const string Remedy =
        "Use a server with conditional writes (If-None-Match and If-Match on PutObject), such as AWS S3, Ceph from 16 or MinIO, or a newer version of this one.";

    readonly ConcurrentDictionary<string, string> _formats = new();
    readonly SemaphoreSlim _probing = new(1);

    /// <returns>What If-Match wants, with <c>{etag}</c> for the bare ETag.</returns>
    /// <exception cref="StoreUnusableException">The bucket ignores the conditions, or cannot be written.</exception>
    public async Task<string> Proven(string bucket, CancellationToken token)
    {
        if (_formats.TryGetValue(bucket, out var known))
            return known;
        await _probing.WaitAsync(token);
        try
        {
            return _formats.TryGetValue(bucket, out known) ? known : _formats[bucket] = await Probe(bucket, token);
        }
        finally
        {
            _probing.Release();
        }
    }

    async Task<string> Probe(string bucket, CancellationToken token)
    {
        var key = $"{ArtifactKeys.Own}probe/{Guid.NewGuid():N}";
        try
        {
            var etag = await Put(bucket, key, "1", null, "*", token) ?? throw Refused(bucket, "it refuses to create an object with If-None-Match");
            if (await Put(bucket, key, "2", null, "*", token) is not null)
                throw Refused(bucket, "it overwrites an object in spite of If-None-Match");
            if (await Put(bucket, key, "2", "\"00000000000000000000000000000000\"", null, token) is not null)
                throw Refused(bucket, "it overwrites an object in spite of an If-Match that names another");
            foreach (var format in new[] { "\"{etag}\"", "{etag}" })
            {
                if (await Put(bucket, key, "2", format.Replace("{etag}", etag, StringComparison.Ordinal), null, token) is not null)
                    return format;
            }
            throw Refused(bucket, "it takes no If-Match, quoted or bare");
        }
        finally
        {
            await Remove(bucket, key);
        }
    }

    /// <returns>The bare ETag; null when the condition did not hold.</returns>
    async Task<string?> Put(string bucket, string key, string content, string? ifMatch, string? ifNoneMatch, CancellationToken token)
    {
        try
        {
            var answer = await client.PutObjectAsync(
                new PutObjectRequest { BucketName = bucket, Key = key, ContentBody = content, IfMatch = ifMatch, IfNoneMatch = ifNoneMatch, UseChunkEncoding = false }, token);
            return answer.ETag.Trim('"');
        }
        catch (AmazonS3Exception refused) when (refused.StatusCode is HttpStatusCode.PreconditionFailed or HttpStatusCode.Conflict)
        {
            return null;
        }
        catch (AmazonS3Exception refused) when (refused.StatusCode == HttpStatusCode.NotImplemented)
        {
            throw Refused(bucket, "it does not know conditional puts");
        }
    }

    // What is left behind harms nobody, and the lifecycle rule of docs/store.md removes it.
    async Task Remove(string bucket, string key)
    {
        try
        {
            await client.DeleteObjectAsync(bucket, key, CancellationToken.None);
        }
        catch (Exception failure) when (S3Faults.IsFault(failure))
        {
        }
    }

    StoreUnusableException Refused(string bucket, string what) =>
        faults.Unusable(bucket, $"{what}, so that two writers would overwrite each other's work", Remedy);
}
