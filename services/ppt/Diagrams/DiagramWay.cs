using CourseGen.Documents.Diagrams;

namespace CourseGen.Ppt.Diagrams;

/// <summary>One way to lay a diagram out, with its arrows; found when it is first asked for.</summary>
sealed class DiagramWay
{
    readonly DiagramFont _font;
    readonly PlacedDiagram _tightest;
    readonly Lazy<RoutedDiagram?> _tight, _closer, _closest;

    internal DiagramWay(DiagramArrangement arrangement, DiagramFont font)
    {
        (Arrangement, _font, _tightest) = (arrangement, font, LayoutMoves.InLine(arrangement.Tightest!));
        _tight = new(() => Route(_tightest));
        _closer = new(() => LayoutMoves.Closer(_tightest, font, tidy: true));
        _closest = new(() => LayoutMoves.Closer(_tightest, font, tidy: false));
        Least = RoutedDiagram.BoundsOf(_tightest);
        LeastOfCloser = LayoutMoves.Closest(_tightest);
        BoxShape = DiagramLayout.BoxShape(_tightest);
    }

    internal DiagramArrangement Arrangement { get; }

    internal double BoxShape { get; }

    /// <summary>The bounds of its shapes alone.</summary>
    internal Rect Least { get; }

    /// <summary>The least bounds that <see cref="Closer"/> can have.</summary>
    internal Rect LeastOfCloser { get; }

    /// <summary>With the layout's least room; null where it cannot be drawn cleanly.</summary>
    internal RoutedDiagram? Tight => _tight.Value;

    /// <summary>With less room than the layout needs, which has labels between its layers only; null where it cannot be drawn cleanly.</summary>
    internal RoutedDiagram? Closer => _closer.Value;

    /// <summary>Likewise, however its arrows must then turn.</summary>
    internal RoutedDiagram? Closest => _closest.Value;

    internal RoutedDiagram? Route(PlacedDiagram placed) => RoutedDiagram.Of(LayoutMoves.InLine(placed), _font);
}
