using System.Text;
using System.Text.RegularExpressions;
using CourseGen.Documents;

namespace CourseGen.Planner.Decks;

/// <summary>A lesson of a book as the lesson that it was made of: under its H1, with visual tags in place of the pictures.</summary>
static partial class BookLessonText
{
    /// <param name="number"><c>M.L</c></param>
    internal static string Of(string number, BookDataLesson lesson)
    {
        var text = new StringBuilder($"# {number}: {lesson.Title}\n\n");
        var (fence, caption) = ("", false);
        foreach (var line in MarkdownSource.WithoutTitle(lesson.Content.ReplaceLineEndings("\n")).Split('\n'))
        {
            var mark = Fence().Match(line).Groups["mark"].Value;
            if (fence.Length > 0 || mark.Length > 0)
            {
                fence = fence.Length == 0 ? mark : mark.StartsWith(fence, StringComparison.Ordinal) ? "" : fence;
                text.Append(line).Append('\n');
                continue;
            }
            if (caption && Caption().IsMatch(line))
            {
                caption = false;
                continue;
            }
            var pictures = Picture().Matches(line);
            caption = pictures.Count > 0 || (caption && line.Length == 0);
            text.Append(pictures.Count == 0 ? line : Picture().Replace(line, TagOf)).Append('\n');
        }
        return text.ToString().TrimEnd('\n') + "\n";
    }

    /// <summary>A picture that is none of the course's cannot be told by an id, and is left out.</summary>
    static string TagOf(Match picture)
    {
        var (text, address) = (Unescaped(picture.Groups["text"].Value), picture.Groups["address"].Value);
        var id = Id().Match(address[(address.LastIndexOf('/') + 1)..]) is { Success: true } named ? named : Id().Match(text);
        if (!id.Success)
            return "";
        var description = Id().IsMatch(text) || text.Length == 0 ? id.Value : text.Replace(']', ')').Replace('[', '(');
        return $"\n\n[VISUAL: {id.Value} - {description}]\n\n";
    }

    static string Unescaped(string text) => Escape().Replace(text, "${mark}").Trim();

    [GeneratedRegex(@"!\[(?<text>([^\]\\]|\\.)*)\]\((?<address>[^)\s]*)[^)]*\)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Picture();

    [GeneratedRegex(@"\d{2}-\d{2}-\d{4}", RegexOptions.NonBacktracking)]
    private static partial Regex Id();

    /// <summary>As our books caption a picture; the description is in its tag.</summary>
    [GeneratedRegex(@"^\*\*\p{L}+ \d+-\d+\.\*\* ", RegexOptions.NonBacktracking)]
    private static partial Regex Caption();

    [GeneratedRegex(@"\\(?<mark>[\p{P}\p{S}])", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Escape();

    [GeneratedRegex(@"^\s{0,3}(?<mark>`{3,}|~{3,})", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Fence();
}
