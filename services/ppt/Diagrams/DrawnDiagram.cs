using CourseGen.Documents.Diagrams;

namespace CourseGen.Ppt.Diagrams;

/// <summary>A diagram laid out for its place.</summary>
/// <param name="Scale">Points for an em of the layout.</param>
/// <param name="Narrower">How many times larger than that the text is set.</param>
sealed record DrawnDiagram(RoutedDiagram Routed, double Scale, double Narrower)
{
    internal IReadOnlyList<PlacedNode> Nodes => Routed.Placed.Nodes;
    internal IReadOnlyList<ConnectorRoute> Routes => Routed.Routes;
    internal Rect Bounds => Routed.Bounds;

    /// <summary>Points, whole or half.</summary>
    internal double TextSize => Math.Floor(Scale * Narrower * 2) / 2;
    internal double LabelSize => Math.Floor(Scale * Narrower * PlacedDiagram.LabelSize * 2) / 2;

    internal double SmallestText => Routes.Any(route => route.Label is not null) ? LabelSize : TextSize;
}
