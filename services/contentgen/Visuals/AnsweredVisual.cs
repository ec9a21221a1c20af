namespace CourseGen.ContentGen.Visuals;

/// <summary>The model's answer as it is asked for; any part may be missing or wrong.</summary>
sealed record AnsweredVisuals(IReadOnlyList<AnsweredVisual?>? Visuals);

sealed record AnsweredVisual(string? Id, string? VisualType, string? EnhancedPrompt, string? AltText, AnsweredDiagram? Diagram);

sealed record AnsweredDiagram(string? Direction, IReadOnlyList<AnsweredNode?>? Nodes, IReadOnlyList<AnsweredEdge?>? Edges);

sealed record AnsweredNode(string? Id, string? Label, string? Shape);

sealed record AnsweredEdge(string? From, string? To, string? Label);
