namespace CourseGen.Documents.Diagrams;

/// <summary>
/// The graph as layers of cells. Even layers hold nodes, and edges that pass them; odd layers, between, hold each edge again,
/// with its label right after the node it leaves: so a label has its own place, and nothing can cover it.
/// </summary>
sealed class LayeredGraph
{
    readonly bool _right;

    public LayeredGraph(DiagramGraph graph, IReadOnlyList<SizedNode> sizes, bool right)
    {
        _right = right;
        Graph = graph;
        Layers = [.. Enumerable.Range(0, 2 * graph.Layers.Max() + 1).Select(_ => new List<Cell>())];
        NodeCells = [.. sizes.Select((size, node) => Add(2 * graph.Layers[node], size, size.Width, size.Height))];
        Routes = [.. graph.Forward.Select(MakeRoute)];
    }

    public DiagramGraph Graph { get; }
    public IReadOnlyList<List<Cell>> Layers { get; }
    public IReadOnlyList<Cell> NodeCells { get; }
    public IReadOnlyList<Route> Routes { get; }
    public IEnumerable<Link> Links => Routes.SelectMany(route => route.Links);

    Cell Add(int layer, SizedNode? node, double width, double height)
    {
        var cell = new Cell(layer, node, _right ? width : height, _right ? height : width);
        Layers[layer].Add(cell);
        return cell;
    }

    Route MakeRoute(GraphEdge edge)
    {
        var (at, target) = (NodeCells[edge.From], NodeCells[edge.To]);
        var links = new List<Link>();
        Cell? label = null;
        for (var layer = at.Layer + 1; layer < target.Layer; layer++)
        {
            Cell next;
            if (label is null && edge.Label is { } text)
                next = label = Add(layer, null, PlacedDiagram.LabelWidth(text), PlacedDiagram.LabelHeight);
            else
                next = Add(layer, null, 0, 0);
            links.Add(Connect(at, next));
            at = next;
        }
        links.Add(Connect(at, target));
        return new Route(edge, links, label);
    }

    static Link Connect(Cell from, Cell to)
    {
        var link = new Link(from, to);
        from.Out.Add(link);
        to.In.Add(link);
        return link;
    }
}
