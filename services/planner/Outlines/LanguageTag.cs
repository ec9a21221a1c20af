using System.Text.RegularExpressions;

namespace CourseGen.Planner.Outlines;

/// <summary>
/// Well-formed language tags (RFC 5646, section 2.1), without the grandfathered ones and without primary subtags of four letters and more,
/// of which none is registered.
/// </summary>
static partial class LanguageTag
{
    public const string Expected = "a BCP 47 language tag, for example en, es or pt-BR";
    /// <summary>RFC 5646, section 4.4.1.</summary>
    const int MaxLength = 35;

    /// <summary>The tag in the customary case (<c>es-MX</c>, <c>zh-Hant</c>), or null when it is ill-formed.</summary>
    public static string? Parse(string tag)
    {
        if (tag.Length > MaxLength || !WellFormed().IsMatch(tag) || RepeatsSubtag(tag))
            return null;
        var subtags = tag.ToLowerInvariant().Split('-');
        for (var i = 1; i < subtags.Length && subtags[i].Length > 1; i++)
        {
            if (subtags[i] is { Length: 2 } region)
                subtags[i] = region.ToUpperInvariant();
            else if (subtags[i] is { Length: 4 } script && char.IsAsciiLetter(script[0]))
                subtags[i] = char.ToUpperInvariant(script[0]) + script[1..];
        }
        return string.Join('-', subtags);
    }

    /// <summary>A variant or an extension's singleton may stand once.</summary>
    static bool RepeatsSubtag(string tag)
    {
        var beforePrivate = tag.ToLowerInvariant().Split("-x-")[0].Split('-');
        var singletons = beforePrivate.Where(subtag => subtag.Length == 1);
        var variants = beforePrivate.Skip(1).TakeWhile(subtag => subtag.Length > 1)
            .Where(subtag => subtag.Length > 4 || char.IsAsciiDigit(subtag[0]));
        return HasTwice(singletons) || HasTwice(variants);

        static bool HasTwice(IEnumerable<string> subtags) => subtags.GroupBy(subtag => subtag).Any(group => group.Skip(1).Any());
    }

    [GeneratedRegex(
        "^[a-z]{2,3}(-[a-z]{3}){0,3}(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?"
        + "(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(-[0-9a-wy-z](-[a-z0-9]{2,8})+)*(-x(-[a-z0-9]{1,8})+)?\\z",
        RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex WellFormed();
}
