using System.Text;
using CourseGen.Documents.Fonts;

namespace CourseGen.Ppt.Fonts;

/// <summary>
/// How many lines a text takes in a width, broken as PowerPoint and LibreOffice break it: after spaces, between the characters of scripts
/// that have none, and inside a word only where it is wider than the line.
/// </summary>
static class TextMeasure
{
    /// <summary>In em, kept free on each line: programs round widths, and kern.</summary>
    internal const double Tolerance = 0.2;

    /// <summary>Of Consolas it is 0.55; the fonts that stand in for it are as wide as this.</summary>
    internal const double CodeWidth = 0.602;

    /// <param name="size">In points.</param>
    /// <param name="width">In points.</param>
    /// <returns>At least 1.</returns>
    internal static int Lines(string text, double size, double width, FontFace face)
    {
        var room = (width / size) - Tolerance;
        var lines = 0;
        foreach (var line in text.AsSpan().Split('\n'))
            lines += LinesOf(text.AsSpan()[line], room, face);
        return lines;
    }

    /// <summary>Height of the lines, in points.</summary>
    internal static double Height(string text, double size, double width, FontFace face) =>
        Lines(text, size, width, face) * size * face.LineHeight(text);

    /// <summary>In points, on one line.</summary>
    internal static double Width(string text, double size, FontFace face)
    {
        var width = 0.0;
        foreach (var rune in text.EnumerateRunes())
            width += face.Width(rune);
        return width * size;
    }

    /// <summary>Lines of code, which wrap only where they are wider than their box.</summary>
    internal static int CodeLines(string line, double size, double width)
    {
        var used = 0.0;
        foreach (var rune in line.EnumerateRunes())
            used += Script.IsWide(rune) ? 1 : CodeWidth;
        return Math.Max(1, (int)Math.Ceiling((used * size / width) - 1e-9));
    }

    static int LinesOf(ReadOnlySpan<char> text, double room, FontFace face)
    {
        var (lines, used, word) = (1, 0.0, 0.0);
        foreach (var rune in text.EnumerateRunes())
        {
            var advance = face.Width(rune);
            if (Rune.IsWhiteSpace(rune) && rune.Value != 0xA0)
            {
                (used, word) = (used + word + advance, 0);
                continue;
            }
            if (Script.IsWide(rune))
                (used, word) = (used + word, 0);
            word += advance;
            if (used > 0 && used + word > room)
                (lines, used) = (lines + 1, 0);
            if (word > room && word > advance)
                (lines, word) = (lines + 1, advance);
        }
        return lines;
    }
}
