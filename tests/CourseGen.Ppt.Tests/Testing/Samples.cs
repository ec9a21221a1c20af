using System.IO.Compression;
using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Decks;

namespace CourseGen.Ppt.Tests.Testing;

/// <summary>Slides and pictures to try things on.</summary>
static class Samples
{
    internal const string Notes = "Say what this slide is about. Then ask the room what they already know of it, and wait.";

    internal static Slide Slide(SlideLayout layout, string title, params IReadOnlyList<ContentBlock> blocks) =>
        new(1, layout, title, null, blocks, Notes, 1, 1, "Lesson");

    internal static ContentBlock Bullets(params IReadOnlyList<string> items) => new() { Type = BlockType.Bullets, Items = items };

    internal static ContentBlock Text(string text) => new() { Type = BlockType.Text, Text = text };

    internal static ContentBlock Callout(string text) => new() { Type = BlockType.Callout, Text = text };

    internal static ContentBlock Image(string id, string caption = "What it shows") => new() { Type = BlockType.Image, ImageReference = id, Caption = caption };

    internal static ContentBlock Code(string code) => new() { Type = BlockType.Code, Language = "python", Code = code };

    internal static ContentBlock Table(int rows, int columns = 3, string cell = "value") => new()
    {
        Type = BlockType.Table,
        Headers = [.. Enumerable.Range(1, columns).Select(column => $"Column {column}")],
        Rows = [.. Enumerable.Range(1, rows).Select(row => (IReadOnlyList<string>)[.. Enumerable.Range(1, columns).Select(column => $"{cell} {row}.{column}")])],
    };

    internal static DeckContent Deck(IEnumerable<Slide> slides, string style = "professional", string language = "en", Dictionary<string, DeckPicture>? pictures = null) => new(
        "Harbour tides", "A. Author", language, "Harbour tides", DeckStyle.Named(style), [new SlideSection("Module 1", [.. slides.SelectMany(slide => SlideFitter.Fit(slide, StyledTemplate.Of(DeckStyle.Named(style), language)))])], pictures ?? []);

    internal static byte[] Written(DeckContent content)
    {
        using var stream = new MemoryStream();
        DeckWriter.Write(content, stream);
        return stream.ToArray();
    }

    /// <summary>A PNG of one colour.</summary>
    internal static byte[] Png(int width, int height, byte shade = 200)
    {
        var pixels = new MemoryStream();
        using (var packed = new ZLibStream(pixels, CompressionLevel.Fastest, leaveOpen: true))
        {
            for (var row = 0; row < height; row++)
                packed.Write([0, .. Enumerable.Repeat(shade, width)]);
        }
        var png = new MemoryStream();
        png.Write([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]);
        Chunk(png, "IHDR", [.. BigEndian((uint)width), .. BigEndian((uint)height), 8, 0, 0, 0, 0]);
        Chunk(png, "IDAT", pixels.ToArray());
        Chunk(png, "IEND", []);
        return png.ToArray();
    }

    static void Chunk(MemoryStream png, string type, byte[] data)
    {
        byte[] body = [.. System.Text.Encoding.ASCII.GetBytes(type), .. data];
        png.Write(BigEndian((uint)data.Length));
        png.Write(body);
        png.Write(BigEndian(Crc(body)));
    }

    static byte[] BigEndian(uint value) => [(byte)(value >> 24), (byte)(value >> 16), (byte)(value >> 8), (byte)value];

    static uint Crc(byte[] bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var value in bytes)
        {
            crc ^= value;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320 : crc >> 1;
        }
        return ~crc;
    }
}
