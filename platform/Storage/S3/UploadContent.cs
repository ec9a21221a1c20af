using System.Security.Cryptography;

namespace CourseGen.Storage;

/// <summary>What is uploaded: read once to hash it, so that it can be refused and its hash sent ahead, and again for every try.</summary>
sealed class UploadContent : IAsyncDisposable
{
    const int BufferSize = 1 << 17;

    readonly Stream _source;
    readonly long _start;
    readonly bool _isCopy;

    UploadContent(Stream source, long start, bool isCopy, string sha256, byte[] md5)
    {
        (_source, _start, _isCopy) = (source, start, isCopy);
        (Sha256, Md5, Length) = (sha256, md5, source.Length - start);
    }

    public string Sha256 { get; }

    public byte[] Md5 { get; }

    public long Length { get; }

    /// <param name="content">From its position to its end. One that cannot seek is copied to a temporary file.</param>
    public static async Task<UploadContent> Of(Stream content, CancellationToken token)
    {
        using var sha256 = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var md5 = IncrementalHash.CreateHash(HashAlgorithmName.MD5);
        var copy = content.CanSeek ? null : TemporaryFile();
        try
        {
            var start = copy is null ? content.Position : 0;
            var buffer = new byte[BufferSize];
            for (int read; (read = await content.ReadAsync(buffer, token)) > 0;)
            {
                sha256.AppendData(buffer, 0, read);
                md5.AppendData(buffer, 0, read);
                if (copy is not null)
                    await copy.WriteAsync(buffer.AsMemory(0, read), token);
            }
            return new(copy ?? content, start, copy is not null, Convert.ToHexStringLower(sha256.GetHashAndReset()), md5.GetHashAndReset());
        }
        catch
        {
            if (copy is not null)
                await copy.DisposeAsync();
            throw;
        }
    }

    public Stream Whole() => Part(0, Length);

    /// <summary>A view of it; one at a time is read.</summary>
    public Stream Part(long offset, long length) => new StreamPart(_source, _start + offset, length);

    public ValueTask DisposeAsync() => _isCopy ? _source.DisposeAsync() : ValueTask.CompletedTask;

    static FileStream TemporaryFile() => new(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, BufferSize,
        FileOptions.DeleteOnClose | FileOptions.Asynchronous);
}
