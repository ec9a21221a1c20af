using System.IO.Compression;

namespace CourseGen.Ppt.Packages;

/// <summary>
/// An entry's content, unpacked. Reading it to the end checks its size and checksum; it never yields more bytes than its
/// directory says, whatever its data would unpack to.
/// </summary>
/// <exception cref="InvalidDataException">By reading: the content is not what the directory says.</exception>
sealed class ZipItemStream : Stream
{
    readonly ZipItem _item;
    readonly Stream _content;
    long _read;
    uint _crc;

    internal ZipItemStream(SeekableBytes bytes, ZipItem item)
    {
        _item = item;
        var packed = new PackedBytes(bytes, item.DataOffset(bytes), item.PackedSize);
        _content = item.Method == ZipItem.Stored ? packed : new DeflateStream(packed, CompressionMode.Decompress);
    }

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => _item.Size;
    public override long Position { get => _read; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var read = _content.Read(buffer);
        _crc = Crc32.Append(_crc, buffer[..read]);
        _read += read;
        if (_read > _item.Size || (read == 0 && buffer.Length > 0 && (_read < _item.Size || _crc != _item.Crc)))
            throw new InvalidDataException($"{_item.Name} is not what the archive says it is.");
        return read;
    }

    public override void Flush() { }
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _content.Dispose();
        base.Dispose(disposing);
    }

    sealed class PackedBytes(SeekableBytes bytes, long offset, long length) : Stream
    {
        long _position;

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => length;
        public override long Position { get => _position; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int start, int count) => Read(buffer.AsSpan(start, count));

        public override int Read(Span<byte> buffer)
        {
            var read = bytes.Read(buffer[..(int)Math.Min(buffer.Length, length - _position)], offset + _position);
            _position += read;
            return read;
        }

        public override void Flush() { }
        public override long Seek(long position, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int start, int count) => throw new NotSupportedException();
    }
}
