using System.Runtime.InteropServices;
using System.Text;
using CourseGen.Documents.Fonts;

namespace CourseGen.Ppt.Checks;

/// <summary>The room that text takes, in points.</summary>
/// <param name="Width">Of its widest line.</param>
/// <param name="Left">From the room's left edge to the leftmost line.</param>
/// <param name="Size">Of its largest letters.</param>
/// <param name="BrokenWord">A word wider than the room, which a program breaks anywhere; null when there is none.</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct TextExtent(double Width, double Height, double Left, double Size, string? BrokenWord)
{
    /// <param name="width">Of the room; infinite for text that does not wrap.</param>
    internal static TextExtent Of(IReadOnlyList<TextParagraph> paragraphs, double width)
    {
        var (widest, height, left, size, broken) = (0.0, 0.0, double.MaxValue, 0.0, (string?)null);
        foreach (var (index, paragraph) in paragraphs.Index())
        {
            var lines = new LineBreaker(paragraph, width).Break();
            var (largest, high) = (paragraph.Runs.Max(run => run.Size), lines.LineHeight);
            height += lines.Lines.Sum(line => paragraph.Line < 0 ? -paragraph.Line : line.Size * high * paragraph.Line);
            height += (index == 0 ? 0 : Points(paragraph.Before, largest)) + (index == paragraphs.Count - 1 ? 0 : Points(paragraph.After, largest));
            var wide = lines.Lines.Max(line => line.Width);
            widest = Math.Max(widest, wide);
            left = Math.Min(left, paragraph.Align switch { "ctr" => (width - wide) / 2, "r" => width - wide, _ => 0 });
            size = Math.Max(size, largest);
            broken ??= lines.BrokenWord;
        }
        return new TextExtent(widest, height, double.IsFinite(left) ? Math.Max(0, left) : 0, size, broken);
    }

    static double Points(double spacing, double size) => spacing < 0 ? -spacing * size : spacing;
}

/// <summary>Breaks a paragraph into lines as programs do: between words, after hyphens, and anywhere in East Asian text.</summary>
sealed class LineBreaker(TextParagraph paragraph, double width)
{
    /// <summary>What a line may be too wide, in its size: measures of one font are never those of another to the last unit.</summary>
    internal const double Tolerance = 0.2;

    readonly List<(double Width, double Size)> _lines = [];
    readonly StringBuilder _word = new();
    double _used = paragraph.First, _wordWidth, _size, _high;
    string? _broken;

    double Room => width - paragraph.Right;

    internal (IReadOnlyList<(double Width, double Size)> Lines, double LineHeight, string? BrokenWord) Break()
    {
        foreach (var run in paragraph.Runs)
        {
            var widths = new RunWidths(run);
            (_size, _high) = (Math.Max(_size, run.Size), Math.Max(_high, widths.LineHeight));
            foreach (var rune in run.Text.EnumerateRunes())
                Take(rune, widths.Advance(rune));
        }
        EndWord();
        EndLine();
        return (_lines, _high, _broken);
    }

    void Take(Rune rune, double advance)
    {
        if (rune.Value is '\n' or '\v')
        {
            EndWord();
            EndLine();
            return;
        }
        if (Rune.IsWhiteSpace(rune) && rune.Value != '\u00A0')
        {
            EndWord();
            _used += advance;
            return;
        }
        if (Script.IsWide(rune))
            EndWord();
        _word.Append(rune);
        _wordWidth += advance;
        if (Script.IsWide(rune) || rune.Value is '-' or '/' or '–' or '—' or '\u200B' or '\u00AD')
            EndWord();
    }

    void EndWord()
    {
        if (_wordWidth == 0)
            return;
        var slack = Tolerance * _size;
        if (_used > paragraph.Left && _used + _wordWidth > Room + slack)
            EndLine();
        if (_wordWidth > Room - paragraph.Left + slack)
            _broken ??= _word.ToString();
        _used += _wordWidth;
        while (_used > Room + slack && Room - paragraph.Left > _size)
        {
            var rest = _used - Room;
            _used = Room;
            EndLine();
            _used += rest;
        }
        _wordWidth = 0;
        _word.Clear();
    }

    void EndLine()
    {
        _lines.Add((_used, _size));
        _used = paragraph.Left;
    }
}
