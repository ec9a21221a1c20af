using System.Text.RegularExpressions;
using CourseGen.Documents;

namespace CourseGen.Ppt.Decks;

/// <summary>A piece of text, and where it leads.</summary>
readonly record struct LinkedText(string Text, string? Url);

/// <summary>The web pages that a slide's text leads to: texts that are known as links, and addresses written out.</summary>
sealed partial class SlideLinks(IReadOnlyDictionary<string, string> known)
{
    readonly List<string> _urls = [];

    /// <summary>In the order of their relationships, <c>rIdL1</c> and so on.</summary>
    internal IReadOnlyList<string> Urls => _urls;

    internal static string RelationshipOf(int index) => $"rIdL{index + 1}";

    internal string RelationshipOf(string url)
    {
        var index = _urls.IndexOf(url);
        if (index < 0)
        {
            index = _urls.Count;
            _urls.Add(url);
        }
        return RelationshipOf(index);
    }

    internal IEnumerable<LinkedText> Split(string text)
    {
        if (known.TryGetValue(text, out var url) && WebAddress.IsPage(url))
            return [new LinkedText(text, url)];
        return text.Contains("://", StringComparison.Ordinal) ? Addresses(text) : [new LinkedText(text, null)];
    }

    static IEnumerable<LinkedText> Addresses(string text)
    {
        var at = 0;
        foreach (Match match in Address().Matches(text))
        {
            var url = match.Value.TrimEnd('.', ',', ';', ':', ')', ']', '!', '?', '»', '”', '"');
            if (!WebAddress.IsPage(url))
                continue;
            if (match.Index > at)
                yield return new LinkedText(text[at..match.Index], null);
            yield return new LinkedText(url, url);
            at = match.Index + url.Length;
        }
        if (at < text.Length)
            yield return new LinkedText(text[at..], null);
    }

    [GeneratedRegex(@"https?://\S+", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
