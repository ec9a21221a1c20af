using System.Text.RegularExpressions;

namespace CourseGen.ContentGen.Markdown;

/// <summary>
/// Harmless deviations of an answer in Markdown, put right: line ends, a preamble or code fence around the whole, trailing
/// spaces, the H1, headings that differ from those asked for only in case, number or marks. Fenced code is never altered.
/// </summary>
static partial class MarkdownMending
{
    /// <param name="h1">The document's H1 as it must be, without the <c>#</c>.</param>
    /// <param name="headings">The H2 and H3 headings asked for, by level.</param>
    /// <returns>Lines; the document ends where they end.</returns>
    public static List<MarkdownLine> Mend(string answer, string h1, ILookup<int, string> headings)
    {
        var lines = Unwrapped(answer.ReplaceLineEndings("\n").TrimStart('\uFEFF'));
        var titles = lines.Count(line => IsTitle(line));
        return [.. lines.Select(line => line switch
        {
            { Code: true } => line,
            _ when IsTitle(line) && titles == 1 => line with { Text = $"# {h1}" },
            _ => line with { Text = MendHeading(line.Text.TrimEnd(), headings) },
        })];
    }

    public static string Join(IEnumerable<MarkdownLine> lines) => string.Join('\n', lines.Select(line => line.Text)).Trim('\n') + "\n";

    /// <summary>From the first H1 on; when a fence was opened before it around the whole, without that fence's end and what follows.</summary>
    static IReadOnlyList<MarkdownLine> Unwrapped(string text)
    {
        var all = text.Split('\n');
        var first = Array.FindIndex(all, line => line.StartsWith("# ", StringComparison.Ordinal));
        if (first < 0)
            return MarkdownLine.Of(text).Lines;
        var wrapped = all[..first].Any(line => Wrapper().IsMatch(line));
        var (lines, openFence) = MarkdownLine.Of(string.Join('\n', all[first..]));
        return wrapped && openFence >= 0 && Wrapper().IsMatch(lines[openFence].Text) ? [.. lines.Take(openFence)] : lines;
    }

    static bool IsTitle(MarkdownLine line) => !line.Code && line.Text.StartsWith("# ", StringComparison.Ordinal);

    static string MendHeading(string line, ILookup<int, string> headings)
    {
        if (Heading().Match(line) is not { Success: true } found)
            return line;
        var level = found.Groups["marks"].Length;
        var asked = headings[level].Distinct().ToList();
        var text = found.Groups["text"].Value;
        if (asked.Contains(text))
            return line;
        var same = asked.FindAll(heading => Likeness(heading) == Likeness(text));
        return same is [var only] ? $"{found.Groups["marks"].Value} {only}" : line;
    }

    /// <summary>Letters and digits alone, without case and without a number before them.</summary>
    static string Likeness(string heading) =>
        string.Concat(LeadingNumber().Replace(heading, "").Where(char.IsLetterOrDigit)).ToLowerInvariant() is { Length: > 0 } letters ? letters : heading;

    [GeneratedRegex(@"^\s*(```+|~~~+)\s*(markdown|md)?\s*$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Wrapper();

    [GeneratedRegex(@"^(?<marks>#{2,3})\s+(?<text>.*?)\s*$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^[\s*_]*(\d+(\.\d+)*[.):]?|\d+(\.\d+)*\s*[-–—])\s+", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex LeadingNumber();
}
