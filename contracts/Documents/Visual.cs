namespace CourseGen.Contracts.Documents;

public enum VisualType { Diagram, ArtisticImage }

/// <summary><c>prompts/{MM-LL-NNNN}.json</c>: what a picture shows and how it is made.</summary>
/// <param name="Description">The lesson's own words in its visual tag.</param>
/// <param name="EnhancedPrompt">For an image model.</param>
/// <param name="AltText">10 to 250 characters.</param>
/// <param name="Filename">The picture's file name, <c>{id}.png</c>.</param>
/// <param name="CreatedAt">As the original wrote it. Not written here: equal inputs give equal bytes, and the store knows the time.</param>
/// <param name="Diagram">Present for a diagram, which the product draws itself; absent for an artistic image.</param>
public sealed record Visual(
    string Id, string LessonId, string Description, VisualType VisualType, string EnhancedPrompt, string AltText, string Filename,
    DateTimeOffset? CreatedAt = null, Diagram? Diagram = null);

public enum DiagramDirection { Right, Down }

public enum NodeShape { Box, Round, Diamond, Note }

/// <summary>Boxes and arrows: 2 to 10 nodes, up to 14 edges between them; cycles are fine.</summary>
public sealed record Diagram(
    DiagramDirection Direction, IReadOnlyList<DiagramNode> Nodes, IReadOnlyList<DiagramEdge> Edges);

/// <param name="Label">Up to 40 characters.</param>
public sealed record DiagramNode(string Id, string Label, NodeShape Shape = NodeShape.Box);

/// <param name="Label">Up to 20 characters, or null.</param>
public sealed record DiagramEdge(string From, string To, string? Label = null);
