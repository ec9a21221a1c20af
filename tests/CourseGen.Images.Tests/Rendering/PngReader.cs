using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace CourseGen.Images.Tests.Rendering;

/// <summary>A strict PNG decoder for tests: every rule it checks fails the test.</summary>
sealed class PngReader
{
    readonly List<string> _chunks = [];
    readonly MemoryStream _data = new();
    byte[] _palette = [];

    public int Width { get; private set; }
    public int Height { get; private set; }
    public byte ColorType { get; private set; }
    /// <summary>Row by row, <c>0xRRGGBB</c>.</summary>
    public int[] Pixels { get; private set; } = [];

    public static PngReader Read(byte[] file)
    {
        var png = new PngReader();
        png.ReadChunks(file);
        png.Decode();
        return png;
    }

    void ReadChunks(byte[] file)
    {
        file[..8].ShouldBe([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        for (var at = 8; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
            var type = Encoding.ASCII.GetString(file, at + 4, 4);
            var data = file.AsSpan(at + 8, length);
            BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at + 8 + length)).ShouldBe(Crc(file.AsSpan(at + 4, length + 4)), $"check value of {type}");
            _chunks.Add(type);
            Take(type, data);
            at += length + 12;
        }
        _chunks[0].ShouldBe("IHDR");
        _chunks[^1].ShouldBe("IEND");
        _chunks.Count(type => type == "IHDR").ShouldBe(1);
    }

    void Take(string type, ReadOnlySpan<byte> data)
    {
        switch (type)
        {
            case "IHDR":
                (Width, Height, ColorType) = (BinaryPrimitives.ReadInt32BigEndian(data), BinaryPrimitives.ReadInt32BigEndian(data[4..]), data[9]);
                data[8].ShouldBe((byte)8, "bit depth");
                data[10..13].ToArray().ShouldBe(new byte[] { 0, 0, 0 }, "compression, filter and interlace method");
                break;
            case "PLTE":
                (data.Length % 3).ShouldBe(0);
                data.Length.ShouldBeLessThanOrEqualTo(768);
                _palette = data.ToArray();
                break;
            case "IDAT":
                _data.Write(data);
                break;
            default:
                type.ShouldBe("IEND");
                data.Length.ShouldBe(0);
                break;
        }
    }

    void Decode()
    {
        _data.Position = 0;
        using var inflated = new MemoryStream();
        using (var zlib = new ZLibStream(_data, CompressionMode.Decompress))
            zlib.CopyTo(inflated);
        var bytes = inflated.ToArray();
        var pixelSize = ColorType == 3 ? 1 : 3;
        var stride = Width * pixelSize;
        bytes.Length.ShouldBe((stride + 1) * Height);
        var above = new byte[stride];
        Pixels = new int[Width * Height];
        for (var y = 0; y < Height; y++)
        {
            var row = Unfilter(bytes[y * (stride + 1)], bytes.AsSpan(y * (stride + 1) + 1, stride), above, pixelSize);
            for (var x = 0; x < Width; x++)
                Pixels[y * Width + x] = ColorType == 3 ? Rgb(_palette, row[x] * 3) : Rgb(row, x * 3);
            above = row;
        }
    }

    static byte[] Unfilter(byte filter, ReadOnlySpan<byte> data, byte[] above, int pixelSize)
    {
        var row = new byte[data.Length];
        for (var i = 0; i < row.Length; i++)
        {
            var left = i >= pixelSize ? row[i - pixelSize] : 0;
            row[i] = (byte)(data[i] + filter switch
            {
                0 => 0,
                1 => left,
                2 => above[i],
                3 => (left + above[i]) / 2,
                _ => throw new InvalidDataException($"Filter {filter} is not used here."),
            });
        }
        return row;
    }

    static int Rgb(byte[] bytes, int at) => (bytes[at] << 16) | (bytes[at + 1] << 8) | bytes[at + 2];

    static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = ~0u;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? 0xEDB88320u ^ (crc >> 1) : crc >> 1;
        }
        return ~crc;
    }
}
