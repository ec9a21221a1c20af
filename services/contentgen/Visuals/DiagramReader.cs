using CourseGen.Contracts.Documents;

namespace CourseGen.ContentGen.Visuals;

/// <summary>A diagram's structure within the limits of what can be drawn and read (<see cref="Diagram"/>).</summary>
static class DiagramReader
{
    const int MinNodes = 2;
    const int MaxNodes = 10;
    const int MaxEdges = 14;
    const int MaxNodeLabel = 40;
    const int MaxEdgeLabel = 20;

    /// <returns>The diagram, or null and at least one fault.</returns>
    public static Diagram? Read(AnsweredDiagram? answered, string id, List<string> faults)
    {
        var nodes = (answered?.Nodes ?? []).OfType<AnsweredNode>().ToList();
        var edges = (answered?.Edges ?? []).OfType<AnsweredEdge>().ToList();
        var found = FaultsOf(nodes, edges).ToList();
        if (found.Count > 0)
        {
            faults.AddRange(found.Select(fault => $"visual {id}: {fault}"));
            return null;
        }
        return new Diagram(
            EnumOf<DiagramDirection>(answered!.Direction),
            [.. nodes.Select(node => new DiagramNode(node.Id!.Trim(), node.Label!.Trim(), EnumOf<NodeShape>(node.Shape)))],
            [.. edges.Select(edge => new DiagramEdge(
                edge.From!.Trim(), edge.To!.Trim(), string.IsNullOrWhiteSpace(edge.Label) ? null : edge.Label.Trim()))]);
    }

    static IEnumerable<string> FaultsOf(List<AnsweredNode> nodes, List<AnsweredEdge> edges)
    {
        if (nodes.Count is < MinNodes or > MaxNodes)
            yield return $"a diagram has {MinNodes} to {MaxNodes} nodes, not {nodes.Count}";
        if (edges.Count > MaxEdges)
            yield return $"a diagram has at most {MaxEdges} edges, not {edges.Count}";
        var ids = new HashSet<string>();
        foreach (var node in nodes)
        {
            if (string.IsNullOrWhiteSpace(node.Id) || !ids.Add(node.Id.Trim()))
                yield return $"the node id '{node.Id}' is missing or used twice";
            if (string.IsNullOrWhiteSpace(node.Label) || node.Label.Trim().Length > MaxNodeLabel)
                yield return $"the label '{node.Label}' of node '{node.Id}' is missing or longer than {MaxNodeLabel} characters";
        }
        foreach (var edge in edges)
        {
            var (from, to) = (edge.From?.Trim() ?? "", edge.To?.Trim() ?? "");
            if (!ids.Contains(from) || !ids.Contains(to) || from == to)
                yield return $"the edge from '{edge.From}' to '{edge.To}' does not join two nodes of the diagram";
            if (edge.Label?.Trim().Length > MaxEdgeLabel)
                yield return $"the edge label '{edge.Label}' is longer than {MaxEdgeLabel} characters";
        }
    }

    /// <summary>The first value stands for a name that is missing or unknown.</summary>
    static T EnumOf<T>(string? name)
        where T : struct, Enum =>
        Enum.GetValues<T>().FirstOrDefault(value => value.ToString().Equals(name?.Trim(), StringComparison.OrdinalIgnoreCase));
}
