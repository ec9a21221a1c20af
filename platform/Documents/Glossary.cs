using System.Text.RegularExpressions;
using CourseGen.Contracts.Documents;

namespace CourseGen.Documents;

/// <summary>
/// The terms that the lessons define, each with the lesson's own sentence. A sentence defines a term when it says "X is a …" of a
/// bold X or of an X that the outline's titles name, or when it says that something "is called" a bold X. Rather none than a wrong one.
/// </summary>
public static partial class Glossary
{
    /// <param name="lessons">In order: of a term that several define, the first one's sentence counts.</param>
    public static IReadOnlyList<GlossaryEntry> Of(IEnumerable<LessonDocument> lessons, Outline outline)
    {
        var named = outline.Modules.SelectMany(module => module.Lessons)
            .SelectMany(lesson => lesson.Topics.Select(topic => topic.Title).Append(lesson.Title))
            .SelectMany(title => Separators().Split(title)).Select(Stem).ToHashSet();
        var entries = lessons.SelectMany(lesson => lesson.Blocks.OfType<ParagraphBlock>())
            .SelectMany(paragraph => SentenceEnd().Split(paragraph.Source.ReplaceLineEndings(" ")))
            .Select(sentence => Read(sentence, named)).OfType<GlossaryEntry>();
        return Joined(entries);
    }

    /// <summary>Each term once, as it is first defined, in the order of a dictionary.</summary>
    public static IReadOnlyList<GlossaryEntry> Joined(IEnumerable<GlossaryEntry> entries) =>
        [.. entries.DistinctBy(entry => Stem(entry.Term)).OrderBy(entry => SortKey(entry.Term), StringComparer.Ordinal)];

    static GlossaryEntry? Read(string sentence, HashSet<string> named)
    {
        if (sentence.Count(mark => mark == '`') % 2 != 0 || !sentence.EndsWith('.') || PointsBack().IsMatch(sentence))
            return null;
        var match = new[] { BoldIs().Match(sentence), CalledBold().Match(sentence) }.FirstOrDefault(match => match.Success)
            ?? PlainIs().Match(sentence);
        var term = PlainText(match.Groups["term"].Value);
        return match.Success && term.Length > 1 && (match.Value.Contains("**", StringComparison.Ordinal) || named.Contains(Stem(term)))
            ? new GlossaryEntry(char.ToUpperInvariant(term[0]) + term[1..], PlainText(sentence))
            : null;
    }

    static string PlainText(string markdown) => LessonReader.Read(markdown).Blocks.OfType<ParagraphBlock>().FirstOrDefault()?.Text.Trim() ?? "";

    /// <summary>Lower case, without an article and a plural s: enough to find a term in a title, never to show.</summary>
    static string Stem(string term) => string.Join(' ', Article().Replace(term.Trim().ToLowerInvariant(), "").Split(' ').Select(word => word.TrimEnd('s')));

    /// <summary>Without accents, as dictionaries sort, and with ñ after n; the invariant culture knows no such order.</summary>
    static string SortKey(string term) => string.Concat(term.ToLowerInvariant().Select(letter =>
        letter == 'ñ' ? "n~" : Accented.IndexOf(letter) is var at and >= 0 ? Plain[at].ToString() : letter.ToString()));

    const string Accented = "áàâäãåéèêëíìîïóòôöõúùûüç";
    const string Plain = "aaaaaaeeeeiiiiooooouuuuc";

    /// <summary>A sentence that means something said before it says too little on its own.</summary>
    [GeneratedRegex(@"\b(this|these|those|(between|of|from|to|at|in|on|with|for|by|than|under|over) that|est[aeo]s?|es[aeo]s|es[ao]|ese|aquel(la|los|las)?)\b",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex PointsBack();

    const string Articles = "(The|An?|El|La|Los|Las|Una?|Unos|Unas)";
    const string Is = @"(is|es) (an?|the|any|one|un|una|el|la|los|las|cualquier|todo|toda) |(means|refers to|significa|se refiere a) ";

    [GeneratedRegex($@"^({Articles} )?\*\*(?<term>[^*]{{2,60}})\*\*( \([^)]*\))? ({Is})", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex BoldIs();

    [GeneratedRegex(@" (is|are) (called|known as) (an? |the )?\*\*(?<term>[^*]{2,60})\*\*| se (llaman?|denominan?|conocen? como) (una? |el |la )?\*\*(?<term>[^*]{2,60})\*\*",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex CalledBold();

    [GeneratedRegex($@"^({Articles} )?(?<term>[\w'-]+( [\w'-]+){{0,4}}) ({Is})", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PlainIs();

    [GeneratedRegex(@"^(the|an?|el|la|los|las|una?|unos|unas) ", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Article();

    [GeneratedRegex(@",|:|\(|\)| and | or | y | e | o ", RegexOptions.NonBacktracking)]
    private static partial Regex Separators();

    [GeneratedRegex(@"(?<=[.!?]) +(?=[\p{Lu}*""«“¿¡])", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SentenceEnd();
}
