using System.Text.RegularExpressions;
using CourseGen.ContentGen.Markdown;
using CourseGen.Documents;

namespace CourseGen.ContentGen.Labs;

/// <summary>What of an answer is put right without asking: <see cref="MarkdownMending"/>, and the marks of steps and their results.</summary>
static partial class LabMending
{
    public static string Mend(string answer, LabForm form)
    {
        var headings = form.Sections.ToLookup(_ => 2);
        return MarkdownMending.Join(MarkdownMending.Mend(answer, form.Title, headings)
            .Select(line => line.Code ? line : line with { Text = MendMark(MendStep(line.Text, form.Words), form.Words) }));
    }

    static string MendStep(string line, CourseWords words) =>
        Step().Match(line) is { Success: true } step && Same(step.Groups["word"].Value, words.Step)
            ? $"### {words.Step} {step.Groups["number"].Value}: {step.Groups["text"].Value}"
            : line;

    static string MendMark(string line, CourseWords words)
    {
        var found = Mark().Match(line);
        var mark = new[] { words.ExpectedResult, words.Verification }.FirstOrDefault(mark => found.Success && Same(found.Groups["mark"].Value.Trim(), mark));
        return mark is null ? line : $"{found.Groups["lead"].Value}**{mark}:** {found.Groups["text"].Value}".TrimEnd();
    }

    static bool Same(string text, string word) => text.Equals(word, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"^###\s+(?<word>\p{L}+)\s+(?<number>\d+)\s*[-–—:.)]+\s*(?<text>\S.*)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Step();

    [GeneratedRegex(@"^(?<lead>\s*([-*]\s+)?)\*\*(?<mark>[^*:]+):?\*\*\s*:?\s*(?<text>.*)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Mark();
}
