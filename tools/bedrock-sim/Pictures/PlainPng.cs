using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace CourseGen.BedrockSim.Pictures;

/// <summary>A picture of one colour, which depends on what was asked for.</summary>
static class PlainPng
{
    /// <summary>All pixels are the palette's only colour.</summary>
    public static byte[] Of(int width, int height, string about) => PngFile.Of(
        width, height, PngPixel.Palette, new byte[(width + 1) * height], CompressionLevel.Fastest, SHA256.HashData(Encoding.UTF8.GetBytes(about)).AsSpan(0, 3));
}
