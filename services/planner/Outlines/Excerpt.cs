using System.Text;

namespace CourseGen.Planner.Outlines;

/// <summary>Untrusted text as a fault may quote it: short, and without characters that act on a terminal or a log.</summary>
static class Excerpt
{
    const int MaxCharacters = 40;

    /// <summary>In double quotes; what a reader cannot see is written as <c>U+0007</c>.</summary>
    public static string Of(string text)
    {
        var excerpt = new StringBuilder("\"");
        var characters = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (characters++ == MaxCharacters)
                return excerpt.Append("…\"").ToString();
            excerpt.Append(Characters.IsVisible(rune) ? rune.ToString() : Characters.Name(rune));
        }
        return excerpt.Append('"').ToString();
    }
}
