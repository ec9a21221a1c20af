using CourseGen.ContentGen.Markdown;

namespace CourseGen.ContentGen.Labs;

/// <summary>What a lab's prompt quotes of the lessons it builds on.</summary>
static class LessonExcerpt
{
    /// <summary>In all, in characters; the original's figure.</summary>
    const int MaxCharacters = 14_000;

    /// <summary>An equal share of each lesson, whole paragraphs.</summary>
    public static string Of(IReadOnlyList<string> lessons) =>
        string.Join("\n\n", lessons.Select(lesson => Cut(lesson, MaxCharacters / lessons.Count)));

    static string Cut(string markdown, int limit)
    {
        if (markdown.Length <= limit)
            return markdown.Trim('\n');
        var (end, position) = (0, 0);
        foreach (var line in MarkdownLine.Of(markdown).Lines)
        {
            if (position > limit)
                break;
            if (!line.Code && line.Text.Trim().Length == 0)
                end = position;
            position += line.Text.Length + 1;
        }
        return markdown[..(end > 0 ? end : limit)].Trim('\n');
    }
}
