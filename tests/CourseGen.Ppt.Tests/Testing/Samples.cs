using System.IO.Compression;
using CourseGen.BedrockSim.Pictures;
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
        byte[] row = [0, .. Enumerable.Repeat(shade, width)];
        return PngFile.Of(width, height, PngPixel.Grey, [.. Enumerable.Repeat(row, height).SelectMany(pixels => pixels)], CompressionLevel.Fastest);
    }
}
