using CourseGen.Documents.Diagrams;

namespace CourseGen.Ppt.Diagrams;

/// <summary>A layout with its arrows and labels as connectors draw them, in em.</summary>
sealed record RoutedDiagram(PlacedDiagram Placed, IReadOnlyList<ConnectorRoute> Routes)
{
    const double Turn = 0.03, NotPlain = 0.03, Crossing = 0.05, OtherSide = 0.02;

    internal Rect Bounds { get; } = BoundsOf(Placed, Routes);

    /// <summary>How hard its arrows are to follow: each turn beyond two, crossing and unusual side adds some hundredths.</summary>
    internal double Untidiness { get; } = Routes.Sum(UntidinessOf) + (Crossing * Crossings(Routes));

    /// <returns>Null where an arrow has no clear way, or its label no clear place.</returns>
    internal static RoutedDiagram? Of(PlacedDiagram placed, DiagramFont font) => DiagramRoutes.Of(placed, font) is { } routes ? new RoutedDiagram(placed, routes) : null;

    static double UntidinessOf(ConnectorRoute route)
    {
        var (own, way) = (route.Edge.Points, route.Points);
        var side = RoutePiece.SideOf(own[^1], own[^2]) == RoutePiece.SideOf(way[^1], way[^2]) ? 0 : OtherSide;
        return side + (Turn * Math.Max(0, route.Pieces.Count - 3)) + (route.IsPlain ? 0 : NotPlain);
    }

    static int Crossings(IReadOnlyList<ConnectorRoute> routes) =>
        routes.Select((route, index) => routes.Skip(index + 1).Sum(other => route.Pieces.Sum(piece => other.Pieces.Count(piece.Crosses)))).Sum();

    /// <summary>Of the shapes alone.</summary>
    internal static Rect BoundsOf(PlacedDiagram placed) => BoundsOf(placed, []);

    static Rect BoundsOf(PlacedDiagram placed, IReadOnlyList<ConnectorRoute> routes)
    {
        var boxes = placed.Nodes.Select(node => node.Box).Concat(routes.SelectMany(route => route.Pieces).Select(piece => piece.Box)).Concat(routes.Select(route => route.Label).OfType<Rect>()).ToList();
        var (left, top) = (boxes.Min(box => box.X), boxes.Min(box => box.Y));
        return new Rect(left, top, boxes.Max(box => box.Right) - left, boxes.Max(box => box.Bottom) - top);
    }
}
