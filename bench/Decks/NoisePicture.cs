using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using CourseGen.BedrockSim.Wire;

namespace CourseGen.Bench.Decks;

/// <summary>A grey PNG of seeded noise, which no compression makes smaller: as a photograph's bytes are.</summary>
static class NoisePicture
{
    const int Width = 240;
    const byte Depth = 8;
    /// <summary>Of the file's signature and chunks, and of zlib with a block of pixels.</summary>
    const int Overhead = 68;

    static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    /// <summary>A file of as many bytes as asked for, to within a row of the picture and its least size, one row.</summary>
    internal static byte[] OfAbout(int bytes, int seed)
    {
        var height = Math.Max(1, (bytes - Overhead) / (Width + 1));
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, Width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        head[8] = Depth;
        return [.. Signature, .. Chunk("IHDR", head), .. Chunk("IDAT", Pixels(height, new Random(seed))), .. Chunk("IEND", [])];
    }

    /// <summary>Each row is a filter byte and its pixels.</summary>
    static byte[] Pixels(int height, Random random)
    {
        var pixels = new byte[(Width + 1) * height];
        for (var row = 0; row < height; row++)
            random.NextBytes(pixels.AsSpan((row * (Width + 1)) + 1, Width));
        using var stored = new MemoryStream(pixels.Length + 1024);
        using (var zlib = new ZLibStream(stored, CompressionLevel.NoCompression))
            zlib.Write(pixels);
        return stored.ToArray();
    }

    static byte[] Chunk(string type, byte[] data)
    {
        byte[] chunk = [0, 0, 0, 0, .. Encoding.ASCII.GetBytes(type), .. data, 0, 0, 0, 0];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(chunk.Length - 4), Crc32.Of(chunk.AsSpan(4, 4 + data.Length)));
        return chunk;
    }
}
