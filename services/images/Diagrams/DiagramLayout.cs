using CourseGen.Contracts.Documents;

namespace CourseGen.Images.Diagrams;

/// <summary>A diagram laid out, and how many pixels an em has so that it fits the picture.</summary>
sealed record FittedDiagram(PlacedDiagram Placed, double Scale);

/// <summary>
/// Chooses how to lay a diagram out: its own direction unless its text would be much smaller than another way, boxes as wide as
/// gives the largest text, then as much air as fits.
/// </summary>
static class DiagramLayout
{
    const int MostLines = 4;
    /// <summary>Text is at most this large, in pixels, with two nodes and with ten.</summary>
    const double LargestText = 36, LargestTextOfMany = 28;
    static readonly double[] Spreads = [2.2, 1.9, 1.6, 1.4, 1.2, 1.1, 1];

    /// <summary>One way to lay out; text that would be smaller by its weight wins all the same.</summary>
    sealed record Way(double Weight, Func<int, Room, PlacedDiagram> Place);

    /// <param name="width">Pixels inside the margins.</param>
    public static FittedDiagram Fit(Diagram diagram, double width, double height)
    {
        var graph = new DiagramGraph(diagram);
        var largest = LargestText - (LargestText - LargestTextOfMany) * (graph.Nodes.Count - 2) / 8;
        double Scale(PlacedDiagram placed) => Math.Min(largest, Math.Min(width / placed.Bounds.Width, height / placed.Bounds.Height));

        var choices = Ways(graph, diagram.Direction == DiagramDirection.Right)
            .SelectMany(way => Enumerable.Range(1, MostLines).Select(lines => (Way: way, Lines: lines, Placed: way.Place(lines, Room.Least))))
            .Select(choice => (choice.Way, choice.Lines, Scale: Scale(choice.Placed), Shape: BoxShape(choice.Placed)))
            .ToList();
        var best = choices.Max(choice => choice.Scale * choice.Way.Weight);
        var (chosen, lines, scale, _) = choices.Where(choice => choice.Scale * choice.Way.Weight >= best * 0.97).MinBy(choice => choice.Shape);
        bool Fits(Room room) => Scale(chosen.Place(lines, room)) >= scale * 0.999;

        var even = Spreads.First(spread => spread == 1 || Fits(new Room(spread, spread)));
        var cross = Spreads.First(spread => spread <= even || Fits(new Room(even, spread)));
        var main = Spreads.First(spread => spread <= even || Fits(new Room(spread, cross)));
        return new FittedDiagram(chosen.Place(lines, new Room(main, cross)), scale * 0.999);
    }

    static IEnumerable<Way> Ways(DiagramGraph graph, bool right)
    {
        var layers = LayerOrder.Of(graph);
        Way Rows(double weight, IReadOnlyList<int> order, int rows) =>
            new(weight, (lines, room) => RowLayout.Place(graph, order, rows, lines, room));

        yield return new Way(1, (lines, room) => LayeredLayout.Place(graph, layers, right, lines, room));
        yield return new Way(0.8, (lines, room) => LayeredLayout.Place(graph, layers, !right, lines, room));
        var count = graph.Nodes.Count;
        if (graph.AsChain() is var (order, closed) && count >= 4)
        {
            yield return Rows(closed ? 1.2 : 0.8, order, 2);
            if (!closed && count >= 6)
                yield return Rows(0.75, order, 3);
        }
        else if (graph.Forward.Count + graph.Back.Count == 0)
        {
            for (var rows = 1; rows <= 3; rows++)
                yield return Rows(1.2, [.. Enumerable.Range(0, count)], rows);
        }
    }

    /// <summary>How far boxes are from the pleasant shape of a box, twice as wide as it is high.</summary>
    static double BoxShape(PlacedDiagram placed) => placed.Nodes.Average(node => Math.Abs(Math.Log(node.Box.Width / node.Box.Height / 2.2)));
}
