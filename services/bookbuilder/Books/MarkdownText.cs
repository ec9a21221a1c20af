using System.Text;
using System.Text.RegularExpressions;

namespace CourseGen.BookBuilder.Books;

/// <summary>Plain text, such as a title from the outline, as Markdown that shows just this text.</summary>
static partial class MarkdownText
{
    /// <summary>On one line.</summary>
    public static string Escape(string text)
    {
        var line = Whitespace().Replace(text, " ").Trim();
        var escaped = new StringBuilder(Marks().Replace(line, @"\$0"));
        if (BlockStart().IsMatch(line))
            escaped.Insert(line.TakeWhile(char.IsAsciiDigit).Count(), '\\');
        if (line.TrimEnd('#').EndsWith(' ') && line.EndsWith('#'))
            escaped.Insert(escaped.Length - 1, '\\');
        return escaped.ToString();
    }

    /// <summary>Each line a paragraph.</summary>
    public static string Paragraphs(string text) =>
        string.Join("\n\n", text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Escape));

    public static string Bullets(IEnumerable<string> items) => string.Join("\n", items.Select(item => $"- {Escape(item)}"));

    /// <summary>Each line moved to the right, so that it stands under the list item before it.</summary>
    public static string Indent(string markdown) => string.Join("\n", markdown.Split('\n').Select(line => line.Length == 0 ? line : $"  {line}"));

    public static string Link(string text, string url) => $"[{Escape(text)}]({UnsafeInUrl().Replace(url, mark => Uri.HexEscape(mark.Value[0]))})";

    /// <param name="rows">Cells are Markdown already.</param>
    public static string Table(IReadOnlyList<string> headers, IEnumerable<IReadOnlyList<string>> rows) =>
        string.Join("\n", [Row(headers), $"|{string.Concat(headers.Select(_ => "---|"))}", .. rows.Select(Row)]);

    /// <summary>Words of a text: what stands between spaces and holds a letter or a digit.</summary>
    public static int WordsOf(string markdown) => Whitespace().Split(markdown).Count(word => word.Any(char.IsLetterOrDigit));

    static string Row(IReadOnlyList<string> cells) => $"| {string.Join(" | ", cells)} |";

    [GeneratedRegex(@"[ ()<>\\]", RegexOptions.NonBacktracking)]
    private static partial Regex UnsafeInUrl();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Whitespace();

    [GeneratedRegex(@"[\\`*_\[\]<|~]|&(?=[#A-Za-z0-9]+;)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Marks();

    [GeneratedRegex(@"^([0-9]{1,9}[.)]( |$)|[-+#>=])", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex BlockStart();
}
