using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace CourseGen.Ppt.Packages;

/// <summary>
/// Writes a ZIP archive without times (all of 1 January 1980), so that equal entries give equal bytes. Entries of other archives are
/// copied as they are packed.
/// </summary>
sealed class ZipWriter(Stream output)
{
    const ushort NoDate = (1 << 5) | 1;
    const ushort Utf8Names = 1 << 11;
    const ushort PlainVersion = 20;
    const ushort LargeVersion = 45;

    readonly byte[] _buffer = new byte[1 << 18];
    readonly MemoryStream _packed = new();
    readonly List<ZipItem> _items = [];
    int _buffered;
    long _flushed;

    long Position => _flushed + _buffered;

    /// <exception cref="InvalidDataException">The source ends too early.</exception>
    internal void Copy(string name, SeekableBytes source, ZipItem item)
    {
        Begin(name, item.Method, item.Crc, item.PackedSize, item.Size);
        var offset = item.DataOffset(source);
        for (var left = item.PackedSize; left > 0;)
        {
            var room = Room();
            var part = room[..(int)Math.Min(room.Length, left)];
            source.ReadExactly(part, offset);
            _buffered += part.Length;
            offset += part.Length;
            left -= part.Length;
        }
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
        foreach (var item in _items)
            AppendRecord(item);
        AppendEnd(start, Position - start);
        Flush();
        output.Flush();
    }

    void Begin(string name, ushort method, uint crc, long packed, long size)
    {
        var large = packed >= uint.MaxValue || size >= uint.MaxValue;
        _items.Add(new ZipItem(name, method, Encrypted: false, crc, packed, size, Position));
        Span<byte> header = stackalloc byte[30];
        BinaryPrimitives.WriteUInt32LittleEndian(header, 0x04034b50);
        BinaryPrimitives.WriteUInt16LittleEndian(header[4..], large ? LargeVersion : PlainVersion);
        Describe(header[6..], method, crc, large ? uint.MaxValue : packed, large ? uint.MaxValue : size, Encoding.UTF8.GetByteCount(name));
        BinaryPrimitives.WriteUInt16LittleEndian(header[28..], (ushort)(large ? 20 : 0));
        Append(header);
        AppendName(name);
        if (large)
            AppendLarge(size, packed);
    }

    void AppendRecord(ZipItem item)
    {
        var large = item.PackedSize >= uint.MaxValue || item.Size >= uint.MaxValue || item.HeaderOffset >= uint.MaxValue;
        Span<byte> record = stackalloc byte[46];
        record.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(record, 0x02014b50);
        BinaryPrimitives.WriteUInt16LittleEndian(record[4..], large ? LargeVersion : PlainVersion);
        BinaryPrimitives.WriteUInt16LittleEndian(record[6..], large ? LargeVersion : PlainVersion);
        Describe(record[8..], item.Method, item.Crc, large ? uint.MaxValue : item.PackedSize, large ? uint.MaxValue : item.Size, Encoding.UTF8.GetByteCount(item.Name));
        BinaryPrimitives.WriteUInt16LittleEndian(record[30..], (ushort)(large ? 28 : 0));
        BinaryPrimitives.WriteUInt32LittleEndian(record[42..], large ? uint.MaxValue : (uint)item.HeaderOffset);
        Append(record);
        AppendName(item.Name);
        if (large)
            AppendLarge(item.Size, item.PackedSize, item.HeaderOffset);
    }

    static void Describe(Span<byte> header, ushort method, uint crc, long packed, long size, int nameLength)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(header, Utf8Names);
        BinaryPrimitives.WriteUInt16LittleEndian(header[2..], method);
        BinaryPrimitives.WriteUInt16LittleEndian(header[4..], 0);
        BinaryPrimitives.WriteUInt16LittleEndian(header[6..], NoDate);
        BinaryPrimitives.WriteUInt32LittleEndian(header[8..], crc);
        BinaryPrimitives.WriteUInt32LittleEndian(header[12..], (uint)packed);
        BinaryPrimitives.WriteUInt32LittleEndian(header[16..], (uint)size);
        BinaryPrimitives.WriteUInt16LittleEndian(header[20..], checked((ushort)nameLength));
    }

    void AppendLarge(params ReadOnlySpan<long> values)
    {
        Span<byte> extra = stackalloc byte[28];
        BinaryPrimitives.WriteUInt16LittleEndian(extra, 1);
        BinaryPrimitives.WriteUInt16LittleEndian(extra[2..], (ushort)(values.Length * 8));
        for (var index = 0; index < values.Length; index++)
            BinaryPrimitives.WriteInt64LittleEndian(extra[(4 + (index * 8))..], values[index]);
        Append(extra[..(4 + (values.Length * 8))]);
    }

    void AppendEnd(long start, long size)
    {
        var large = _items.Count >= ushort.MaxValue || start >= uint.MaxValue;
        Span<byte> end = stackalloc byte[56 + 20 + 22];
        end.Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(end, 0x06064b50);
        BinaryPrimitives.WriteInt64LittleEndian(end[4..], 44);
        BinaryPrimitives.WriteUInt16LittleEndian(end[12..], LargeVersion);
        BinaryPrimitives.WriteUInt16LittleEndian(end[14..], LargeVersion);
        BinaryPrimitives.WriteInt64LittleEndian(end[24..], _items.Count);
        BinaryPrimitives.WriteInt64LittleEndian(end[32..], _items.Count);
        BinaryPrimitives.WriteInt64LittleEndian(end[40..], size);
        BinaryPrimitives.WriteInt64LittleEndian(end[48..], start);
        BinaryPrimitives.WriteUInt32LittleEndian(end[56..], 0x07064b50);
        BinaryPrimitives.WriteInt64LittleEndian(end[64..], Position);
        BinaryPrimitives.WriteUInt32LittleEndian(end[72..], 1);
        var plain = end[76..];
        BinaryPrimitives.WriteUInt32LittleEndian(plain, 0x06054b50);
        BinaryPrimitives.WriteUInt16LittleEndian(plain[8..], (ushort)Math.Min(_items.Count, ushort.MaxValue));
        BinaryPrimitives.WriteUInt16LittleEndian(plain[10..], (ushort)Math.Min(_items.Count, ushort.MaxValue));
        BinaryPrimitives.WriteUInt32LittleEndian(plain[12..], (uint)Math.Min(size, uint.MaxValue));
        BinaryPrimitives.WriteUInt32LittleEndian(plain[16..], (uint)Math.Min(start, uint.MaxValue));
        Append(large ? end : plain);
    }

    void AppendName(string name)
    {
        Span<byte> bytes = stackalloc byte[512];
        Append(Encoding.UTF8.TryGetBytes(name, bytes, out var length) ? bytes[..length] : Encoding.UTF8.GetBytes(name));
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
        output.Write(_buffer, 0, _buffered);
        _flushed += _buffered;
        _buffered = 0;
    }

    /// <summary>Counts and checks what is written through it.</summary>
    sealed class CheckedStream(Stream inner, Stream kept) : Stream
    {
        internal uint Crc { get; private set; }
        internal long Size { get; private set; }

        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => Size;
        public override long Position { get => Size; set => throw new NotSupportedException(); }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Crc = Crc32.Append(Crc, buffer);
            Size += buffer.Length;
            inner.Write(buffer);
        }

        public override void Flush() { }
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing && inner != kept)
                inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
