using CourseGen.Ppt.Fonts;

namespace CourseGen.Ppt.Decks;

/// <summary>The size at which code fits its box.</summary>
static class CodeFit
{
    internal const double Padding = 14;
    internal const double InsetY = 8;
    const double LineHeight = 1.22;

    /// <summary>Preferred first.</summary>
    internal static readonly IReadOnlyList<double> Sizes = [18, 17, 16, 15, 14];

    internal static double Height(IEnumerable<string> lines, double size, double width) =>
        (lines.Sum(line => TextMeasure.CodeLines(line, size, width - (2 * Padding))) * size * LineHeight) + (2 * InsetY);

    /// <returns>The largest size at which no line wraps and all fit; else the largest at which all fit; else the smallest allowed.</returns>
    internal static double LargestSize(IReadOnlyList<string> lines, double width, double height)
    {
        var fitting = Sizes.Where(size => Height(lines, size, width) <= height).ToList();
        var whole = fitting.Where(size => lines.All(line => TextMeasure.CodeLines(line, size, width - (2 * Padding)) == 1)).ToList();
        return whole.Count > 0 ? whole[0] : fitting.Count > 0 ? fitting[^1] : Sizes[^1];
    }
}
