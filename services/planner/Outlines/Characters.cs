using System.Globalization;
using System.Text;

namespace CourseGen.Planner.Outlines;

/// <summary>Which characters text may hold: everything that book, deck and web page can show, in any script.</summary>
static class Characters
{
    /// <summary>
    /// The first control character, line separator or noncharacter, or null. XML, which books and decks are, holds no U+FFFE and U+FFFF.
    /// </summary>
    /// <param name="multiline">Line feeds and tabs are allowed.</param>
    public static Rune? FirstRefused(string text, bool multiline)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            var allowed = multiline && rune.Value is '\n' or '\t';
            if (!allowed && IsRefused(rune))
                return rune;
        }
        return null;
    }

    /// <summary>Neither refused in text nor invisible by itself (a bidirectional override, for example).</summary>
    public static bool IsVisible(Rune rune) => !IsRefused(rune) && Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format;

    public static string Name(Rune rune) => $"U+{rune.Value:X4}";

    static bool IsRefused(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || (rune.Value & 0xFFFE) == 0xFFFE
        || rune.Value is >= 0xFDD0 and <= 0xFDEF;
}
