using Microsoft.Win32.SafeHandles;

namespace CourseGen.Ppt.Packages;

/// <summary>Reads a stream at any place, from any thread: files without moving their position, other streams one reader at a time.</summary>
sealed class SeekableBytes(Stream stream) : IDisposable
{
    readonly SafeFileHandle? _file = (stream as FileStream)?.SafeFileHandle;
    readonly Lock _turn = new();

    internal long Length { get; } = stream.Length;

    /// <returns>Fewer than asked for only at the end.</returns>
    internal int Read(Span<byte> buffer, long offset)
    {
        if (_file is null)
        {
            lock (_turn)
            {
                stream.Position = offset;
                return stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            }
        }
        var total = 0;
        while (total < buffer.Length && RandomAccess.Read(_file, buffer[total..], offset + total) is > 0 and var read)
            total += read;
        return total;
    }

    /// <exception cref="InvalidDataException">The stream ends before.</exception>
    internal void ReadExactly(Span<byte> buffer, long offset)
    {
        if (Read(buffer, offset) < buffer.Length)
            throw new InvalidDataException("The file ends too early.");
    }

    public void Dispose() => stream.Dispose();
}
