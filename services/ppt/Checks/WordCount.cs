using System.Text;
using CourseGen.Documents.Fonts;

namespace CourseGen.Ppt.Checks;

/// <summary>How many words a text has, also where a script sets no spaces between them.</summary>
static class WordCount
{
    /// <summary>Words between spaces; two wide characters count as one.</summary>
    internal static int Of(string text)
    {
        var (words, wide, inside) = (0, 0, false);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Script.IsWide(rune))
                (wide, inside) = (wide + 1, false);
            else if (!Rune.IsLetterOrDigit(rune))
                inside = inside && !Rune.IsWhiteSpace(rune);
            else if (!inside)
                (words, inside) = (words + 1, true);
        }
        return words + ((wide + 1) / 2);
    }
}
