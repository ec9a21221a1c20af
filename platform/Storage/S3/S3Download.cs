using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace CourseGen.Storage;

/// <summary>
/// An object as it is downloaded. A connection that breaks is taken up again where it broke, by range and only of the same object; a
/// reader may take its time.
/// </summary>
sealed class S3Download(IAmazonS3 client, ArtifactAddress address, GetObjectResponse first, S3Faults faults, StoreOptions options, TimeProvider time) : Stream
{
    readonly long _length = first.ContentLength;
    readonly string _etag = first.ETag;
    GetObjectResponse? _answer = first;
    long _position;
    int _breaks;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => _length;

    public override long Position
    {
        get => _position;
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (buffer.IsEmpty || _position == _length)
            return 0;
        while (true)
        {
            try
            {
                _answer ??= await Resume(cancellationToken);
                if (await ReadInTime(_answer.ResponseStream, buffer, cancellationToken) is var read and > 0)
                {
                    // At its end the SDK compares the MD5, so nobody gets the last bytes of a damaged object.
                    if (_position + read == _length)
                        await ReadInTime(_answer.ResponseStream, new byte[1], cancellationToken);
                    (_position, _breaks) = (_position + read, 0);
                    return read;
                }
                throw new IOException($"the download ended after {_position} of {_length} bytes");
            }
            catch (Exception failure) when (S3Faults.IsFault(failure))
            {
                Drop();
                if (++_breaks > options.Retries || failure is AmazonS3Exception or AmazonClientException)
                    throw Explain(failure);
            }
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) =>
        ReadAsync(buffer.AsMemory(offset, count), CancellationToken.None).AsTask().GetAwaiter().GetResult();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Drop();
        base.Dispose(disposing);
    }

    void Drop()
    {
        try
        {
            _answer?.Dispose();
        }
        catch (AmazonClientException)
        {
            // The SDK's stream compares the MD5 here, too; what was read of it has been judged already.
        }
        _answer = null;
    }

    Task<GetObjectResponse> Resume(CancellationToken token) => client.GetObjectAsync(
        new() { BucketName = address.Bucket, Key = address.Key, ByteRange = new(_position, _length - 1), EtagToMatch = _etag }, token);

    async Task<int> ReadInTime(Stream stream, Memory<byte> buffer, CancellationToken token)
    {
        using var late = new CancellationTokenSource(options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(token, late.Token);
        try
        {
            return await stream.ReadAsync(buffer, either.Token);
        }
        catch (OperationCanceledException cancelled) when (late.IsCancellationRequested && !token.IsCancellationRequested)
        {
            throw new IOException($"no bytes within {options.Timeout.TotalSeconds:0} s", cancelled);
        }
    }

    StoreUnusableException Explain(Exception failure) => failure switch
    {
        AmazonS3Exception { StatusCode: HttpStatusCode.PreconditionFailed or HttpStatusCode.NotFound } =>
            faults.Unusable(address.Bucket, $"{address.Key} was replaced while it was read", "Read it again.", failure, passing: true),
        // The SDK found another MD5 than the ETag's.
        AmazonClientException => faults.Unusable(address.Bucket, $"{address.Key} was damaged on the way", "Read it again.", failure, passing: true),
        _ => faults.Explain(failure, address.Bucket),
    };
}
