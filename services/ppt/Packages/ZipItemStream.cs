using System.IO.Compression;

namespace CourseGen.Ppt.Packages;

/// <summary>
/// An entry's content, unpacked. Reading it to the end checks its size and checksum; it never yields more bytes than its
/// directory says, whatever its data would unpack to.
/// </summary>
/// <exception cref="InvalidDataException">By reading: the content is not what the directory says.</exception>
sealed class ZipItemStream : ForwardStream
{
    readonly ZipItem _item;
    readonly Stream _content;
    uint _crc;

    internal ZipItemStream(SeekableBytes bytes, ZipItem item)
    {
        _item = item;
        var packed = new PackedBytes(bytes, item.DataOffset(bytes), item.PackedSize);
        _content = item.Method == ZipItem.Stored ? packed : new DeflateStream(packed, CompressionMode.Decompress);
    }

    public override long Length => _item.Size;

    public override int Read(Span<byte> buffer)
    {
        var read = _content.Read(buffer);
        _crc = Crc32.Append(_crc, buffer[..read]);
        Taken += read;
        if (Taken > _item.Size || (read == 0 && buffer.Length > 0 && (Taken < _item.Size || _crc != _item.Crc)))
            throw new InvalidDataException($"{_item.Name} is not what the archive says it is.");
        return read;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _content.Dispose();
        base.Dispose(disposing);
    }

    sealed class PackedBytes(SeekableBytes bytes, long offset, long length) : ForwardStream
    {
        public override long Length => length;

        public override int Read(Span<byte> buffer)
        {
            var read = bytes.Read(buffer[..(int)Math.Min(buffer.Length, length - Taken)], offset + Taken);
            Taken += read;
            return read;
        }
    }
}
