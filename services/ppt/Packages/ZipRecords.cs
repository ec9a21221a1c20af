using System.Buffers.Binary;
using System.Text;

namespace CourseGen.Ppt.Packages;

/// <summary>The records of a ZIP archive beside its data (PKWARE APPNOTE 6.3, 4.3). What does not fit 32 bits goes into ZIP64's extra field.</summary>
static class ZipRecords
{
    /// <summary>No record is longer; longer names are cut where parts get theirs.</summary>
    internal const int MaxSize = 2048;

    const int MaxNameSize = MaxSize - 100;
    const ushort NoDate = (1 << 5) | 1;
    const ushort Utf8Names = 1 << 11;
    const ushort PlainVersion = 20;
    const ushort LargeVersion = 45;

    /// <returns>How long the local header is.</returns>
    internal static int WriteHeader(Span<byte> header, ZipItem item)
    {
        var large = item.PackedSize >= uint.MaxValue || item.Size >= uint.MaxValue;
        BinaryPrimitives.WriteUInt32LittleEndian(header, 0x04034b50);
        BinaryPrimitives.WriteUInt16LittleEndian(header[4..], large ? LargeVersion : PlainVersion);
        var nameSize = Describe(header[6..], header[30..], item, large);
        BinaryPrimitives.WriteUInt16LittleEndian(header[28..], (ushort)(large ? 20 : 0));
        return 30 + nameSize + (large ? WriteLarge(header[(30 + nameSize)..], item.Size, item.PackedSize) : 0);
    }

    /// <returns>How long the directory's record is.</returns>
    internal static int WriteItem(Span<byte> record, ZipItem item)
    {
        var large = item.PackedSize >= uint.MaxValue || item.Size >= uint.MaxValue || item.HeaderOffset >= uint.MaxValue;
        record[..46].Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(record, 0x02014b50);
        BinaryPrimitives.WriteUInt16LittleEndian(record[4..], large ? LargeVersion : PlainVersion);
        BinaryPrimitives.WriteUInt16LittleEndian(record[6..], large ? LargeVersion : PlainVersion);
        var nameSize = Describe(record[8..], record[46..], item, large);
        BinaryPrimitives.WriteUInt16LittleEndian(record[30..], (ushort)(large ? 28 : 0));
        BinaryPrimitives.WriteUInt32LittleEndian(record[42..], large ? uint.MaxValue : (uint)item.HeaderOffset);
        return 46 + nameSize + (large ? WriteLarge(record[(46 + nameSize)..], item.Size, item.PackedSize, item.HeaderOffset) : 0);
    }

    /// <param name="start">Of the directory.</param>
    /// <returns>How long the end is.</returns>
    internal static int WriteEnd(Span<byte> end, int count, long start, long size)
    {
        var large = count >= ushort.MaxValue || start >= uint.MaxValue;
        var written = large ? WriteLargeEnd(end, count, start, size) : 0;
        end = end[written..];
        end[..22].Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(end, 0x06054b50);
        BinaryPrimitives.WriteUInt16LittleEndian(end[8..], (ushort)Math.Min(count, ushort.MaxValue));
        BinaryPrimitives.WriteUInt16LittleEndian(end[10..], (ushort)Math.Min(count, ushort.MaxValue));
        BinaryPrimitives.WriteUInt32LittleEndian(end[12..], (uint)Math.Min(size, uint.MaxValue));
        BinaryPrimitives.WriteUInt32LittleEndian(end[16..], (uint)Math.Min(start, uint.MaxValue));
        return written + 22;
    }

    static int WriteLargeEnd(Span<byte> end, int count, long start, long size)
    {
        end[..76].Clear();
        BinaryPrimitives.WriteUInt32LittleEndian(end, 0x06064b50);
        BinaryPrimitives.WriteInt64LittleEndian(end[4..], 44);
        BinaryPrimitives.WriteUInt16LittleEndian(end[12..], LargeVersion);
        BinaryPrimitives.WriteUInt16LittleEndian(end[14..], LargeVersion);
        BinaryPrimitives.WriteInt64LittleEndian(end[24..], count);
        BinaryPrimitives.WriteInt64LittleEndian(end[32..], count);
        BinaryPrimitives.WriteInt64LittleEndian(end[40..], size);
        BinaryPrimitives.WriteInt64LittleEndian(end[48..], start);
        BinaryPrimitives.WriteUInt32LittleEndian(end[56..], 0x07064b50);
        BinaryPrimitives.WriteInt64LittleEndian(end[64..], start + size);
        BinaryPrimitives.WriteUInt32LittleEndian(end[72..], 1);
        return 76;
    }

    /// <summary>What local headers and directory records have in common, from the flags to the name.</summary>
    static int Describe(Span<byte> record, Span<byte> name, ZipItem item, bool large)
    {
        var nameSize = Encoding.UTF8.GetBytes(item.Name, name[..MaxNameSize]);
        BinaryPrimitives.WriteUInt16LittleEndian(record, Utf8Names);
        BinaryPrimitives.WriteUInt16LittleEndian(record[2..], item.Method);
        BinaryPrimitives.WriteUInt16LittleEndian(record[4..], 0);
        BinaryPrimitives.WriteUInt16LittleEndian(record[6..], NoDate);
        BinaryPrimitives.WriteUInt32LittleEndian(record[8..], item.Crc);
        BinaryPrimitives.WriteUInt32LittleEndian(record[12..], large ? uint.MaxValue : (uint)item.PackedSize);
        BinaryPrimitives.WriteUInt32LittleEndian(record[16..], large ? uint.MaxValue : (uint)item.Size);
        BinaryPrimitives.WriteUInt16LittleEndian(record[20..], (ushort)nameSize);
        return nameSize;
    }

    static int WriteLarge(Span<byte> extra, params ReadOnlySpan<long> values)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(extra, 1);
        BinaryPrimitives.WriteUInt16LittleEndian(extra[2..], (ushort)(values.Length * 8));
        for (var index = 0; index < values.Length; index++)
            BinaryPrimitives.WriteInt64LittleEndian(extra[(4 + (index * 8))..], values[index]);
        return 4 + (values.Length * 8);
    }
}
