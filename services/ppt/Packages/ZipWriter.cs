using System.IO.Compression;

namespace CourseGen.Ppt.Packages;

/// <summary>
/// Writes a ZIP archive without times (all of 1 January 1980), so that equal entries give equal bytes. Entries of other archives are
/// copied as they are packed. What is full is written while the next is filled.
/// </summary>
/// <param name="output">Stays open, and is not touched any more when this is disposed.</param>
sealed class ZipWriter(Stream output) : IDisposable
{
    byte[] _buffer = new byte[1 << 18];
    byte[] _other = new byte[1 << 18];
    Task _writing = Task.CompletedTask;
    readonly MemoryStream _packed = new();
    readonly List<ZipItem> _items = [];
    int _buffered;
    long _flushed;

    long Position => _flushed + _buffered;

    /// <exception cref="InvalidDataException">The source ends too early, or a stored entry is not what the source's directory says.</exception>
    internal void Copy(string name, SeekableBytes source, ZipItem item)
    {
        var crc = 0u;
        Begin(name, item.Method, item.Crc, item.PackedSize, item.Size);
        var offset = item.DataOffset(source);
        for (var left = item.PackedSize; left > 0;)
        {
            var room = Room();
            var part = room[..(int)Math.Min(room.Length, left)];
            source.ReadExactly(part, offset);
            if (item.Method == ZipItem.Stored)
                crc = Crc32.Append(crc, part);
            _buffered += part.Length;
            offset += part.Length;
            left -= part.Length;
        }
        if (item.Method == ZipItem.Stored && (crc != item.Crc || item.Size != item.PackedSize))
            throw new InvalidDataException($"{item.Name} is not what the archive says it is.");
    }

    /// <summary>Small things are not worth packing.</summary>
    internal void Store(string name, ReadOnlySpan<byte> content)
    {
        Begin(name, ZipItem.Stored, Crc32.Append(0, content), content.Length, content.Length);
        Append(content);
    }

    /// <param name="level">NoCompression stores.</param>
    internal void Write(string name, Action<Stream> write, CompressionLevel level)
    {
        _packed.SetLength(0);
        uint crc;
        long size;
        using (var content = new CheckedStream(level == CompressionLevel.NoCompression ? _packed : new DeflateStream(_packed, level, leaveOpen: true), _packed))
        {
            write(content);
            (crc, size) = (content.Crc, content.Size);
        }
        Begin(name, level == CompressionLevel.NoCompression ? ZipItem.Stored : ZipItem.Deflated, crc, _packed.Length, size);
        Append(_packed.GetBuffer().AsSpan(0, (int)_packed.Length));
    }

    /// <summary>Writes the directory. Nothing can be added afterwards.</summary>
    internal void Finish()
    {
        var start = Position;
        Span<byte> record = stackalloc byte[ZipRecords.MaxSize];
        foreach (var item in _items)
            Append(record[..ZipRecords.WriteItem(record, item)]);
        Append(record[..ZipRecords.WriteEnd(record, _items.Count, start, Position - start)]);
        Flush();
        _writing.GetAwaiter().GetResult();
        output.Flush();
    }

    public void Dispose() => Task.WaitAny(_writing);

    void Begin(string name, ushort method, uint crc, long packed, long size)
    {
        var item = new ZipItem(name, method, Encrypted: false, crc, packed, size, Position);
        _items.Add(item);
        Span<byte> record = stackalloc byte[ZipRecords.MaxSize];
        Append(record[..ZipRecords.WriteHeader(record, item)]);
    }

    void Append(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            var room = Room();
            var part = bytes[..Math.Min(bytes.Length, room.Length)];
            part.CopyTo(room);
            _buffered += part.Length;
            bytes = bytes[part.Length..];
        }
    }

    Span<byte> Room()
    {
        if (_buffered == _buffer.Length)
            Flush();
        return _buffer.AsSpan(_buffered);
    }

    void Flush()
    {
        _writing.GetAwaiter().GetResult();
        var (full, length) = (_buffer, _buffered);
        _writing = Task.Run(() => output.Write(full, 0, length));
        (_buffer, _other) = (_other, full);
        _flushed += length;
        _buffered = 0;
    }
}
