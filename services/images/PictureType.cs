namespace CourseGen.Images;

/// <summary>What a picture's bytes are, whatever their sender calls them.</summary>
static class PictureType
{
    /// <summary>In the order in which a picture is looked for.</summary>
    public static readonly IReadOnlyList<string> OtherExtensions = ["jpg", "webp"];

    /// <returns><c>png</c>, <c>jpg</c>, <c>webp</c>, or null for anything else.</returns>
    public static string? ExtensionOf(ReadOnlySpan<byte> bytes) =>
        bytes.StartsWith<byte>([0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A]) ? "png"
        : bytes.StartsWith<byte>([0xFF, 0xD8, 0xFF]) ? "jpg"
        : bytes.StartsWith("RIFF"u8) && bytes.Length >= 12 && bytes[8..12].SequenceEqual("WEBP"u8) ? "webp"
        : null;
}
