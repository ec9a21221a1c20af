using System.IO.Compression;
using CourseGen.BedrockSim.Pictures;

namespace CourseGen.Bench.Decks;

/// <summary>A grey PNG of seeded noise, which no compression makes smaller: as a photograph's bytes are.</summary>
static class NoisePicture
{
    const int Width = 240;
    /// <summary>Of the file's signature and chunks, and of zlib with a block of pixels.</summary>
    const int Overhead = 68;

    /// <summary>A file of as many bytes as asked for, to within a row of the picture and its least size, one row.</summary>
    internal static byte[] OfAbout(int bytes, int seed)
    {
        var (height, random) = (Math.Max(1, (bytes - Overhead) / (Width + 1)), new Random(seed));
        var rows = new byte[(Width + 1) * height];
        for (var row = 0; row < height; row++)
            random.NextBytes(rows.AsSpan((row * (Width + 1)) + 1, Width));
        return PngFile.Of(Width, height, PngPixel.Grey, rows, CompressionLevel.NoCompression);
    }
}
