using System.Text.RegularExpressions;

namespace CourseGen.Documents;

/// <summary>
/// Tells English from Spanish by their commonest words, and says nothing when it is not sure: a term of the trade may be of any language, a
/// sentence may not.
/// </summary>
public static partial class TextLanguage
{
    /// <summary>Words that the other language does not have.</summary>
    static readonly HashSet<string> English =
        ["the", "and", "of", "is", "are", "that", "with", "for", "this", "these", "from", "which", "it", "to", "by", "be", "when", "you", "your", "what", "how", "their", "has", "have"];

    static readonly HashSet<string> Spanish =
        ["el", "la", "los", "las", "de", "del", "que", "y", "en", "un", "una", "por", "para", "con", "se", "su", "sus", "lo", "como", "más", "pero", "al", "esta", "este", "cuando"];

    /// <summary>At least so many of the words, and none, or few, of the other language's.</summary>
    const int Sure = 4;

    /// <returns><c>en</c>, <c>es</c>, or null.</returns>
    public static string? Of(string text)
    {
        var words = Word().Matches(text.ToLowerInvariant()).Select(match => match.Value).ToList();
        var (english, spanish) = (words.Count(English.Contains), words.Count(Spanish.Contains));
        return english >= Sure && english > 3 * spanish ? "en" : spanish >= Sure && spanish > 3 * english ? "es" : null;
    }

    /// <summary>
    /// English text in a course of another language is foreign, and Spanish text in an English course; Spanish is not told from its
    /// neighbours.
    /// </summary>
    public static bool IsForeign(string text, string language) => Of(text) is { } found && found != Primary(language) && (found == "en" || Primary(language) == "en");

    /// <summary>A heading of the other language's fixed words, or one that counts its parts in words: numbers do that, in any language.</summary>
    public static bool IsForeignHeading(string title, string language)
    {
        var (own, other) = Primary(language) switch
        {
            "es" => (CourseWords.Spanish, CourseWords.English),
            "en" => (CourseWords.English, CourseWords.Spanish),
            _ => (null, null),
        };
        var plain = Counted().Replace(title, "").Trim();
        return (other is not null && FixedHeadings(other).Contains(plain, StringComparer.OrdinalIgnoreCase) && !FixedHeadings(own!).Contains(plain, StringComparer.OrdinalIgnoreCase))
            || (Primary(language) != "en" && EnglishPart().IsMatch(title));
    }

    static string Primary(string language) => language.Split('-')[0].ToLowerInvariant();

    static string[] FixedHeadings(CourseWords words) =>
        [words.LearningObjectives, words.Objectives, words.Introduction, words.Summary, words.KeyTakeaways, words.WhatsNext, words.References, words.Overview, words.Glossary, words.Agenda];

    [GeneratedRegex(@"\p{L}+", RegexOptions.NonBacktracking)]
    private static partial Regex Word();

    [GeneratedRegex(@"\s*\(\d+/\d+\)$", RegexOptions.NonBacktracking)]
    private static partial Regex Counted();

    [GeneratedRegex(@"(\bpart \d+|\(cont(inued|\.)?\)|\bcontinued\b)", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex EnglishPart();
}
