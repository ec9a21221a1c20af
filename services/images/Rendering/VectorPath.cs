using System.Runtime.InteropServices;
using CourseGen.Documents.Diagrams;

namespace CourseGen.Images.Rendering;

enum SegmentKind { Move, Line, Curve }

/// <summary>A piece of an outline; a quadratic curve has a control point.</summary>
[StructLayout(LayoutKind.Auto)]
readonly record struct Segment(SegmentKind Kind, Point End, Point Control);

/// <summary>An outline of straight lines and quadratic curves, in one or more contours; the same for pixels and for SVG.</summary>
sealed class VectorPath
{
    /// <summary>tan(22.5°): where the control point of an eighth of a circle is.</summary>
    const double EighthControl = 0.41421356237309503;
    const double EighthPoint = 0.70710678118654757;
    /// <summary>How far a flattened curve may be from the true one, in pixels.</summary>
    const double Tolerance = 0.08;

    readonly List<Segment> _segments = [];
    Point _at;

    public IReadOnlyList<Segment> Segments => _segments;

    /// <summary>Whether every contour ends where it began.</summary>
    public bool Closed { get; private init; } = true;

    public VectorPath MoveTo(Point point) => Add(SegmentKind.Move, point, point);

    public VectorPath LineTo(Point point) => Add(SegmentKind.Line, point, point);

    public VectorPath CurveTo(Point control, Point end) => Add(SegmentKind.Curve, end, control);

    VectorPath Add(SegmentKind kind, Point end, Point control)
    {
        _segments.Add(new Segment(kind, end, control));
        _at = end;
        return this;
    }

    public static VectorPath Polygon(params ReadOnlySpan<Point> points)
    {
        var outline = new VectorPath().MoveTo(points[0]);
        foreach (var point in points[1..])
            outline.LineTo(point);
        return outline;
    }

    public static VectorPath Circle(Point centre, double radius) => RoundedBox(Rect.Around(centre, 2 * radius, 2 * radius), radius);

    public static VectorPath RoundedBox(Rect box, double radius)
    {
        var r = Math.Min(radius, Math.Min(box.Width, box.Height) / 2);
        var outline = new VectorPath().MoveTo(new Point(box.X + r, box.Y)).LineTo(new Point(box.Right - r, box.Y));
        outline.Corner(new Point(box.Right - r, box.Y + r), new Point(0, -r), new Point(r, 0)).LineTo(new Point(box.Right, box.Bottom - r));
        outline.Corner(new Point(box.Right - r, box.Bottom - r), new Point(r, 0), new Point(0, r)).LineTo(new Point(box.X + r, box.Bottom));
        outline.Corner(new Point(box.X + r, box.Bottom - r), new Point(0, r), new Point(-r, 0)).LineTo(new Point(box.X, box.Y + r));
        return outline.Corner(new Point(box.X + r, box.Y + r), new Point(-r, 0), new Point(0, -r));
    }

    /// <summary>A quarter of a circle, as two quadratic curves.</summary>
    VectorPath Corner(Point centre, Point from, Point to)
    {
        var middle = centre + (from + to) * EighthPoint;
        return CurveTo(centre + from + to * EighthControl, middle).CurveTo(centre + to + from * EighthControl, centre + to);
    }

    /// <summary>An open line through the points, its corners rounded.</summary>
    public static VectorPath Line(IReadOnlyList<Point> points, double cornerRadius)
    {
        var outline = new VectorPath { Closed = false }.MoveTo(points[0]);
        for (var i = 1; i < points.Count - 1; i++)
        {
            var (before, corner, after) = (points[i - 1], points[i], points[i + 1]);
            var radius = Math.Min(cornerRadius, Math.Min((corner - before).Length, (after - corner).Length) / 2);
            outline.LineTo(corner + (before - corner).Normalized() * radius).CurveTo(corner, corner + (after - corner).Normalized() * radius);
        }
        return outline.LineTo(points[^1]);
    }

    /// <summary>The contours as polygons.</summary>
    public List<List<Point>> Flatten()
    {
        var contours = new List<List<Point>>();
        foreach (var segment in _segments)
        {
            if (segment.Kind == SegmentKind.Move)
                contours.Add([segment.End]);
            else if (segment.Kind == SegmentKind.Line)
                contours[^1].Add(segment.End);
            else
                FlattenCurve(contours[^1], segment);
        }
        return contours;
    }

    static void FlattenCurve(List<Point> contour, Segment curve)
    {
        var start = contour[^1];
        var bend = (start - curve.Control * 2 + curve.End).Length;
        var steps = Math.Clamp((int)Math.Ceiling(Math.Sqrt(bend / (4 * Tolerance))), 1, 64);
        for (var i = 1; i <= steps; i++)
        {
            var t = (double)i / steps;
            contour.Add(Point.Between(Point.Between(start, curve.Control, t), Point.Between(curve.Control, curve.End, t), t));
        }
    }
}
