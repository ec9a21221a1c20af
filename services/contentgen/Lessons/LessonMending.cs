using System.Text.RegularExpressions;
using CourseGen.ContentGen.Markdown;

namespace CourseGen.ContentGen.Lessons;

/// <summary>What of an answer is put right without asking: <see cref="MarkdownMending"/>, and the form and numbers of its visual tags.</summary>
static partial class LessonMending
{
    public static string Mend(string answer, LessonForm form)
    {
        var headings = form.Sections.Select(heading => (Level: 2, Heading: heading))
            .Concat([.. form.TopicSections.Concat(form.SummarySections).Select(heading => (Level: 3, Heading: heading))])
            .ToLookup(asked => asked.Level, asked => asked.Heading);
        var mended = new List<MarkdownLine>();
        var (visuals, afterTag) = (0, false);
        foreach (var line in MarkdownMending.Mend(answer, form.Title, headings))
        {
            var tag = line.Code ? Match.Empty : Tag().Match(line.Text);
            if ((tag.Success || afterTag) && line.Text.Length > 0 && mended is [.., { Text.Length: > 0 }])
                mended.Add(new MarkdownLine("", Code: false));
            mended.Add(tag.Success ? line with { Text = $"[VISUAL: {form.Id}-{++visuals:0000} - {Described(tag)}]" } : line);
            afterTag = tag.Success;
        }
        return MarkdownMending.Join(mended);
    }

    /// <summary>Brackets would end the tag.</summary>
    static string Described(Match tag) => tag.Groups["text"].Value.Trim().Replace('[', '(').Replace(']', ')');

    [GeneratedRegex(
        @"^\s*(\*\*|__)?\[\s*VISUAL\s*:?\s*\d{1,2}-\d{1,2}-[\dX]{1,5}\s*[-–—:]+\s*(?<text>.*\S)\s*\](\*\*|__)?\.?\s*$",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Tag();
}
