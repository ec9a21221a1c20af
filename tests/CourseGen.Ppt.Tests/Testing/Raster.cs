using System.IO.Compression;
using System.Text;
using CourseGen.BedrockSim.Pictures;
using CourseGen.Images.Tests.Rendering;

namespace CourseGen.Ppt.Tests.Testing;

/// <summary>A picture of a slide: <c>0xRRGGBB</c>, row by row.</summary>
sealed record Raster(int Width, int Height, int[] Pixels)
{
    internal int this[int x, int y] => Pixels[(y * Width) + x];

    /// <summary>Of a binary PPM file with 8 bits a channel.</summary>
    internal static Raster OfPpm(byte[] file)
    {
        var at = 0;
        Word(file, ref at).ShouldBe("P6");
        var (width, height, most) = (int.Parse(Word(file, ref at)), int.Parse(Word(file, ref at)), int.Parse(Word(file, ref at)));
        most.ShouldBe(255);
        var start = at;
        return new Raster(width, height, [.. Enumerable.Range(0, width * height).Select(pixel => (file[start + (3 * pixel)] << 16) | (file[start + (3 * pixel) + 1] << 8) | file[start + (3 * pixel) + 2])]);
    }

    internal static Raster OfPng(byte[] file)
    {
        var png = PngReader.Read(file);
        return new Raster(png.Width, png.Height, png.Pixels);
    }

    internal byte[] ToPng() => PngFile.Of(Width, Height, PngPixel.Rgb, [.. Enumerable.Range(0, Height).SelectMany(Row)], CompressionLevel.SmallestSize);

    /// <summary>Each byte less the one above it, which packs well.</summary>
    byte[] Row(int y)
    {
        var row = new byte[(3 * Width) + 1];
        row[0] = 2;
        for (var x = 0; x < Width; x++)
        {
            var (here, above) = (this[x, y], y == 0 ? 0 : this[x, y - 1]);
            for (var channel = 0; channel < 3; channel++)
                row[(3 * x) + channel + 1] = (byte)((here >> (16 - (8 * channel))) - (above >> (16 - (8 * channel))));
        }
        return row;
    }

    static string Word(byte[] file, ref int at)
    {
        var start = at;
        while (!char.IsWhiteSpace((char)file[at]))
            at++;
        return Encoding.ASCII.GetString(file, start, at++ - start);
    }
}
