using System.Text;
using System.Text.Unicode;

namespace CourseGen.Planner.Outlines;

/// <summary>Bytes to text, before any YAML is read.</summary>
static class OutlineText
{
    public const int MaxBytes = 256 * 1024;

    /// <summary>Without its byte order mark; null when it is refused.</summary>
    public static string? Decode(ReadOnlySpan<byte> yaml, Findings findings)
    {
        if (yaml.Length > MaxBytes)
        {
            findings.Fault(Place.Start, $"the outline is {yaml.Length} bytes long, expected at most {MaxBytes} (256 KiB)");
            return null;
        }
        var content = yaml.StartsWith(Encoding.UTF8.Preamble) ? yaml[Encoding.UTF8.Preamble.Length..] : yaml;
        var zero = content.IndexOf((byte)0);
        if (zero >= 0)
        {
            findings.Fault(PlaceOf(content, zero), "the file is binary or UTF-16 (it holds a zero byte), expected YAML text in UTF-8");
            return null;
        }
        if (!Utf8.IsValid(content))
        {
            findings.Fault(PlaceOf(content, FirstInvalid(content)), "the bytes are not UTF-8, expected YAML text saved as UTF-8");
            return null;
        }
        return Encoding.UTF8.GetString(content);
    }

    static int FirstInvalid(ReadOnlySpan<byte> content)
    {
        var offset = 0;
        while (Rune.DecodeFromUtf8(content[offset..], out _, out var length) == System.Buffers.OperationStatus.Done)
            offset += length;
        return offset;
    }

    static Place PlaceOf(ReadOnlySpan<byte> content, int offset)
    {
        var before = content[..offset];
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new Place(before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }
}
