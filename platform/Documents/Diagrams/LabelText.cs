using System.Text;
using CourseGen.Documents.Fonts;

namespace CourseGen.Documents.Diagrams;

/// <summary>A label wrapped into lines. Widths are in em, so that a layout holds at any text size.</summary>
public sealed record LabelText(IReadOnlyList<string> Lines)
{
    /// <summary>From baseline to baseline.</summary>
    public const double LinePitch = 1.2;

    /// <summary>A word longer than this is broken where it can be, else anywhere.</summary>
    const int LongestWord = 18;
    /// <summary>Scripts without spaces are broken after so many characters.</summary>
    const int WideWord = 4;
    const double OtherWidth = 0.6;

    static readonly double SpaceWidth = WidthOf(" ");

    public double Width => Lines.Max(WidthOf);

    public double Height => Lines.Count * LinePitch;

    /// <summary>In the bundled font; what it lacks is as wide as in the fonts that have it.</summary>
    public static double WidthOf(string line)
    {
        var font = FontFile.LiberationSans(bold: false);
        var width = 0.0;
        foreach (var rune in line.EnumerateRunes())
            width += font.GlyphOf(rune) is var glyph && glyph > 0 ? (double)font.Advance(glyph) / font.UnitsPerEm : Script.IsWide(rune) ? 1 : OtherWidth;
        return width;
    }

    /// <summary>The narrowest wrapping into at most so many lines.</summary>
    public static LabelText InLines(string label, int lines)
    {
        var pieces = Pieces(label);
        for (var most = Math.Min(lines, pieces.Count); ; most++)
        {
            var widths = Enumerable.Range(0, pieces.Count)
                .SelectMany(start => Enumerable.Range(start + 1, pieces.Count - start).Select(end => WidthOf(pieces, start, end)));
            foreach (var width in widths.Order())
            {
                if (Wrap(pieces, width) is { } wrapped && wrapped.Count <= most)
                    return new LabelText(wrapped);
            }
        }
    }

    /// <summary>Wrapped to a width that at least its longest word has.</summary>
    public static LabelText Within(string label, double width) => Wrap(Pieces(label), width) is { } lines
        ? InLines(label, lines.Count)
        : InLines(label, int.MaxValue);

    /// <returns>Null when a piece alone is wider.</returns>
    static List<string>? Wrap(List<Piece> pieces, double width)
    {
        var lines = new List<string>();
        for (var start = 0; start < pieces.Count;)
        {
            var end = start;
            while (end < pieces.Count && WidthOf(pieces, start, end + 1) <= width + 1e-9)
                end++;
            if (end == start)
                return null;
            lines.Add(Join(pieces[start..end]));
            start = end;
        }
        return lines;
    }

    static double WidthOf(List<Piece> pieces, int start, int end)
    {
        var width = 0.0;
        for (var i = start; i < end; i++)
            width += pieces[i].Width + (i > start && pieces[i].AfterSpace ? SpaceWidth : 0);
        return width;
    }

    static string Join(List<Piece> pieces)
    {
        var text = new StringBuilder();
        foreach (var piece in pieces)
            text.Append(text.Length > 0 && piece.AfterSpace ? " " : "").Append(piece.Text);
        return text.ToString();
    }

    static List<Piece> Pieces(string label)
    {
        var pieces = new List<Piece>();
        foreach (var word in label.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var afterSpace = true;
            foreach (var part in Parts(word))
            {
                pieces.Add(new Piece(part, afterSpace));
                afterSpace = false;
            }
        }
        return pieces.Count > 0 ? pieces : [new Piece("", false)];
    }

    static IEnumerable<string> Parts(string word)
    {
        var longest = word.EnumerateRunes().Any(Script.IsWide) ? WideWord : LongestWord;
        if (word.Length <= longest)
            return [word];
        var parts = new List<string>();
        var start = 0;
        for (var i = 1; i < word.Length; i++)
        {
            if (char.IsLowSurrogate(word[i]) || (i - start < longest && word[i - 1] is not ('-' or '/' or '_' or '.')))
                continue;
            parts.Add(word[start..i]);
            start = i;
        }
        return [.. parts, word[start..]];
    }

    sealed record Piece(string Text, bool AfterSpace)
    {
        public double Width { get; } = WidthOf(Text);
    }
}
