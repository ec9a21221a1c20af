using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CourseGen.Ppt.Checks;

/// <summary>What a screen reader says in a picture's place.</summary>
static partial class AltText
{
    internal const int Least = 10;
    internal const int Most = 250;

    static readonly XNamespace Decorative = "http://schemas.microsoft.com/office/drawing/2017/decorative";

    /// <param name="properties"><c>cNvPr</c>.</param>
    internal static bool IsGiven(XElement? properties) => properties is not null && (IsDecorative(properties) || FaultOf(properties) is null);

    internal static bool IsDecorative(XElement properties) => properties.Descendants(Decorative + "decorative").Any(mark => (string?)mark.Attribute("val") is "1" or "true");

    /// <returns>Null when the description is good.</returns>
    internal static string? FaultOf(XElement? properties)
    {
        var text = ((string?)properties?.Attribute("descr") ?? "").Trim();
        if (text.Length == 0)
            return "has no alternative text";
        if (FileName().IsMatch(text))
            return $"has the file name '{text}' as its alternative text";
        if (LengthOf(text) < Least)
            return $"has an alternative text of {text.EnumerateRunes().Count()} characters";
        return text.EnumerateRunes().Count() > Most ? $"has an alternative text of {text.EnumerateRunes().Count()} characters" : null;
    }

    /// <summary>A character of Chinese, Japanese or Korean says as much as some three letters.</summary>
    static int LengthOf(string text) => text.EnumerateRunes().Sum(rune => Scripts.IsWide(rune) ? 3 : 1);

    [GeneratedRegex(@"^\S+\.(png|jpe?g|gif|bmp|tiff?|svg|emf|wmf|webp)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex FileName();
}
