using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using CourseGen.BedrockSim.Wire;

namespace CourseGen.BedrockSim.Pictures;

/// <summary>What a pixel of a PNG is: a grey, a colour, or an entry of its palette.</summary>
enum PngPixel : byte
{
    Grey = 0,
    Rgb = 2,
    Palette = 3,
}

/// <summary>Writes PNG (RFC 2083) with 8 bits a sample.</summary>
static class PngFile
{
    const byte BitsOfSample = 8;

    static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <param name="rows">Each a filter byte and its pixels.</param>
    /// <param name="palette">Three bytes an entry; empty where pixels need none.</param>
    public static byte[] Of(int width, int height, PngPixel pixel, ReadOnlySpan<byte> rows, CompressionLevel level, ReadOnlySpan<byte> palette = default)
    {
        Span<byte> head = stackalloc byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head[4..], height);
        (head[8], head[9]) = (BitsOfSample, (byte)pixel);
        return [.. Signature, .. Chunk("IHDR", head), .. palette.IsEmpty ? [] : Chunk("PLTE", palette), .. Chunk("IDAT", Packed(rows, level)), .. Chunk("IEND", [])];
    }

    static byte[] Packed(ReadOnlySpan<byte> rows, CompressionLevel level)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, level, leaveOpen: true))
            zlib.Write(rows);
        return packed.ToArray();
    }

    static byte[] Chunk(string type, ReadOnlySpan<byte> data)
    {
        byte[] chunk = [0, 0, 0, 0, .. Encoding.ASCII.GetBytes(type), .. data, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), Crc32.Of(chunk.AsSpan(4, 4 + data.Length)));
        return chunk;
    }
}
