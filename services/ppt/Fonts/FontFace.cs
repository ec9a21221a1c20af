using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using CourseGen.Documents.Fonts;

namespace CourseGen.Ppt.Fonts;

/// <summary>
/// How wide a typeface's characters are, and how high its lines, as programs that show a deck have them: from the font itself, else
/// from one of equal widths, else from tables in this program. What a font lacks is shown in another; that is guessed on the wide side.
/// </summary>
sealed class FontFace
{
    /// <summary>Fonts that stand for one another with equal widths, in the order in which they are looked for, so that every machine measures alike.</summary>
    static readonly Dictionary<string, (string Regular, string Bold)[]> Stands = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Calibri"] = [("Carlito-Regular", "Carlito-Bold"), ("calibri", "calibrib")],
        ["Cambria"] = [("Caladea-Regular", "Caladea-Bold"), ("cambria", "cambriab")],
        ["Times New Roman"] = [("LiberationSerif-Regular", "LiberationSerif-Bold"), ("Tinos-Regular", "Tinos-Bold"), ("times", "timesbd")],
        ["Courier New"] = [("LiberationMono-Regular", "LiberationMono-Bold"), ("Cousine-Regular", "Cousine-Bold"), ("cour", "courbd")],
    };

    const string Calibri = "Calibri", Arial = "Arial";
    const int Direct = 0x250;
    /// <summary>Of characters that the font lacks, in em: capitals, letters of other scripts, the rest.</summary>
    const double CapitalWidth = 0.72, LetterWidth = 0.65, OtherWidth = 0.6;
    /// <summary>Lines with letters of Asian or right-to-left scripts are as high as the highest of their usual fonts.</summary>
    const double HighLine = 1.45;

    static readonly ConcurrentDictionary<(string Family, bool Bold), FontFace> Faces = new();

    readonly float[] _direct = new float[Direct];
    readonly Func<Rune, double?> _widthOf;
    readonly double _lineHeight;

    /// <param name="widthOf">Null where the font has no such character.</param>
    FontFace(double lineHeight, Func<Rune, double?> widthOf)
    {
        (_lineHeight, _widthOf) = (lineHeight, widthOf);
        for (var character = 0; character < Direct; character++)
            _direct[character] = Rune.TryCreate(character, out var rune) ? (float)(widthOf(rune) ?? Guessed(rune)) : 0;
    }

    /// <summary>The typeface of that name; a face that is unknown here is taken for one as wide as Arial.</summary>
    internal static FontFace Of(string family, bool bold = false)
    {
        if (Faces.TryGetValue((family, bold), out var known))
            return known;
        var isKnown = family is Calibri or Arial || Stands.ContainsKey(family) || FontFolders.Has(NamesOf(family, bold));
        return isKnown ? Faces.GetOrAdd((family, bold), face => Open(face.Family, face.Bold)) : Of(Arial, bold);
    }

    /// <summary>The face from the tables in this program.</summary>
    internal static FontFace OfTable(bool bold)
    {
        var table = bold ? CarlitoWidths.Bold : CarlitoWidths.Regular;
        return new FontFace(CarlitoWidths.LineHeight, rune =>
        {
            var at = 0;
            foreach (var (first, last) in CarlitoWidths.Blocks)
            {
                if (rune.Value >= first && rune.Value <= last)
                    return (double)table[at + rune.Value - first] / CarlitoWidths.UnitsPerEm;
                at += last - first + 1;
            }
            return null;
        });
    }

    /// <summary>In em.</summary>
    internal double Width(Rune rune) => rune.Value < Direct ? _direct[rune.Value] : _widthOf(rune) ?? Guessed(rune);

    /// <summary>In em; of a line that holds this text.</summary>
    internal double LineHeight(ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            if (character >= 0x590 && (character >= 0x2E80 || character < 0x1E00))
                return Math.Max(HighLine, _lineHeight);
        }
        return _lineHeight;
    }

    static FontFace Open(string family, bool bold)
    {
        var files = Stands.TryGetValue(family, out var equals)
            ? equals.Select(equal => bold ? equal.Bold : equal.Regular)
            : NamesOf(family, bold);
        var font = family == Arial ? null : FontFolders.Open(files);
        if (font is null && family.Equals(Calibri, StringComparison.OrdinalIgnoreCase))
            return OfTable(bold);
        font ??= FontFile.LiberationSans(bold);
        var high = (double)(font.Ascent - font.Descent + font.LineGap) / font.UnitsPerEm;
        return new FontFace(high, rune => font.GlyphOf(rune) is var glyph && glyph > 0 ? (double)font.Advance(glyph) / font.UnitsPerEm : null);
    }

    static IEnumerable<string> NamesOf(string family, bool bold)
    {
        var name = family.Replace(" ", "", StringComparison.Ordinal);
        return bold ? [$"{name}-Bold", $"{name}b", $"{name}bd"] : [$"{name}-Regular", name];
    }

    static double Guessed(Rune rune) => Script.IsWide(rune) ? 1 : Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format or UnicodeCategory.Control => 0,
        UnicodeCategory.UppercaseLetter => CapitalWidth,
        UnicodeCategory.OtherLetter => LetterWidth,
        _ => OtherWidth,
    };
}
