namespace CourseGen.ContentGen.Markdown;

/// <summary>A line of Markdown.</summary>
/// <param name="Code">It belongs to fenced code, or is one of its fences: never altered.</param>
readonly record struct MarkdownLine(string Text, bool Code)
{
    /// <summary>The lines of a text with LF line ends, and whether its last fence was left open.</summary>
    public static (IReadOnlyList<MarkdownLine> Lines, int OpenFence) Of(string text)
    {
        var lines = new List<MarkdownLine>();
        var (fence, opened) = ("", -1);
        foreach (var line in text.Split('\n'))
        {
            var mark = FenceOf(line);
            if (fence.Length == 0)
            {
                lines.Add(new MarkdownLine(line, Code: mark.Length > 0));
                (fence, opened) = mark.Length > 0 ? (mark, lines.Count - 1) : ("", -1);
                continue;
            }
            lines.Add(new MarkdownLine(line, Code: true));
            if (mark.StartsWith(fence, StringComparison.Ordinal) && line.Trim().Length == mark.Length)
                (fence, opened) = ("", -1);
        }
        return (lines, opened);
    }

    /// <summary>The run of three or more backticks or tildes that a line begins with, else nothing.</summary>
    static string FenceOf(string line)
    {
        var text = line.AsSpan().TrimStart();
        if (text.Length == 0 || text[0] is not ('`' or '~'))
            return "";
        var end = text.IndexOfAnyExcept(text[0]);
        var run = end < 0 ? text.Length : end;
        return run < 3 || (text[0] == '`' && text[run..].Contains('`')) ? "" : text[..run].ToString();
    }
}
