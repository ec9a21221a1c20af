using System.Buffers.Binary;

namespace CourseGen.Ppt.Packages;

/// <summary>An entry of a ZIP archive, as its central directory lists it (PKWARE APPNOTE 6.3, 4.3.12).</summary>
/// <param name="Method">0 stored, 8 deflated.</param>
/// <param name="PackedSize">In the archive, in bytes.</param>
/// <param name="Size">Unpacked, in bytes, as the directory says.</param>
/// <param name="HeaderOffset">Where its local header starts.</param>
sealed record ZipItem(string Name, ushort Method, bool Encrypted, uint Crc, long PackedSize, long Size, long HeaderOffset)
{
    internal const ushort Stored = 0;
    internal const ushort Deflated = 8;
    internal const int LocalHeaderSize = 30;

    internal bool IsFolder => Name.EndsWith('/');

    /// <exception cref="InvalidDataException">There is no local header, or not as much data.</exception>
    internal long DataOffset(SeekableBytes bytes)
    {
        Span<byte> header = stackalloc byte[LocalHeaderSize];
        bytes.ReadExactly(header, HeaderOffset);
        if (BinaryPrimitives.ReadUInt32LittleEndian(header) != 0x04034b50)
            throw new InvalidDataException($"{Name} has no local header.");
        var offset = HeaderOffset + LocalHeaderSize + BinaryPrimitives.ReadUInt16LittleEndian(header[26..]) + BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        return offset + PackedSize <= bytes.Length ? offset : throw new InvalidDataException($"{Name} is cut off.");
    }
}
