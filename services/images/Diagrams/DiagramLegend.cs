using System.Globalization;
using System.Text;
using CourseGen.Contracts.Documents;
using CourseGen.Images.Rendering;

namespace CourseGen.Images.Diagrams;

/// <summary>A diagram whose every label can be drawn: labels that cannot have become numbers.</summary>
/// <param name="Meanings">Numbers to labels, in the order of the diagram.</param>
sealed record NumberedDiagram(Diagram Diagram, IReadOnlyDictionary<string, string> Meanings)
{
    public IReadOnlyList<string> Legend => [.. Meanings.Select(entry => $"{entry.Key}: {entry.Value}")];
}

/// <summary>Which labels can be drawn, and numbers for those that cannot: scripts the font lacks, and scripts written from right to left.</summary>
static class DiagramLegend
{
    public static NumberedDiagram Number(Diagram diagram)
    {
        var taken = diagram.Nodes.Select(node => node.Label).Concat(diagram.Edges.Select(edge => edge.Label ?? "")).ToHashSet();
        var numbers = new Dictionary<string, string>();
        var next = 1;
        string Drawable(string label)
        {
            var text = Tidy(label);
            if (CanDraw(text))
                return text;
            if (numbers.TryGetValue(text, out var number))
                return number;
            while (taken.Contains($"{next}"))
                next++;
            return numbers[text] = $"{next++}";
        }
        var nodes = diagram.Nodes.Select(node => node with { Label = Drawable(node.Label) }).ToList();
        var edges = diagram.Edges.Select(edge => edge with { Label = edge.Label is null ? null : Drawable(edge.Label) }).ToList();
        return new NumberedDiagram(diagram with { Nodes = nodes, Edges = edges }, numbers.ToDictionary(entry => entry.Value, entry => entry.Key));
    }

    /// <summary>Composed, and with plain spaces only.</summary>
    public static string Tidy(string text)
    {
        var tidy = new StringBuilder();
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
                tidy.Append(' ');
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Format)
                tidy.Append(rune.ToString());
        }
        return string.Join(' ', tidy.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    public static bool CanDraw(string text) => text.EnumerateRunes().All(rune => !IsRightToLeft(rune) && TrueTypeFont.Of(bold: false).GlyphOf(rune) != 0);

    /// <summary>Hebrew to Arabic Extended-A, and the presentation forms of both.</summary>
    static bool IsRightToLeft(Rune rune) => rune.Value is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFC);
}
