using CourseGen.Contracts.Documents;

namespace CourseGen.Documents.Diagrams;

/// <summary>Where a diagram is to be shown.</summary>
/// <param name="Width">Points.</param>
/// <param name="Height">Points.</param>
/// <param name="Margin">On each side, in em.</param>
public sealed record DiagramSpace(double Width, double Height, double Margin)
{
    /// <summary>What a slide has for a picture beside its text and above a caption. A picture has a margin of its own.</summary>
    public static readonly DiagramSpace Picture = new(540, 344, 24 / 28.0);
}

/// <summary>
/// Chooses how to lay a diagram out: its own direction unless its text would be much smaller than another way, boxes as wide as
/// gives the largest text, then as much air as fits.
/// </summary>
public static class DiagramLayout
{
    const int MostLines = 4;
    /// <summary>Nodes of a diagram that may go on in a second band.</summary>
    const int LeastToFold = 6;
    /// <summary>Text is at most this large on a slide, in points, with two nodes and with ten; room beyond that becomes air.</summary>
    const double LargestText = 20, LargestTextOfMany = 15;
    static readonly double[] Spreads = [2.2, 1.9, 1.6, 1.4, 1.2, 1.1, 1];

    /// <summary>One way to lay out; text that would be smaller by its weight wins all the same.</summary>
    /// <param name="Place">Null where it cannot be done.</param>
    sealed record Way(double Weight, Func<int, Room, PlacedDiagram?> Place);

    /// <param name="space">Null: a picture's.</param>
    public static PlacedDiagram Place(Diagram diagram, DiagramSpace? space = null)
    {
        space ??= DiagramSpace.Picture;
        var graph = new DiagramGraph(diagram);
        var largest = LargestText - (LargestText - LargestTextOfMany) * (graph.Nodes.Count - 2) / 8;
        double Scale(PlacedDiagram placed) => Math.Min(largest, TextSize(placed, space));

        var choices = Ways(graph, diagram.Direction == DiagramDirection.Right)
            .SelectMany(way => Enumerable.Range(1, MostLines).Select(lines => (Way: way, Lines: lines, Placed: way.Place(lines, Room.Least))))
            .Where(choice => choice.Placed is not null)
            .Select(choice => (choice.Way, choice.Lines, Scale: Scale(choice.Placed!), Shape: BoxShape(choice.Placed!)))
            .ToList();
        var best = choices.Max(choice => choice.Scale * choice.Way.Weight);
        var (chosen, lines, scale, _) = choices.Where(choice => choice.Scale * choice.Way.Weight >= best * 0.97).MinBy(choice => choice.Shape);
        bool Fits(Room room) => chosen.Place(lines, room) is { } placed && Scale(placed) >= scale * 0.999;

        var even = Spreads.First(spread => spread == 1 || Fits(new Room(spread, spread)));
        var cross = Spreads.First(spread => spread <= even || Fits(new Room(even, spread)));
        var main = Spreads.First(spread => spread <= even || Fits(new Room(spread, cross)));
        return chosen.Place(lines, new Room(main, cross)) ?? chosen.Place(lines, Room.Least)!;
    }

    /// <summary>Points per em when the diagram fills its place.</summary>
    public static double TextSize(PlacedDiagram placed, DiagramSpace space) =>
        Math.Min(space.Width / (placed.Bounds.Width + 2 * space.Margin), space.Height / (placed.Bounds.Height + 2 * space.Margin));

    static IEnumerable<Way> Ways(DiagramGraph graph, bool right)
    {
        var layers = LayerOrder.Of(graph);
        Way Rows(double weight, IReadOnlyList<int> order, int rows) =>
            new(weight, (lines, room) => RowLayout.Place(graph, order, rows, lines, room));

        yield return new Way(1, (lines, room) => LayeredLayout.Place(graph, layers, right, lines, room));
        yield return new Way(0.9, (lines, room) => LayeredLayout.Place(graph, layers, !right, lines, room));
        var (count, last) = (graph.Nodes.Count, graph.Layers.Max());
        if (count >= LeastToFold && last >= 3)
        {
            foreach (var cut in Enumerable.Range(last / 2 - 1, 3).Where(cut => cut >= 0 && cut < last))
                yield return new Way(0.8, (lines, room) => FoldedLayout.Place(graph, cut, lines, room));
        }
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
