using System.Text;

namespace CourseGen.Ppt.Checks;

/// <summary>Scripts written without spaces between words.</summary>
static class Scripts
{
    /// <summary>East Asian characters, which are as wide as they are high.</summary>
    internal static bool IsWide(Rune rune) =>
        rune.Value is >= 0x1100 and < 0x1200 or >= 0x2E80 and < 0xD800 or >= 0xF900 and < 0xFB00 or >= 0xFF00 and < 0xFF61 or >= 0x1F000;

    /// <summary>Words between spaces; two wide characters count as one.</summary>
    internal static int WordCount(string text)
    {
        var (words, wide, inside) = (0, 0, false);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsWide(rune))
                (wide, inside) = (wide + 1, false);
            else if (!Rune.IsLetterOrDigit(rune))
                inside = inside && !Rune.IsWhiteSpace(rune);
            else if (!inside)
                (words, inside) = (words + 1, true);
        }
        return words + ((wide + 1) / 2);
    }
}
