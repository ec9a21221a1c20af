using System.Text;

namespace CourseGen.Documents.Fonts;

/// <summary>What a character's script means for setting it.</summary>
public static class Script
{
    /// <summary>As wide as it is high, and a line may end after it: Chinese, Japanese, Korean, and pictures.</summary>
    public static bool IsWide(Rune rune) => rune.Value is >= 0x1100 and < 0x1200 or >= 0x2E80 and < 0xD800 or >= 0xF900 and < 0xFB00 or >= 0xFF00 and < 0xFF61 or >= 0x1F000;

    /// <summary>Hebrew, Arabic and their neighbours.</summary>
    public static bool IsRightToLeft(Rune rune) => rune.Value is >= 0x590 and <= 0x8FF or >= 0xFB1D and <= 0xFDFF or >= 0xFE70 and <= 0xFEFF or >= 0x10800 and <= 0x10FFF;

    /// <summary>By the first letter that has a direction.</summary>
    public static bool IsRightToLeft(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsLetter(rune))
                return IsRightToLeft(rune);
        }
        return false;
    }
}
