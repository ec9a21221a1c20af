using System.Buffers;
using Microsoft.Win32.SafeHandles;

namespace CourseGen.Ppt.Decks;

/// <summary>
/// Pictures on their way from the store to a deck or a page, in a temporary file: what is read from the store in good time is at hand when its
/// slide is written, and memory holds one picture. Gone with the object.
/// </summary>
sealed class PictureSpool : IDisposable
{
    const int BufferSize = 1 << 16;

    readonly SafeFileHandle _file = File.OpenHandle(
        Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, FileOptions.DeleteOnClose | FileOptions.Asynchronous);

    long _end;

    /// <returns>Reads its bytes, each time anew.</returns>
    internal async Task<Func<byte[]>> Keep(Stream picture, CancellationToken token)
    {
        var (start, buffer) = (_end, ArrayPool<byte>.Shared.Rent(BufferSize));
        try
        {
            while (await picture.ReadAsync(buffer, token) is > 0 and var read)
            {
                await RandomAccess.WriteAsync(_file, buffer.AsMemory(0, read), _end, token);
                _end += read;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
        var length = (int)(_end - start);
        return () => Read(start, length);
    }

    public void Dispose() => _file.Dispose();

    byte[] Read(long start, int length)
    {
        var bytes = new byte[length];
        for (var read = 0; read < length;)
        {
            var more = RandomAccess.Read(_file, bytes.AsSpan(read), start + read);
            if (more == 0)
                throw new EndOfStreamException("A temporary file of pictures was cut while it was in use; leave the files of this process alone.");
            read += more;
        }
        return bytes;
    }
}
