using CourseGen.Documents.Diagrams;

namespace CourseGen.Images.Rendering;

/// <summary>Turns a line into the area it covers: corners mitred (bevelled when very sharp), ends cut square.</summary>
static class Stroker
{
    const double MitreLimit = 4;

    public static List<List<Point>> Widen(VectorPath outline, double width)
    {
        var areas = new List<List<Point>>();
        foreach (var contour in outline.Flatten())
        {
            var points = WithoutRepeats(contour, outline.Closed);
            if (points.Count < 2)
                continue;
            var left = Offset(points, outline.Closed, width / 2);
            var right = Offset(points, outline.Closed, -width / 2);
            right.Reverse();
            if (outline.Closed)
                areas.AddRange([left, right]);
            else
                areas.Add([.. left, .. right]);
        }
        return areas;
    }

    static List<Point> WithoutRepeats(List<Point> contour, bool closed)
    {
        var points = new List<Point>();
        foreach (var point in contour)
        {
            if (points.Count == 0 || (point - points[^1]).Length > 1e-6)
                points.Add(point);
        }
        if (closed && points.Count > 1 && (points[0] - points[^1]).Length <= 1e-6)
            points.RemoveAt(points.Count - 1);
        return points;
    }

    static List<Point> Offset(List<Point> points, bool closed, double by)
    {
        var side = new List<Point>(points.Count + 4);
        for (var i = 0; i < points.Count; i++)
        {
            var before = i > 0 ? points[i - 1] : closed ? points[^1] : (Point?)null;
            var after = i < points.Count - 1 ? points[i + 1] : closed ? points[0] : (Point?)null;
            Join(side, points[i], (points[i] - (before ?? points[i])).Normalized(), ((after ?? points[i]) - points[i]).Normalized(), by);
        }
        return side;
    }

    static void Join(List<Point> side, Point corner, Point arriving, Point leaving, double by)
    {
        var sum = arriving.Turned() + leaving.Turned();
        var mitre = sum.Length > 1e-6 ? 2 / (sum.Length * (arriving.Length > 0 && leaving.Length > 0 ? 1 : 2)) : MitreLimit + 1;
        if (mitre <= MitreLimit)
        {
            side.Add(corner + sum.Normalized() * (by * mitre));
            return;
        }
        side.Add(corner + arriving.Turned() * by);
        side.Add(corner + leaving.Turned() * by);
    }
}
