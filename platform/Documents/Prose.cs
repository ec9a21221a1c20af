using System.Text.RegularExpressions;

namespace CourseGen.Documents;

/// <summary>Running text as sentences and words, for shortening it without breaking it.</summary>
public static partial class Prose
{
    /// <summary>Words between white space; where a script is written without spaces, two of its letters count as a word.</summary>
    public static int WordCount(string text) => Token().Matches(text).Sum(token =>
        Unspaced().Count(token.Value) is > 0 and var letters ? (letters + 1) / 2 : 1);

    /// <summary>The sentences of a paragraph, each with its end mark. Abbreviations such as <c>e.g.</c> end none.</summary>
    public static IReadOnlyList<string> Sentences(string text)
    {
        var sentences = new List<string>();
        var start = 0;
        foreach (Match end in SentenceEnd().Matches(text))
        {
            var next = end.Index + end.Length;
            if (Abbreviation().IsMatch(text[start..end.Index]) || (next < text.Length && char.IsLower(text[next])) || (end.Index > 0 && text[end.Index - 1] == ' '))
                continue;
            Add(text[start..next]);
            start = next;
        }
        Add(text[start..]);
        return sentences;

        void Add(string sentence)
        {
            if (sentence.Trim() is { Length: > 0 } trimmed)
                sentences.Add(trimmed);
        }
    }

    const int LeastPart = 25;

    /// <summary>
    /// What a paragraph says in one whole clause: its first sentence if that fits, else that sentence up to where another clause begins, else
    /// the first sentence that fits whole. Without the end mark.
    /// </summary>
    /// <param name="limit">In characters.</param>
    /// <returns>Null when only a part of a clause would fit.</returns>
    public static string? Clause(string paragraph, int limit)
    {
        var sentences = Sentences(paragraph).Select(WithoutEnd).ToList();
        if (sentences.Count == 0 || sentences[0].Length <= limit)
            return sentences.FirstOrDefault();
        return UpTo(sentences[0], SentenceBreak(), limit, LeastPart)
            ?? (Subordinate().IsMatch(sentences[0]) ? null : UpTo(sentences[0], ClauseBreak(), limit, LeastPart))
            ?? sentences.Skip(1).FirstOrDefault(sentence => sentence.Length >= LeastPart && sentence.Length <= limit);
    }

    /// <summary>
    /// The point of a paragraph: a whole clause if there is one (see <see cref="Clause"/>), else its first sentence cut at a break or, last,
    /// between words, which an ellipsis then shows.
    /// </summary>
    /// <param name="limit">In characters.</param>
    public static string Point(string paragraph, int limit)
    {
        if (Clause(paragraph, limit) is { } clause)
            return clause;
        var sentences = Sentences(paragraph);
        if (sentences.Count == 0)
            return "";
        var first = WithoutEnd(sentences[0]);
        return $"{UpTo(first, WeakBreak(), limit - 1, LeastPart) ?? Clip(first, limit - 1)}…";
    }

    /// <summary>The text up to the last word that fits, without trailing marks and words that only lead on; between characters where there are no words.</summary>
    public static string Clip(string text, int limit)
    {
        text = text.Trim();
        if (text.Length <= limit)
            return text;
        var end = text.LastIndexOf(' ', limit - 1); // leaves room for a closing mark
        if (end <= 0)
            end = char.IsLowSurrogate(text[limit - 1]) ? limit - 2 : limit - 1;
        var clipped = text[..end].TrimEnd(TrailingMarks);
        while (LeadingOn().Match(clipped) is { Success: true, Index: > 0 } dangling)
            clipped = clipped[..dangling.Index].TrimEnd(TrailingMarks);
        return Closed(clipped);
    }

    static readonly char[] TrailingMarks = [' ', ',', ';', ':', '-', '–', '—', '(', '.', '“', '«'];

    /// <summary>A quotation that the cut left open is closed.</summary>
    static string Closed(string text) =>
        text.LastIndexOf('“') > text.LastIndexOf('”') ? text + '”' : text.LastIndexOf('«') > text.LastIndexOf('»') ? text + '»' : text;

    /// <summary>Whole sentences of the texts, in order, while they stay within the limit; a longer first sentence is cut between words.</summary>
    /// <param name="limit">In words.</param>
    public static string Excerpt(IEnumerable<string> texts, int limit)
    {
        var (kept, words) = (new List<string>(), 0);
        foreach (var sentence in texts.SelectMany(Sentences))
        {
            words += WordCount(sentence);
            if (words > limit && kept.Count > 0)
                break;
            kept.Add(words > limit ? string.Join(' ', sentence.Split(' ', StringSplitOptions.RemoveEmptyEntries).Take(limit)) : sentence);
        }
        return string.Join(' ', kept);
    }

    static string WithoutEnd(string sentence) => sentence.EndsWith("...", StringComparison.Ordinal) ? sentence : sentence.TrimEnd('.', '。', ':', ' ');

    static string? UpTo(string text, Regex breaks, int limit, int atLeast) =>
        breaks.Matches(text).Where(found => found.Index >= atLeast && found.Index <= limit).Select(found => text[..found.Index].TrimEnd()).LastOrDefault(part => Closed(part) == part);

    [GeneratedRegex(@"\S+", RegexOptions.NonBacktracking)]
    private static partial Regex Token();

    [GeneratedRegex(@"[\u0E00-\u0EFF\u3040-\u30FF\u3400-\u9FFF]", RegexOptions.NonBacktracking)]
    private static partial Regex Unspaced();

    [GeneratedRegex(@"[.!?…؟]+[""'”’»)\]]*\s+|[。！？]+[」』）]*", RegexOptions.NonBacktracking)]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"(^|[\s(])(e\.g|i\.e|p\. ?ej|etc|vs|cf|approx|ca|Dr|Dra|Mr|Mrs|Ms|Sr|Sra|No|núm|Fig|fig|pág|\p{Lu})$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Abbreviation();

    [GeneratedRegex(@"[;:]\s|\s[–—-]\s|[；：]", RegexOptions.NonBacktracking)]
    private static partial Regex SentenceBreak();

    /// <summary>What stands before it says something of its own.</summary>
    [GeneratedRegex(@",\s(but|so|because|while|whereas|although|pero|sino|porque|mientras|aunque|así)\s", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex ClauseBreak();

    /// <summary>The sentence begins with a clause that says nothing alone.</summary>
    [GeneratedRegex(@"^(when|if|while|after|before|although|because|once|as|since|unless|until|cuando|si|mientras|aunque|después|antes|porque|como)\s", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex Subordinate();

    /// <summary>A text that ends with it is not at an end.</summary>
    [GeneratedRegex(@"\s(and|or|of|the|an?|to|in|on|at|by|for|from|with|y|e|o|u|de|del|el|la|los|las|una?|en|con|por|para|que)$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase)]
    private static partial Regex LeadingOn();

    [GeneratedRegex(@",\s|\s\(|[、，،]", RegexOptions.NonBacktracking)]
    private static partial Regex WeakBreak();
}
