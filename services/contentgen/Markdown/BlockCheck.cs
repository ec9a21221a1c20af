using System.Text.RegularExpressions;
using CourseGen.Documents;

namespace CourseGen.ContentGen.Markdown;

/// <summary>
/// What holds of every block of lessons and labs alike: code names its language, no HTML, no pictures but visual tags, no
/// placeholder text.
/// </summary>
static partial class BlockCheck
{
    public static IEnumerable<string> Faults(LessonDocument document) => document.Blocks.Select(FaultOf).OfType<string>();

    static string? FaultOf(LessonBlock block) => block switch
    {
        CodeBlock { Language: null } => $"line {block.Line}: code must stand in a fence that names its language",
        CodeBlock or VisualBlock => null,
        OtherBlock when block.Source.StartsWith('<') => $"line {block.Line}: HTML is not allowed, use Markdown",
        _ when Tag().IsMatch(block.Source) =>
            $"line {block.Line}: a visual tag must be one line of its own, [VISUAL: MM-LL-NNNN - what the picture shows]",
        _ when Picture().IsMatch(InlineCode().Replace(block.Source, "")) => $"line {block.Line}: pictures are asked for with visual tags only",
        _ when Placeholder().Match(InlineCode().Replace(block.Source, "")) is { Success: true } found =>
            $"line {block.Line}: placeholder text '{found.Value.Trim()}'",
        _ => null,
    };

    [GeneratedRegex(@"`[^`]*`", RegexOptions.NonBacktracking)]
    private static partial Regex InlineCode();

    [GeneratedRegex(@"^[\s>*_+.\d-]*\[\s*VISUAL\s*:", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Tag();

    [GeneratedRegex(@"!\[[^\]]*\]\(", RegexOptions.NonBacktracking)]
    private static partial Regex Picture();

    /// <summary>Narrow on purpose: "todo" is a word of Spanish, and a course may be about AI.</summary>
    [GeneratedRegex(
        @"lorem ipsum|\[(TODO|TBD|INSERT|PLACEHOLDER|PENDIENTE|INSERTAR)\b[^\]]*\]|^\W*(TODO|TBD):"
        + @"|\bas an AI( language)? model, I\b|\bas an AI, I\b|\bcomo modelo de lenguaje, (yo|no)\b",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.Multiline)]
    private static partial Regex Placeholder();
}
