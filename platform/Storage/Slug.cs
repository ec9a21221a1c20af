using System.Globalization;
using System.Text;

namespace CourseGen.Storage;

/// <summary>
/// Titles as parts of file names: lower case, letters and digits of any script, other runs become a hyphen. A title typed with combining
/// marks gets the name of the same title typed without them, in the scripts of <see cref="LatinComposition"/>; in others (Hangul, the
/// scripts of India, polytonic Greek) the two get two names.
/// </summary>
public static class Slug
{
    const int MaxCharacters = 50;
    const int MaxBytes = 120;

    /// <summary>At most 50 characters and 120 bytes of UTF-8; <c>untitled</c> when nothing is left.</summary>
    public static string Of(string title)
    {
        var slug = new StringBuilder();
        var (characters, bytes) = (0, 0);
        var gap = false;
        foreach (var rune in LatinComposition.Compose(title).EnumerateRunes())
        {
            if (!IsKept(rune))
            {
                gap = slug.Length > 0;
                continue;
            }
            var lower = Rune.ToLowerInvariant(rune);
            var hyphen = gap ? 1 : 0;
            if (characters + hyphen + 1 > MaxCharacters || bytes + hyphen + lower.Utf8SequenceLength > MaxBytes)
                break;
            if (gap)
                slug.Append('-');
            slug.Append(lower.ToString());
            (characters, bytes, gap) = (characters + hyphen + 1, bytes + hyphen + lower.Utf8SequenceLength, false);
        }
        return slug.Length == 0 ? "untitled" : slug.ToString();
    }

    static bool IsKept(Rune rune) => Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
