using CourseGen.Documents.Diagrams;

namespace CourseGen.Ppt.Diagrams;

/// <summary>Changes to a layout that keep the order of its shapes along each axis.</summary>
static class LayoutMoves
{
    /// <summary>Em: shapes that stand so nearly in line are put in line, for an arrow between them would have a step.</summary>
    const double NearlyInLine = 1.2;
    /// <summary>Em between shapes: for an arrow's head and its start, for a label above a line, and for wider ones.</summary>
    static readonly double[] Gaps = [1.6, 2.1, 2.7, 3.5, 5, 7];
    const double Worthwhile = 0.25;

    internal static PlacedDiagram InLine(PlacedDiagram placed)
    {
        var moved = Moved(placed, Lines([.. placed.Nodes.Select(node => node.Box.Centre.X)]), [.. placed.Nodes.Select(node => node.Box.Centre.Y)]);
        return Moved(moved, [.. moved.Nodes.Select(node => node.Box.Centre.X)], Lines([.. moved.Nodes.Select(node => node.Box.Centre.Y)]));
    }

    /// <returns>As it was where shapes would come too near to one another.</returns>
    static PlacedDiagram Moved(PlacedDiagram placed, double[] xs, double[] ys)
    {
        var moved = placed with { Nodes = [.. placed.Nodes.Select((node, index) => node with { Box = Rect.Around(new Point(xs[index], ys[index]), node.Box.Width, node.Box.Height) })] };
        return moved.Nodes.Where((node, index) => moved.Nodes.Skip(index + 1).Any(other => other.Box.Grown(RouteRules.Clearance).Overlaps(node.Box))).Any() ? placed : moved;
    }

    static double[] Lines(double[] centres)
    {
        var lines = new double[centres.Length];
        var group = new List<int>();
        foreach (var index in Enumerable.Range(0, centres.Length).OrderBy(index => centres[index]))
        {
            if (group.Count > 0 && centres[index] - centres[group[0]] > NearlyInLine)
                group.Clear();
            group.Add(index);
            var middle = group.Average(member => centres[member]);
            group.ForEach(member => lines[member] = middle);
        }
        return lines;
    }

    /// <returns>What the shapes' bounds are where rows and columns are as near to one another as can be.</returns>
    internal static Rect Closest(PlacedDiagram placed)
    {
        var bounds = RoutedDiagram.BoundsOf(placed);
        double Size(double present, bool level) => present - Between(placed, level).Sum(gap => Math.Max(0, gap.High - gap.Low - Gaps[0]));
        return bounds with { Width = Size(bounds.Width, level: true), Height = Size(bounds.Height, level: false) };
    }

    /// <summary>The rows and columns of shapes as near to one another as arrows and labels allow.</summary>
    /// <param name="tidy">Not nearer than is worth arrows that are harder to follow.</param>
    internal static RoutedDiagram? Closer(PlacedDiagram placed, DiagramFont font, bool tidy)
    {
        var best = RoutedDiagram.Of(placed, font);
        foreach (var level in (bool[])[false, true])
        {
            for (var gap = 0; gap < Between(placed, level).Count; gap++)
            {
                foreach (var size in Gaps)
                {
                    var (low, high) = Between(placed, level)[gap];
                    if (size > high - low - Worthwhile)
                        break;
                    var closer = Narrowed(placed, level, low, high, size);
                    var gain = (high - low - size) / (level ? RoutedDiagram.BoundsOf(placed).Width : RoutedDiagram.BoundsOf(placed).Height);
                    if (RoutedDiagram.Of(closer, font) is not { } routed || (tidy && best is not null && routed.Untidiness > best.Untidiness + gain))
                        continue;
                    (placed, best) = (closer, routed);
                    break;
                }
            }
        }
        return best;
    }

    /// <param name="level">From left to right, else downwards.</param>
    static List<(double Low, double High)> Between(PlacedDiagram placed, bool level)
    {
        var spans = placed.Nodes.Select(node => level ? (Low: node.Box.X, High: node.Box.Right) : (Low: node.Box.Y, High: node.Box.Bottom)).OrderBy(span => span.Low).ToList();
        var gaps = new List<(double, double)>();
        var end = spans[0].High;
        foreach (var (low, high) in spans)
        {
            if (low > end)
                gaps.Add((end, low));
            end = Math.Max(end, high);
        }
        return gaps;
    }

    static PlacedDiagram Narrowed(PlacedDiagram placed, bool level, double low, double high, double size)
    {
        double Moved(double at) => at - ((high - low - size) * Math.Clamp((at - low) / (high - low), 0, 1));
        Point At(Point point) => level ? point with { X = Moved(point.X) } : point with { Y = Moved(point.Y) };
        return new PlacedDiagram(
            [.. placed.Nodes.Select(node => node with { Box = Rect.Around(At(node.Box.Centre), node.Box.Width, node.Box.Height) })],
            [.. placed.Edges.Select(edge => edge with { Points = [.. edge.Points.Select(At)], Label = null })]);
    }
}
