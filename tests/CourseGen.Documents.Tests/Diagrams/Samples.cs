using CourseGen.Contracts.Documents;

namespace CourseGen.Documents.Tests.Diagrams;

/// <summary>Diagrams of every kind that the contract allows, made from a seed.</summary>
static class Samples
{
    static readonly string[] Words =
        ["tide", "Berechnung", "chart datum", "is", "SELECT", "harbour", "Überlauf", "depth", "of water", "Κύμα", "прилив", "42", "validation", "request", "¿cuántas?"];

    public static Diagram Random(int seed)
    {
        var random = new Random(seed);
        var count = random.Next(2, 11);
        var nodes = Enumerable.Range(0, count)
            .Select(i => new DiagramNode($"n{i}", Label(random, 40), (NodeShape)random.Next(4))).ToList();
        var edges = new List<DiagramEdge>();
        for (var i = 1; i < count; i++)
        {
            if (random.Next(8) > 0)
                edges.Add(Edge(random, random.Next(i), i));
        }
        for (var more = random.Next(6); more > 0 && edges.Count < 14; more--)
            edges.Add(Edge(random, random.Next(count), random.Next(count)));
        return new Diagram((DiagramDirection)random.Next(2), nodes, edges);
    }

    public static Diagram Chain(DiagramDirection direction, int count, bool closed = false, string? label = null)
    {
        var nodes = Enumerable.Range(0, count).Select(i => new DiagramNode($"n{i}", $"Step number {i + 1}")).ToList();
        var edges = Enumerable.Range(0, closed ? count : count - 1).Select(i => new DiagramEdge($"n{i}", $"n{(i + 1) % count}", label)).ToList();
        return new Diagram(direction, nodes, edges);
    }

    static DiagramEdge Edge(Random random, int from, int to) => new($"n{from}", $"n{to}", random.Next(2) == 0 ? null : Label(random, 20));

    static string Label(Random random, int longest)
    {
        var label = Words[random.Next(Words.Length)];
        while (random.Next(4) > 0 && $"{label} {Words[random.Next(Words.Length)]}" is var longer && longer.Length <= longest)
            label = longer;
        return label;
    }
}
