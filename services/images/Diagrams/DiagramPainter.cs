using CourseGen.Contracts.Documents;
using CourseGen.Documents.Diagrams;
using CourseGen.Images.Rendering;

namespace CourseGen.Images.Diagrams;

/// <summary>Paints a diagram that is laid out.</summary>
static class DiagramPainter
{
    static readonly Color Navy = Color.Of(0x003366), Steel = Color.Of(0x4682B4), Amber = Color.Of(0xFFC000);
    static readonly Color Ink = Color.Of(0x003366), LabelInk = Color.Of(0x33475B), Line = Color.Of(0x4A6D8F);
    static readonly Color BoxFill = Color.Of(0xE6EFF7), DiamondFill = Color.Of(0xFFF4CC), NoteFill = Color.Of(0xFFFBEB), Fold = Color.Of(0xFFE08A);

    const double BoxRadius = 0.35, FoldSize = 0.7;
    const double ArrowLength = 0.62, ArrowWidth = 0.5;
    /// <summary>From the middle of a line of text down to its baseline: half the height of a capital.</summary>
    const double BaselineShift = 0.345;
    const double ShadowOpacity = 0.10;

    public static IEnumerable<Shape> Shapes(PlacedDiagram placed, DiagramFrame frame, IReadOnlyDictionary<string, string> meanings)
    {
        var pen = new Pen(frame.Scale, frame.Origin);
        return placed.Edges.SelectMany(edge => Edge(pen, edge))
            .Concat(placed.Nodes.SelectMany(node => Node(pen, node, meanings)))
            .Concat(placed.Edges.SelectMany(edge => Label(pen, edge, meanings)));
    }

    /// <summary>From em to pixels.</summary>
    sealed record Pen(double Scale, Point Origin)
    {
        public double LineWidth => Math.Clamp(Scale * 0.085, 1.5, 3);
        public Point At(Point point) => Origin + point * Scale;
        public Rect At(Rect box) => new(Origin.X + box.X * Scale, Origin.Y + box.Y * Scale, box.Width * Scale, box.Height * Scale);
    }

    static IEnumerable<Shape> Edge(Pen pen, PlacedEdge edge)
    {
        var points = edge.Points.Select(pen.At).Aggregate(new List<Point>(), (line, point) =>
        {
            if (line.Count == 0 || (point - line[^1]).Length > 0.5)
                line.Add(point);
            return line;
        });
        if (points.Count < 2)
            yield break;
        var tip = points[^1];
        var along = (tip - points[^2]).Normalized();
        var foot = tip - along * (ArrowLength * pen.Scale);
        var wing = along.Turned() * (ArrowWidth / 2 * pen.Scale);
        points[^1] = tip - along * (ArrowLength * pen.Scale * 0.8);
        yield return new Stroke(VectorPath.Line(points, pen.Scale * 0.45), Line, pen.LineWidth);
        yield return new Area(VectorPath.Polygon(tip, foot + wing, foot - wing), Paint.Flat(Line));
    }

    static IEnumerable<Shape> Node(Pen pen, PlacedNode node, IReadOnlyDictionary<string, string> meanings)
    {
        var box = pen.At(node.Box);
        var outline = OutlineOf(node.Node.Shape, box, pen.Scale);
        var (fill, border, ink) = node.Node.Shape switch
        {
            NodeShape.Round => (Navy, Navy, Color.White),
            NodeShape.Diamond => (DiamondFill, Amber, Ink),
            NodeShape.Note => (NoteFill, Amber, Ink),
            _ => (BoxFill, Steel, Ink),
        };
        var drop = pen.Scale * 0.12;
        yield return new Area(OutlineOf(node.Node.Shape, box with { X = box.X + drop * 0.5, Y = box.Y + drop }, pen.Scale), Paint.Flat(Navy, ShadowOpacity));
        yield return new Area(outline, Paint.Flat(fill));
        if (node.Node.Shape == NodeShape.Note)
            yield return new Area(FoldOf(box, FoldSize * pen.Scale), Paint.Flat(Fold));
        yield return new Stroke(outline, border, pen.LineWidth);
        foreach (var shape in Lines(node.Text.Lines, box.Centre, pen.Scale, ink, meanings))
            yield return shape;
    }

    static VectorPath OutlineOf(NodeShape shape, Rect box, double scale) => shape switch
    {
        NodeShape.Round => VectorPath.RoundedBox(box, PlacedDiagram.RoundRadius * scale),
        NodeShape.Diamond => VectorPath.Polygon(
            new Point(box.Centre.X, box.Y), new Point(box.Right, box.Centre.Y), new Point(box.Centre.X, box.Bottom), new Point(box.X, box.Centre.Y)),
        NodeShape.Note => VectorPath.Polygon(
            new Point(box.X, box.Y), new Point(box.Right - FoldSize * scale, box.Y), new Point(box.Right, box.Y + FoldSize * scale),
            new Point(box.Right, box.Bottom), new Point(box.X, box.Bottom)),
        _ => VectorPath.RoundedBox(box, BoxRadius * scale),
    };

    static VectorPath FoldOf(Rect box, double size) => VectorPath.Polygon(
        new Point(box.Right - size, box.Y), new Point(box.Right, box.Y + size), new Point(box.Right - size, box.Y + size));

    static IEnumerable<Shape> Label(Pen pen, PlacedEdge edge, IReadOnlyDictionary<string, string> meanings)
    {
        if (edge.Label is not { } place || edge.Text is not { } text)
            return [];
        var box = pen.At(place);
        return [
            new Area(VectorPath.RoundedBox(box, 0), Paint.Flat(Color.White)),
            .. Lines([text], box.Centre, pen.Scale * PlacedDiagram.LabelSize, LabelInk, meanings)];
    }

    static IEnumerable<Shape> Lines(
        IReadOnlyList<string> lines, Point centre, double size, Color ink, IReadOnlyDictionary<string, string> meanings)
    {
        var first = centre.Y - (lines.Count - 1) / 2.0 * LabelText.LinePitch * size + BaselineShift * size;
        return lines.Select((line, i) => new TextLine(
            new Point(centre.X, first + i * LabelText.LinePitch * size), line, size, ink, Bold: false, Centred: true,
            lines.Count == 1 ? meanings.GetValueOrDefault(line) : null));
    }
}
