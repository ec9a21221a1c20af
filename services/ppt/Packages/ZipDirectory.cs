using System.Buffers.Binary;
using System.Text;

namespace CourseGen.Ppt.Packages;

/// <summary>Where a ZIP archive's central directory is, and how many entries it lists.</summary>
sealed record ZipDirectory(long Offset, long Size, long Count)
{
    const int EndSize = 22;
    const int LocatorSize = 20;
    const int MaxComment = ushort.MaxValue;
    const int RecordSize = 46;

    /// <exception cref="InvalidDataException">The archive has no end record, or one that cannot be true.</exception>
    internal static ZipDirectory Find(SeekableBytes bytes)
    {
        var tail = new byte[Math.Min(bytes.Length, EndSize + MaxComment)];
        var start = bytes.Length - tail.Length;
        bytes.ReadExactly(tail, start);
        var end = tail.Length - EndSize;
        while (end >= 0 && BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end)) != 0x06054b50)
            end--;
        if (end < 0)
            throw new InvalidDataException("The archive has no end.");
        var record = tail.AsSpan(end);
        var directory = new ZipDirectory(BinaryPrimitives.ReadUInt32LittleEndian(record[16..]), BinaryPrimitives.ReadUInt32LittleEndian(record[12..]), BinaryPrimitives.ReadUInt16LittleEndian(record[10..]));
        directory = FindLarge(bytes, start + end - LocatorSize) ?? directory;
        return directory.Offset >= 0 && directory.Size >= 0 && directory.Offset <= start + end - directory.Size ? directory : throw new InvalidDataException("The archive's directory is cut off.");
    }

    /// <summary>Archives of more than 4 GB or 65,535 entries have a second end record (ZIP64).</summary>
    static ZipDirectory? FindLarge(SeekableBytes bytes, long locatorOffset)
    {
        Span<byte> locator = stackalloc byte[LocatorSize];
        if (locatorOffset < 0 || bytes.Read(locator, locatorOffset) < LocatorSize || BinaryPrimitives.ReadUInt32LittleEndian(locator) != 0x07064b50)
            return null;
        Span<byte> record = stackalloc byte[56];
        var offset = BinaryPrimitives.ReadInt64LittleEndian(locator[8..]);
        if (offset < 0 || offset > locatorOffset)
            throw new InvalidDataException("The archive's end is damaged.");
        bytes.ReadExactly(record, offset);
        return BinaryPrimitives.ReadUInt32LittleEndian(record) == 0x06064b50
            ? new ZipDirectory(BinaryPrimitives.ReadInt64LittleEndian(record[48..]), BinaryPrimitives.ReadInt64LittleEndian(record[40..]), BinaryPrimitives.ReadInt64LittleEndian(record[32..]))
            : throw new InvalidDataException("The archive's end is damaged.");
    }

    /// <exception cref="InvalidDataException">An entry is listed wrongly, lies outside the archive, or over another.</exception>
    internal List<ZipItem> Read(SeekableBytes bytes)
    {
        var directory = new byte[Size];
        bytes.ReadExactly(directory, Offset);
        ReadOnlySpan<byte> rest = directory;
        var items = new List<ZipItem>((int)Math.Min(Count, Size / RecordSize));
        while (rest.Length >= RecordSize && BinaryPrimitives.ReadUInt32LittleEndian(rest) == 0x02014b50)
            items.Add(ReadItem(ref rest));
        if (items.Count != Count && items.Count % 65536 != Count)
            throw new InvalidDataException("The archive's directory is damaged.");
        RefuseOverlaps(items);
        return items;
    }

    static ZipItem ReadItem(ref ReadOnlySpan<byte> rest)
    {
        var (nameLength, extraLength, commentLength) = (BinaryPrimitives.ReadUInt16LittleEndian(rest[28..]), BinaryPrimitives.ReadUInt16LittleEndian(rest[30..]), BinaryPrimitives.ReadUInt16LittleEndian(rest[32..]));
        if (RecordSize + nameLength + extraLength + commentLength > rest.Length)
            throw new InvalidDataException("The archive's directory is cut off.");
        long size = BinaryPrimitives.ReadUInt32LittleEndian(rest[24..]), packed = BinaryPrimitives.ReadUInt32LittleEndian(rest[20..]), offset = BinaryPrimitives.ReadUInt32LittleEndian(rest[42..]);
        ReadLarge(rest.Slice(RecordSize + nameLength, extraLength), ref size, ref packed, ref offset);
        var item = new ZipItem(
            Encoding.UTF8.GetString(rest.Slice(RecordSize, nameLength)),
            BinaryPrimitives.ReadUInt16LittleEndian(rest[10..]),
            (rest[8] & 1) != 0,
            BinaryPrimitives.ReadUInt32LittleEndian(rest[16..]), packed, size, offset);
        rest = rest[(RecordSize + nameLength + extraLength + commentLength)..];
        return item;
    }

    /// <summary>The extra field of ZIP64 holds, in this order, those of the three that did not fit.</summary>
    static void ReadLarge(ReadOnlySpan<byte> extra, ref long size, ref long packed, ref long offset)
    {
        while (extra.Length >= 4)
        {
            var (id, length) = (BinaryPrimitives.ReadUInt16LittleEndian(extra), BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]));
            if (length > extra.Length - 4)
                return;
            var field = extra.Slice(4, length);
            extra = extra[(4 + length)..];
            if (id != 1)
                continue;
            TakeLarge(ref field, ref size);
            TakeLarge(ref field, ref packed);
            TakeLarge(ref field, ref offset);
        }
    }

    static void TakeLarge(ref ReadOnlySpan<byte> field, ref long value)
    {
        if (value != uint.MaxValue || field.Length < 8)
            return;
        value = BinaryPrimitives.ReadInt64LittleEndian(field);
        field = field[8..];
    }

    /// <summary>Entries that share their data are how a small archive unpacks to a huge one.</summary>
    void RefuseOverlaps(List<ZipItem> items)
    {
        var end = 0L;
        foreach (var item in items.OrderBy(item => item.HeaderOffset))
        {
            if (item.HeaderOffset < end || item.PackedSize < 0 || item.Size < 0 || item.PackedSize > Offset)
                throw new InvalidDataException($"{item.Name} lies over another entry.");
            end = item.HeaderOffset + ZipItem.LocalHeaderSize + item.PackedSize;
        }
        if (end > Offset)
            throw new InvalidDataException("The last entry is cut off.");
    }
}
