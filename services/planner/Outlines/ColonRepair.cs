using System.Text.RegularExpressions;

namespace CourseGen.Planner.Outlines;

/// <summary>
/// Puts quotes around unquoted texts that contain <c>": "</c>, which the original's clients write and YAML refuses:
/// <c>title: Joins: inner and outer</c>. It works by lines, so lines stay what they are, and leaves block texts alone.
/// </summary>
/// <param name="Repaired">Where the texts begin.</param>
sealed partial record ColonRepair(string Text, IReadOnlyList<Place> Repaired)
{
    public static ColonRepair Repair(string text)
    {
        var repaired = new List<Place>();
        var lines = text.Split('\n');
        int? block = null;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].TrimEnd('\r');
            if (block is { } indent && (line.Length == 0 || IndentOf(line) > indent))
                continue;
            block = BlockText().Match(line) is { Success: true } start ? start.Groups["node"].Index : null;
            if (block is null && TextOf(line) is { } value)
            {
                repaired.Add(new Place(i + 1, value.Start.Value + 1));
                lines[i] = $"{line[..value.Start]}'{line[value].Replace("'", "''", StringComparison.Ordinal)}'{lines[i][value.End..]}";
            }
        }
        return new ColonRepair(string.Join('\n', lines), repaired);
    }

    /// <summary>The unquoted text of the line that YAML would take for a mapping, or null.</summary>
    static Range? TextOf(string line)
    {
        if (FieldText().Match(line) is { Success: true } field && TextAt(line, field.Groups["text"].Index) is var text && HasColon(line[text]))
            return text;
        // "- Joins: inner: outer"; with one colon it is a mapping to YAML, which the list's reader turns back into text
        if (ItemText().Match(line) is { Success: true } item && TextAt(line, item.Groups["text"].Index) is var whole && HasTwoColons(line[whole]))
            return whole;
        return null;
    }

    static bool HasTwoColons(string text) =>
        text.Split(": ", 2) is [var first, var rest] && HasColon(rest) && !FieldName().IsMatch(first);

    static Range TextAt(string line, int start)
    {
        var comment = line.IndexOf(" #", start, StringComparison.Ordinal);
        var end = comment < 0 ? line.Length : comment;
        return start..(start + line[start..end].TrimEnd().Length);
    }

    static bool HasColon(string text) => text.Contains(": ", StringComparison.Ordinal) || text.EndsWith(':');

    static int IndentOf(string line) => line.Length - line.AsSpan().TrimStart(' ').Length;

    [GeneratedRegex(
        @"^ *(- +)*((course_|module_|lesson_)?title|description|summary|objective|legal|author|organization) *: +(?<text>[^\s'""\[\]{}|>&*!%@`#,])",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex FieldText();

    [GeneratedRegex(@"^ *(- +)+(?<text>[^\s'""\[\]{}|>&*!%@`#,?:-])", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ItemText();

    [GeneratedRegex("^[a-z_]+$", RegexOptions.NonBacktracking)]
    private static partial Regex FieldName();

    [GeneratedRegex(@"^ *(- +)*(?<node>[\w-]+ *: +|- +)[|>][0-9+-]{0,2} *(#.*)?$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex BlockText();
}
