using CourseGen.Contracts.Documents;

namespace CourseGen.Documents.Diagrams;

/// <summary>One way to lay a diagram out: a direction, or rows, or bands, with so many lines in a box at most.</summary>
public sealed class DiagramArrangement
{
    const int MostLines = 4;
    /// <summary>Nodes of a diagram that may go on in a second band.</summary>
    const int LeastToFold = 6;
    static readonly double[] Spreads = [2.2, 1.9, 1.6, 1.4, 1.2, 1.1, 1];

    readonly Func<Room, PlacedDiagram?> _place;
    readonly double _linePitch;

    DiagramArrangement(double weight, double linePitch, Func<Room, PlacedDiagram?> place) => (Weight, _linePitch, _place) = (weight, linePitch, place);

    /// <summary>A way that gives text that is smaller by this is as good as another one.</summary>
    public double Weight { get; }

    /// <param name="linePitch">From baseline to baseline, in em.</param>
    /// <exception cref="KeyNotFoundException">An edge's end is no node: see <see cref="DiagramRules"/>.</exception>
    public static IEnumerable<DiagramArrangement> Of(Diagram diagram, double linePitch = LabelText.LinePitch) =>
        Ways(new DiagramGraph(diagram), diagram.Direction == DiagramDirection.Right)
            .SelectMany(way => Enumerable.Range(1, MostLines).Select(lines => new DiagramArrangement(way.Weight, linePitch, room => way.Place(lines, room))));

    /// <summary>With the least room.</summary>
    /// <returns>Null where it cannot be done.</returns>
    public PlacedDiagram? Tightest => Place(Room.Least);

    /// <returns>Null where it cannot be done.</returns>
    internal PlacedDiagram? Place(Room room) => _place(room with { LinePitch = _linePitch });

    /// <summary>With as much air as is accepted.</summary>
    /// <param name="accepted">What to make of a layout; null where it is too large.</param>
    /// <returns>Null where nothing is accepted.</returns>
    public T? Roomiest<T>(Func<PlacedDiagram, T?> accepted) where T : class
    {
        var (room, best) = (Room.Least, (T?)null);
        Spread(spread => new Room(spread, spread), 0);
        if (best is null)
            return null;
        Spread(spread => room with { Cross = spread }, room.Cross);
        Spread(spread => room with { Main = spread }, room.Main);
        return best;

        void Spread(Func<double, Room> more, double present)
        {
            foreach (var spread in Spreads.TakeWhile(spread => spread > present))
            {
                if (Place(more(spread)) is not { } placed || accepted(placed) is not { } made)
                    continue;
                (room, best) = (more(spread), made);
                return;
            }
        }
    }

    static IEnumerable<(double Weight, Func<int, Room, PlacedDiagram?> Place)> Ways(DiagramGraph graph, bool right)
    {
        var layers = LayerOrder.Of(graph);
        (double, Func<int, Room, PlacedDiagram?>) Rows(double weight, IReadOnlyList<int> order, int rows) =>
            (weight, (lines, room) => RowLayout.Place(graph, order, rows, lines, room));

        yield return (1, (lines, room) => LayeredLayout.Place(graph, layers, right, lines, room));
        yield return (0.9, (lines, room) => LayeredLayout.Place(graph, layers, !right, lines, room));
        var (count, last) = (graph.Nodes.Count, graph.Layers.Max());
        if (count >= LeastToFold && last >= 3)
        {
            foreach (var cut in Enumerable.Range(last / 2 - 1, 3).Where(cut => cut >= 0 && cut < last))
                yield return (0.8, (lines, room) => FoldedLayout.Place(graph, cut, lines, room));
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
}
