using System.Buffers.Binary;
using CourseGen.Contracts.Documents;

namespace CourseGen.Ppt.Decks;

/// <summary>A picture to show, and what it tells those who cannot see it. It is read when its slide is written, and not kept.</summary>
/// <param name="Open">Its bytes.</param>
/// <param name="Legend">What the numbers in it stand for; empty when it has none.</param>
sealed record DeckPicture(Func<byte[]> Open, string AltText, string Legend = "")
{
    internal DeckPicture(byte[] bytes, string altText, string legend = "")
        : this(() => bytes, altText, legend)
    {
    }

    /// <summary>What it is a picture of: drawn as shapes where those are readable.</summary>
    internal Diagram? Diagram { get; init; }

    /// <summary>An image without anything at its edges that must be seen.</summary>
    internal bool MayBeCropped { get; init; }
}

/// <summary>A picture as it stands in the deck.</summary>
/// <param name="Size">Pixels; null when its header does not say.</param>
sealed record PictureBytes(byte[] Bytes, string MediaType, (int Width, int Height)? Size)
{
    internal string Extension => MediaType switch { "image/png" => "png", "image/jpeg" => "jpg", _ => "gif" };

    /// <returns>Null when it is of no type that PowerPoint shows everywhere.</returns>
    internal static PictureBytes? Of(DeckPicture? picture)
    {
        if (picture?.Open() is not { } bytes || PictureFormat.MediaTypeOf(bytes) is not { } type)
            return null;
        return new PictureBytes(bytes, type, PictureFormat.SizeOf(bytes));
    }
}

/// <summary>Reads type and size of PNG, JPEG and GIF.</summary>
static class PictureFormat
{
    internal static string? MediaTypeOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) && bytes.Length >= 24 ? "image/png"
        : bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? "image/jpeg"
        : bytes.StartsWith("GIF8"u8) && bytes.Length >= 10 ? "image/gif"
        : null;

    /// <returns>Pixels; null when the header does not say.</returns>
    internal static (int Width, int Height)? SizeOf(ReadOnlySpan<byte> bytes) => MediaTypeOf(bytes) switch
    {
        "image/png" => Positive(BinaryPrimitives.ReadInt32BigEndian(bytes[16..]), BinaryPrimitives.ReadInt32BigEndian(bytes[20..])),
        "image/gif" => Positive(BinaryPrimitives.ReadUInt16LittleEndian(bytes[6..]), BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..])),
        "image/jpeg" => JpegSize(bytes),
        _ => null,
    };

    /// <summary>The first frame header: markers C0 to CF but C4, C8 and CC.</summary>
    static (int Width, int Height)? JpegSize(ReadOnlySpan<byte> bytes)
    {
        for (var at = 2; at + 9 < bytes.Length && bytes[at] == 0xFF;)
        {
            var marker = bytes[at + 1];
            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
                return Positive(BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 5)..]));
            at += 2 + BinaryPrimitives.ReadUInt16BigEndian(bytes[(at + 2)..]);
        }
        return null;
    }

    static (int Width, int Height)? Positive(int width, int height) => width > 0 && height > 0 ? (width, height) : null;
}
