using CourseGen.Contracts.Documents;

namespace CourseGen.Documents.Diagrams;

/// <param name="From">Index of a node.</param>
sealed record GraphEdge(int From, int To, string? Label);

/// <summary>
/// A diagram's nodes and edges by index. Edges that close a cycle are set apart, so that the others have a direction to be laid
/// out in; edges with equal ends are one, with both labels.
/// </summary>
sealed class DiagramGraph
{
    readonly List<int>[] _next;

    public DiagramGraph(Diagram diagram)
    {
        Nodes = diagram.Nodes;
        var edges = Merge(diagram);
        _next = [.. Nodes.Select((_, node) => edges.Where(edge => edge.From == node && edge.To != node).Select(edge => edge.To).ToList())];
        var closing = FindClosingEdges(edges);
        Back = [.. edges.Where(edge => edge.From == edge.To || closing.Contains((edge.From, edge.To)))];
        Forward = [.. edges.Except(Back)];
        Layers = AssignLayers();
    }

    public IReadOnlyList<DiagramNode> Nodes { get; }
    public IReadOnlyList<GraphEdge> Forward { get; }
    /// <summary>Edges that close a cycle, and edges from a node to itself.</summary>
    public IReadOnlyList<GraphEdge> Back { get; }
    /// <summary>Each node's layer, from 0: the longest way to it; a node that nothing leads to stands right before what it leads to.</summary>
    public IReadOnlyList<int> Layers { get; }

    static List<GraphEdge> Merge(Diagram diagram)
    {
        var indices = diagram.Nodes.Index().ToDictionary(node => node.Item.Id, node => node.Index);
        return [.. diagram.Edges
            .GroupBy(edge => (From: indices[edge.From], To: indices[edge.To]))
            .Select(same => new GraphEdge(same.Key.From, same.Key.To, Labels(same)))];
    }

    static string? Labels(IEnumerable<DiagramEdge> edges)
    {
        var labels = edges.Select(edge => edge.Label).Where(label => !string.IsNullOrWhiteSpace(label)).Distinct().ToList();
        return labels.Count > 0 ? string.Join(" / ", labels) : null;
    }

    /// <summary>Edges to a node whose own successors are still being followed, in depth-first order from where nothing leads to.</summary>
    HashSet<(int, int)> FindClosingEdges(List<GraphEdge> edges)
    {
        var (closing, open, done) = (new HashSet<(int, int)>(), new HashSet<int>(), new HashSet<int>());
        void Follow(int node)
        {
            open.Add(node);
            foreach (var next in _next[node])
            {
                if (open.Contains(next))
                    closing.Add((node, next));
                else if (!done.Contains(next))
                    Follow(next);
            }
            open.Remove(node);
            done.Add(node);
        }
        foreach (var node in Enumerable.Range(0, Nodes.Count).OrderBy(node => edges.Exists(edge => edge.To == node)))
        {
            if (!done.Contains(node))
                Follow(node);
        }
        return closing;
    }

    int[] AssignLayers()
    {
        var layers = new int[Nodes.Count];
        for (var round = 0; round < Nodes.Count; round++)
        {
            foreach (var edge in Forward)
                layers[edge.To] = Math.Max(layers[edge.To], layers[edge.From] + 1);
        }
        foreach (var source in Enumerable.Range(0, Nodes.Count).Where(node => Forward.All(edge => edge.To != node)))
        {
            var targets = Forward.Where(edge => edge.From == source).Select(edge => layers[edge.To]).ToList();
            if (targets.Count > 0)
                layers[source] = targets.Min() - 1;
        }
        return layers;
    }

    /// <summary>The nodes as one chain of arrows, closed or open, or null when the diagram is not that simple.</summary>
    public (IReadOnlyList<int> Order, bool Closed)? AsChain()
    {
        var closed = Back.Count == 1 && Back[0].From != Back[0].To;
        var order = Enumerable.Range(0, Nodes.Count).OrderBy(node => Layers[node]).ToList();
        var isChain = Forward.Count == Nodes.Count - 1 && Layers.Distinct().Count() == Nodes.Count
            && Forward.All(edge => Layers[edge.To] == Layers[edge.From] + 1)
            && (Back.Count == 0 || (closed && Back[0].From == order[^1] && Back[0].To == order[0]));
        return isChain ? (order, closed) : null;
    }
}
