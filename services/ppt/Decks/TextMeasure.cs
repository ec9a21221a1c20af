using System.Globalization;
using System.Text;

namespace CourseGen.Ppt.Decks;

/// <summary>
/// A careful estimate of how much room text takes: Helvetica's published widths, which are wider than Calibri's and equal to those of
/// the fonts that stand in for it, and 1.2 lines of height a line.
/// </summary>
static class TextMeasure
{
    internal const double LineHeight = 1.2;
    const double CodeWidth = 0.602;

    /// <summary>Advance widths of U+0020 to U+007E in thousandths of the size.</summary>
    static readonly short[] Widths =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    /// <param name="size">In points.</param>
    /// <param name="width">In points.</param>
    /// <returns>At least 1.</returns>
    internal static int Lines(string text, double size, double width, bool bold = false) =>
        text.Split('\n').Sum(line => LinesOf(line, width, character => CharacterWidth(character) * size * (bold ? 1.08 : 1)));

    /// <summary>Lines of code, which wrap only where they are wider than their box.</summary>
    internal static int CodeLines(string line, double size, double width) =>
        Math.Max(1, (int)Math.Ceiling(line.EnumerateRunes().Sum(rune => IsWide(rune) ? 1.0 : CodeWidth) * size / width));

    internal static double Width(string text, double size) => text.EnumerateRunes().Sum(rune => CharacterWidth(rune) * size);

    static int LinesOf(string text, double width, Func<Rune, double> widthOf)
    {
        var (lines, used, word) = (1, 0.0, 0.0);
        foreach (var rune in text.EnumerateRunes())
        {
            var advance = widthOf(rune);
            if (Rune.IsWhiteSpace(rune))
            {
                (used, word) = (used + word + advance, 0);
                continue;
            }
            word += advance;
            if (used + word > width && used > 0)
                (lines, used) = (lines + 1, 0);
            if (word > width || (IsWide(rune) && used == 0 && word + advance > width))
                (lines, word) = (lines + 1, advance);
        }
        return lines;
    }

    static double CharacterWidth(Rune rune)
    {
        if (rune.Value is >= 0x20 and < 0x7F)
            return Widths[rune.Value - 0x20] / 1000.0;
        if (IsWide(rune))
            return 1.05;
        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
            UnicodeCategory.UppercaseLetter => 0.75,
            UnicodeCategory.OtherLetter => 0.65,
            _ => 0.6,
        };
    }

    static bool IsWide(Rune rune) => rune.Value is >= 0x1100 and < 0x1200 or >= 0x2E80 and < 0xD800 or >= 0xF900 and < 0xFB00 or >= 0xFF00 and < 0xFF61 or >= 0x1F000;
}
