using CourseGen.Documents.Diagrams;

namespace CourseGen.Ppt.Diagrams;

/// <summary>The lines that arrows may follow between the shapes of a diagram: through their middles, around them, midway between them, and where the layout itself has its arrows.</summary>
sealed class RouteGrid
{
    const double Near = 0.3, Hair = 1e-6;

    readonly PlacedDiagram _placed;

    internal RouteGrid(PlacedDiagram placed)
    {
        _placed = placed;
        Xs = Lines(box => box.X, box => box.Right, point => point.X);
        Ys = Lines(box => box.Y, box => box.Bottom, point => point.Y);
    }

    internal IReadOnlyList<double> Xs { get; }
    internal IReadOnlyList<double> Ys { get; }

    internal Point At(int x, int y) => new(Xs[x], Ys[y]);

    internal int IndexOfX(double x) => IndexOf(Xs, x);

    internal int IndexOfY(double y) => IndexOf(Ys, y);

    static int IndexOf(IReadOnlyList<double> lines, double at)
    {
        for (var index = 0; index < lines.Count; index++)
        {
            if (Math.Abs(lines[index] - at) < 2 * Hair)
                return index;
        }
        throw new ArgumentException($"No line of the grid is at {at}.", nameof(at));
    }

    double[] Lines(Func<Rect, double> low, Func<Rect, double> high, Func<Point, double> of)
    {
        var boxes = _placed.Nodes.Select(node => node.Box).ToList();
        var lines = new List<double>();
        foreach (var box in boxes)
            Add([low(box), high(box), of(box.Centre)], Hair);
        Add(_placed.Edges.SelectMany(edge => edge.Points.Skip(1).SkipLast(1)).Select(of), Near);
        Add(_placed.Edges.SelectMany(edge => Between(boxes[edge.From], boxes[edge.To])), Near);
        Add(Gaps(), Near);
        Add(boxes.SelectMany(box => (double[])[low(box) - 1, high(box) + 1, low(box) - (RouteRules.Clearance + 0.05), high(box) + RouteRules.Clearance + 0.05]), Near);
        return [.. lines.Order()];

        void Add(IEnumerable<double> more, double apart)
        {
            foreach (var line in more.Where(line => !lines.Exists(present => Math.Abs(present - line) < apart)))
                lines.Add(line);
        }

        IEnumerable<double> Gaps()
        {
            var end = double.PositiveInfinity;
            foreach (var box in boxes.OrderBy(low))
            {
                if (low(box) > end)
                    yield return (end + low(box)) / 2;
                end = double.IsPositiveInfinity(end) ? high(box) : Math.Max(end, high(box));
            }
        }

        IEnumerable<double> Between(Rect box, Rect other) => low(other) > high(box) ? [(high(box) + low(other)) / 2] : low(box) > high(other) ? [(high(other) + low(box)) / 2] : [];
    }
}
