using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using CourseGen.BedrockSim.Wire;

namespace CourseGen.BedrockSim.Pictures;

/// <summary>A picture of one colour, which depends on what was asked for.</summary>
static class PlainPng
{
    const byte OneBytePerPixel = 8;
    const byte Palette = 3;

    static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static byte[] Of(int width, int height, string about)
    {
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = (OneBytePerPixel, Palette);
        var colour = SHA256.HashData(Encoding.UTF8.GetBytes(about))[..3];
        return [.. Signature, .. Chunk("IHDR", head), .. Chunk("PLTE", colour), .. Chunk("IDAT", Pixels(width, height)), .. Chunk("IEND", [])];
    }

    /// <summary>Each row is a filter byte and the palette's only colour.</summary>
    static byte[] Pixels(int width, int height)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.Fastest))
            zlib.Write(new byte[(width + 1) * height]);
        return compressed.ToArray();
    }

    static byte[] Chunk(string type, byte[] data)
    {
        byte[] chunk = [0, 0, 0, 0, .. Encoding.ASCII.GetBytes(type), .. data, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), Crc32.Of(chunk.AsSpan(4, 4 + data.Length)));
        return chunk;
    }
}
