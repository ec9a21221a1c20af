using CourseGen.Contracts.Documents;
using CourseGen.Documents.Diagrams;
using CourseGen.Ppt.Decks;
using CourseGen.Ppt.Diagrams;
using CourseGen.Ppt.Fonts;
using CourseGen.Ppt.Tests.Testing;

namespace CourseGen.Ppt.Tests.Diagrams;

/// <summary>What an instructor expects of a drawn diagram, measured on the drawing itself, and diagrams to draw.</summary>
static class DrawnDiagrams
{
    const double Hair = 0.01;
    /// <summary>Em.</summary>
    const double Margin = 0.1, NearItsLine = 0.3;
    /// <summary>Points: 0.05 inches.</summary>
    const double InnerMargin = 3.6;

    static readonly DeckFonts Fonts = DeckTemplate.Default.Fonts;

    /// <summary>By sample and visual.</summary>
    internal static IReadOnlyDictionary<string, Diagram> Recorded { get; } = ((string[])["harbour-tides", "bases-de-datos"])
        .SelectMany(sample => RecordedCourse.VisualsOf(sample).Where(visual => visual.Diagram is not null).Select(visual => (Name: $"{sample} {visual.Id}", visual.Diagram)))
        .ToDictionary(recorded => recorded.Name, recorded => recorded.Diagram!);

    /// <summary>A graph of 3 to 10 nodes with branches, ways back and labels.</summary>
    internal static Diagram Random(int seed)
    {
        var random = new Random(seed);
        string[] words = ["tide", "chart datum", "is", "SELECT", "harbour", "depth", "of water", "Überlauf", "42", "validation", "¿cuántas?", "request"];
        string Words(int most) => string.Join(' ', Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => words[random.Next(words.Length)]));
        var nodes = Enumerable.Range(0, random.Next(3, 11)).Select(index => new DiagramNode($"n{index}", Words(4), (NodeShape)random.Next(4))).ToList();
        DiagramEdge Edge(int from, int to) => new($"n{from}", $"n{to}", random.Next(2) == 0 ? null : Words(2));
        var edges = Enumerable.Range(1, nodes.Count - 1).Select(index => Edge(Math.Max(0, index - random.Next(1, 4)), index)).ToList();
        edges.AddRange(Enumerable.Range(0, random.Next(4)).Select(_ => Edge(random.Next(nodes.Count), random.Next(nodes.Count))));
        return new Diagram((DiagramDirection)random.Next(2), nodes, edges);
    }

    internal static IEnumerable<string> FaultsOf(DrawnDiagram drawn, double width, double height)
    {
        if (drawn.Bounds.Width * drawn.Scale > width + Hair || drawn.Bounds.Height * drawn.Scale > height + Hair)
            yield return "it is larger than its room";
        var labels = drawn.Routes.Where(route => route.Label is not null).ToList();
        if (labels.Count != drawn.Routes.Count(route => route.Edge.Text is not null))
            yield return "a label is missing";
        foreach (var fault in drawn.Routes.SelectMany(route => FaultsOf(route, drawn)).Concat(labels.SelectMany(route => FaultsOfLabel(route, drawn))).Concat(drawn.Nodes.SelectMany(node => FaultsOf(node, drawn))))
            yield return fault;
    }

    static IEnumerable<string> FaultsOf(ConnectorRoute route, DrawnDiagram drawn)
    {
        var name = $"the arrow from {drawn.Nodes[route.Edge.From].Node.Label} to {drawn.Nodes[route.Edge.To].Node.Label}";
        if (!IsMiddleOfSide(drawn.Nodes[route.Edge.From].Box, route.Points[0]) || !IsMiddleOfSide(drawn.Nodes[route.Edge.To].Box, route.Points[^1]))
            yield return $"{name} is not from side to side";
        foreach (var (from, to) in route.Points.Zip(route.Points.Skip(1)))
        {
            if (Math.Abs(from.X - to.X) > Hair && Math.Abs(from.Y - to.Y) > Hair)
                yield return $"{name} is slanted";
            foreach (var node in drawn.Nodes.Where(node => node.Box.Grown(-Hair).Overlaps(Between(from, to))))
                yield return $"{name} runs through {node.Node.Label}";
            foreach (var (node, index) in drawn.Nodes.Select((node, index) => (node, index)))
            {
                if (index != route.Edge.From && index != route.Edge.To && node.Box.Grown(Margin).Overlaps(Between(from, to)))
                    yield return $"{name} touches {node.Node.Label}";
            }
        }
    }

    static IEnumerable<string> FaultsOfLabel(ConnectorRoute route, DrawnDiagram drawn)
    {
        var (name, label) = ($"the label {route.Edge.Text}", route.Label!.Value);
        if (!drawn.Bounds.Grown(Hair).Contains(label))
            yield return $"{name} stands out of the drawing";
        if (TextMeasure.Width(route.Edge.Text!, drawn.LabelSize, Fonts.Body) > label.Width * drawn.Scale)
            yield return $"{name} is wider than its box";
        if (!Pieces(route).Any(piece => label.Grown(NearItsLine).Overlaps(piece)))
            yield return $"{name} is not at its arrow";
        foreach (var node in drawn.Nodes.Where(node => node.Box.Overlaps(label.Grown(Margin))))
            yield return $"{name} is on {node.Node.Label}";
        foreach (var other in drawn.Routes.Where(other => other != route))
        {
            if (other.Label is { } text && text.Overlaps(label.Grown(Margin)))
                yield return $"{name} is on the label {other.Edge.Text}";
            if (Pieces(other).Any(label.Grown(Margin).Overlaps))
                yield return $"{name} is on another arrow";
        }
    }

    /// <summary>Each line's corners stay inside the shape by the inner margin, whatever its outline.</summary>
    static IEnumerable<string> FaultsOf(PlacedNode node, DrawnDiagram drawn)
    {
        var (width, height) = (node.Box.Width * drawn.Scale, node.Box.Height * drawn.Scale);
        if (node.Node.Shape == NodeShape.Note)
            height -= PlacedDiagram.NoteFold * drawn.Scale;
        var pitch = drawn.TextSize * Fonts.Body.LineHeight(node.Node.Label);
        foreach (var (line, index) in node.Text.Lines.Select((line, index) => (line, index)))
        {
            var x = TextMeasure.Width(line, drawn.TextSize, Fonts.Body) / 2;
            var middle = Math.Abs(index - ((node.Text.Lines.Count - 1) / 2.0)) * pitch;
            // Of a line's height a fifth is above and below its letters.
            var inside = node.Node.Shape == NodeShape.Diamond
                ? ((x + InnerMargin) / (width / 2)) + ((middle + (pitch * 0.3)) / (height / 2)) <= 1
                : x + InnerMargin <= width / 2 && middle + (pitch / 2) + InnerMargin <= height / 2;
            if (!inside)
                yield return $"'{line}' touches the edge of its {node.Node.Shape}";
        }
    }

    static bool IsMiddleOfSide(Rect box, Point point)
    {
        var (x, y) = (Math.Abs(point.X - box.Centre.X), Math.Abs(point.Y - box.Centre.Y));
        return (x < Hair && Math.Abs(y - (box.Height / 2)) < Hair) || (y < Hair && Math.Abs(x - (box.Width / 2)) < Hair);
    }

    static IEnumerable<Rect> Pieces(ConnectorRoute route) => route.Points.Zip(route.Points.Skip(1), Between);

    static Rect Between(Point a, Point b) => new(Math.Min(a.X, b.X), Math.Min(a.Y, b.Y), Math.Abs(a.X - b.X), Math.Abs(a.Y - b.Y));
}
