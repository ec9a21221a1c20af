using CourseGen.Contracts.Documents;

namespace CourseGen.Documents.Diagrams;

/// <summary>What must hold of a diagram that is to be laid out. People may have edited it.</summary>
public static class DiagramRules
{
    const int LeastNodes = 2, MostNodes = 10, MostEdges = 14, LongestLabel = 200;

    /// <returns>Null when it can be laid out.</returns>
    public static string? FaultOf(Diagram diagram)
    {
        if (diagram.Nodes is null || diagram.Edges is null || diagram.Nodes.Count is < LeastNodes or > MostNodes || diagram.Edges.Count > MostEdges)
            return $"its diagram needs {LeastNodes} to {MostNodes} nodes and at most {MostEdges} edges";
        var ids = diagram.Nodes.Select(node => node.Id).ToHashSet();
        if (ids.Count < diagram.Nodes.Count || ids.Contains(null!))
            return "two nodes of its diagram have one id, or a node has none";
        if (diagram.Edges.FirstOrDefault(edge => !ids.Contains(edge.From) || !ids.Contains(edge.To)) is { } edge)
            return $"an edge of its diagram goes from '{edge.From}' to '{edge.To}', and one of them is no node";
        var labels = diagram.Nodes.Select(node => (string?)node.Label ?? "").Concat(diagram.Edges.Select(edge => edge.Label ?? ""));
        return diagram.Nodes.Any(node => string.IsNullOrWhiteSpace(node.Label)) ? "a node of its diagram has no label"
            : labels.Any(label => label.Length > LongestLabel) ? $"a label of its diagram has more than {LongestLabel} characters"
            : null;
    }
}
