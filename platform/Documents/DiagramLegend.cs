using CourseGen.Contracts.Documents;

namespace CourseGen.Documents;

/// <summary>A diagram whose every label can be drawn: labels that cannot have become numbers.</summary>
/// <param name="Meanings">Numbers to labels, in the order of the diagram: its nodes, then its edges.</param>
public sealed record NumberedDiagram(Diagram Diagram, IReadOnlyDictionary<string, string> Meanings)
{
    /// <summary>As <c>1 = label, 2 = label</c>; empty when every label is drawn.</summary>
    public string Legend => string.Join(", ", Meanings.Select(entry => $"{entry.Key} = {entry.Value}"));
}

/// <summary>Numbers for the labels of a diagram that cannot be drawn (see <see cref="DrawnText"/>), the same for the picture and for its caption.</summary>
public static class DiagramLegend
{
    /// <returns>For the caption; empty when the visual is no diagram or needs no legend.</returns>
    public static string Of(Visual? visual) => visual?.Diagram is { Nodes: not null, Edges: not null } diagram ? Number(diagram).Legend : "";

    public static NumberedDiagram Number(Diagram diagram)
    {
        var taken = diagram.Nodes.Select(node => node.Label).Concat(diagram.Edges.Select(edge => edge.Label ?? "")).ToHashSet();
        var numbers = new OrderedDictionary<string, string>();
        var next = 1;
        string Drawable(string? label)
        {
            var text = DrawnText.Tidy(label ?? "");
            if (DrawnText.CanDraw(text))
                return text;
            if (numbers.TryGetValue(text, out var number))
                return number;
            while (taken.Contains($"{next}"))
                next++;
            return numbers[text] = $"{next++}";
        }
        var nodes = diagram.Nodes.Select(node => node with { Label = Drawable(node.Label) }).ToList();
        var edges = diagram.Edges.Select(edge => edge with { Label = edge.Label is null ? null : Drawable(edge.Label) }).ToList();
        var meanings = new OrderedDictionary<string, string>(numbers.Select(entry => KeyValuePair.Create(entry.Value, entry.Key)));
        return new NumberedDiagram(diagram with { Nodes = nodes, Edges = edges }, meanings);
    }
}
