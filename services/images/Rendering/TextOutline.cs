using CourseGen.Documents.Diagrams;

namespace CourseGen.Images.Rendering;

/// <summary>A line of text as the outlines of its glyphs.</summary>
static class TextOutline
{
    public static List<List<Point>> Of(TextLine line)
    {
        var font = TrueTypeFont.Of(line.Bold);
        var scale = line.Size / font.File.UnitsPerEm;
        var x = line.At.X - (line.Centred ? font.File.Width(line.Text, line.Size) / 2 : 0);
        var outline = new VectorPath();
        foreach (var rune in line.Text.EnumerateRunes())
        {
            var glyph = font.File.GlyphOf(rune);
            foreach (var contour in font.Contours(glyph))
                Append(outline, contour, new Point(x, line.At.Y), scale);
            x += font.File.Advance(glyph) * scale;
        }
        return outline.Flatten();
    }

    /// <summary>Between two control points in a row there is an unwritten point on the curve, halfway.</summary>
    static void Append(VectorPath outline, IReadOnlyList<GlyphPoint> contour, Point origin, double scale)
    {
        Point Place(GlyphPoint point) => new(origin.X + point.X * scale, origin.Y - point.Y * scale);

        var first = contour[0];
        var start = first.OnCurve ? Place(first) : contour[^1].OnCurve ? Place(contour[^1]) : Point.Between(Place(first), Place(contour[^1]), 0.5);
        outline.MoveTo(start);
        Point? control = null;
        foreach (var point in first.OnCurve ? contour.Skip(1) : contour)
        {
            var at = Place(point);
            if (point.OnCurve && control is { } bend)
                outline.CurveTo(bend, at);
            else if (point.OnCurve)
                outline.LineTo(at);
            else if (control is { } earlier)
                outline.CurveTo(earlier, Point.Between(earlier, at, 0.5));
            control = point.OnCurve ? null : at;
        }
        if (control is { } last)
            outline.CurveTo(last, start);
    }
}
