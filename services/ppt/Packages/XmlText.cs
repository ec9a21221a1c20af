using System.Buffers;
using System.Text;
using System.Xml;

namespace CourseGen.Ppt.Packages;

/// <summary>Text as XML 1.0 can hold it.</summary>
static class XmlText
{
    static readonly SearchValues<char> Escaped = SearchValues.Create("&<\"\t\n\r");

    /// <summary>Without control characters and lone surrogates, which no XML document may hold.</summary>
    internal static string Clean(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (!IsAllowed(text, index))
                return Filtered(text);
        }
        return text;
    }

    /// <summary>As the value of an attribute in double quotes.</summary>
    internal static string Attribute(string text) => text.AsSpan().ContainsAny(Escaped)
        ? text.Replace("&", "&amp;").Replace("<", "&lt;").Replace("\"", "&quot;").Replace("\t", "&#9;").Replace("\n", "&#10;").Replace("\r", "&#13;")
        : text;

    static string Filtered(string text)
    {
        var kept = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            if (IsAllowed(text, index))
                kept.Append(text[index]);
        }
        return kept.ToString();
    }

    static bool IsAllowed(string text, int index) =>
        XmlConvert.IsXmlChar(text[index])
        || (char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
        || (char.IsLowSurrogate(text[index]) && index > 0 && char.IsHighSurrogate(text[index - 1]));
}
