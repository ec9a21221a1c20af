using System.Text.Json;
using CourseGen.Contracts;
using CourseGen.Contracts.Documents;
using CourseGen.Models;
using CourseGen.Storage;

namespace CourseGen.Images;

/// <summary>A visual as stored. People may have edited the file, so what drawing relies on is checked here, once.</summary>
/// <param name="Sha256">Of the file's bytes.</param>
sealed record VisualPrompt(Visual Visual, string Sha256)
{
    const int LeastNodes = 2, MostNodes = 10, MostEdges = 14, LongestLabel = 200;

    /// <exception cref="ArtifactMissingException">There is no prompt file.</exception>
    /// <exception cref="WorkException">It cannot be drawn.</exception>
    public static async Task<VisualPrompt> Read(IArtifactStore store, CourseLocation location, string id, CancellationToken token)
    {
        var key = ArtifactKeys.Prompt(VisualId.Checked(id));
        var bytes = await store.ReadBytes(location, key, token);
        try
        {
            var visual = DocumentJson.Read<Visual>(bytes);
            if (FaultOf(visual, id) is { } fault)
                throw Unusable(key, fault);
            return new VisualPrompt(visual, Fingerprint.Sha256(bytes));
        }
        catch (JsonException wrong)
        {
            throw Unusable(key, $"it is not the JSON of a visual, near line {wrong.LineNumber + 1}");
        }
    }

    static WorkException Unusable(string key, string fault) =>
        new(FailureKind.BadContent, $"{key} cannot be drawn: {fault}.", "Correct the file, or delete it, and run repair.");

    static string? FaultOf(Visual visual, string id) =>
        visual.Id != id ? $"its id is '{visual.Id}'"
        : visual.Description is null || visual.EnhancedPrompt is null || visual.AltText is null ? "description, enhanced_prompt or alt_text is missing"
        : visual.Diagram is { } diagram ? FaultOf(diagram)
        : null;

    static string? FaultOf(Diagram diagram)
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
