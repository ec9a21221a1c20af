using CourseGen.Contracts.Documents;
using CourseGen.Images.Rendering;

namespace CourseGen.Images.Diagrams;

/// <summary>A diagram as files.</summary>
/// <param name="Legend">For the caption: what the numbers in the picture stand for, as <c>1: label</c>, where labels could not be drawn.</param>
sealed record RenderedDiagram(byte[] Png, byte[] Svg, IReadOnlyList<string> Legend);

/// <summary>Draws a diagram as a picture of 1280 by 720 pixels.</summary>
static class DiagramPicture
{
    public const int Width = 1280, Height = 720;
    const double Margin = 40;

    public static RenderedDiagram Render(Diagram diagram, string title)
    {
        var (drawing, legend) = Draw(diagram, title);
        return new RenderedDiagram(drawing.ToPng(), drawing.ToSvg(), legend);
    }

    static (Drawing Drawing, IReadOnlyList<string> Legend) Draw(Diagram diagram, string title)
    {
        var numbered = DiagramLegend.Number(diagram);
        var fitted = DiagramLayout.Fit(numbered.Diagram, Width - 2 * Margin, Height - 2 * Margin);
        var bounds = fitted.Placed.Bounds;
        var origin = new Point(Width / 2.0, Height / 2.0) - bounds.Centre * fitted.Scale;
        return (new Drawing(Width, Height, title, [.. DiagramPainter.Shapes(fitted, origin, numbered.Meanings)]), numbered.Legend);
    }
}
