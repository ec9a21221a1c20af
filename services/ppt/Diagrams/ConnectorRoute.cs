using System.Runtime.InteropServices;
using CourseGen.Documents.Diagrams;

namespace CourseGen.Ppt.Diagrams;

/// <summary>An arrow's way between the middles of two shapes' sides, and where its label stands. In em, as the layout.</summary>
/// <param name="Points">Where it begins, turns and ends; its pieces are level and upright by turns.</param>
sealed record ConnectorRoute(PlacedEdge Edge, IReadOnlyList<Point> Points, Rect? Label)
{
    const double Level = 0.02;

    internal IReadOnlyList<RoutePiece> Pieces { get; } = PiecesOf(Points);

    /// <summary>
    /// All programs draw it alike as a connector: it is straight, or turns once, or turns twice halfway. Some lead others through whatever is in
    /// their way.
    /// </summary>
    internal bool IsPlain => Points.Count <= 3 || (Halfway(Points) is { } halfway && (halfway[1] - Points[1]).Length < Level);

    internal static IReadOnlyList<RoutePiece> PiecesOf(IReadOnlyList<Point> points) => [.. points.Zip(points.Skip(1), RoutePiece.Between)];

    /// <returns>The same way turning halfway; null for one that does not turn twice, there and back.</returns>
    internal static IReadOnlyList<Point>? Halfway(IReadOnlyList<Point> way)
    {
        if (way.Count != 4)
            return null;
        var (level, middle) = (RoutePiece.DirectionOf(way[0], way[1]), Point.Between(way[0], way[3], 0.5));
        double Along(Point from, Point to) => level ? to.X - from.X : to.Y - from.Y;
        if (Along(way[0], way[1]) * Along(way[2], way[3]) < 0 || Along(way[0], way[3]) * Along(way[0], way[1]) < 0)
            return null;
        return level
            ? [way[0], new Point(middle.X, way[0].Y), new Point(middle.X, way[3].Y), way[3]]
            : [way[0], new Point(way[0].X, middle.Y), new Point(way[3].X, middle.Y), way[3]];
    }
}

/// <summary>A straight piece of a route.</summary>
/// <param name="At">Of a level one its y, of an upright one its x.</param>
/// <param name="Low">The lesser of its two ends.</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct RoutePiece(bool IsLevel, double At, double Low, double High)
{
    internal static RoutePiece Between(Point a, Point b) => DirectionOf(a, b)
        ? new RoutePiece(true, a.Y, Math.Min(a.X, b.X), Math.Max(a.X, b.X))
        : new RoutePiece(false, a.X, Math.Min(a.Y, b.Y), Math.Max(a.Y, b.Y));

    /// <returns>True for level.</returns>
    internal static bool DirectionOf(Point a, Point b) => Math.Abs(b.Y - a.Y) < Math.Abs(b.X - a.X);

    /// <returns>Of the side at which an arrow leaves or comes: 0 right, 1 lower, 2 left, 3 upper.</returns>
    internal static int SideOf(Point at, Point next) => DirectionOf(at, next) ? (next.X > at.X ? 0 : 2) : next.Y > at.Y ? 1 : 3;

    /// <summary>Each passes through the other, and does not only touch it.</summary>
    internal bool Crosses(RoutePiece other) => IsLevel != other.IsLevel && At > other.Low + Touch && At < other.High - Touch && other.At > Low + Touch && other.At < High - Touch;

    const double Touch = 0.05;

    internal double Length => High - Low;

    internal Rect Box => IsLevel ? new Rect(Low, At, Length, 0) : new Rect(At, Low, 0, Length);
}
