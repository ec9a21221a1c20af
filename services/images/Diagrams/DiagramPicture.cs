using CourseGen.Contracts.Documents;
using CourseGen.Images.Rendering;

namespace CourseGen.Images.Diagrams;

/// <summary>A diagram as files.</summary>
/// <param name="Legend">For the caption: what the numbers in the picture stand for, as <c>1: label</c>, where labels could not be drawn.</param>
sealed record RenderedDiagram(byte[] Png, byte[] Svg, IReadOnlyList<string> Legend);

/// <summary>Draws a diagram as a picture as large as it needs: see <see cref="DiagramFrame"/>.</summary>
static class DiagramPicture
{
    public static RenderedDiagram Render(Diagram diagram, string title)
    {
        var (drawing, legend) = Draw(diagram, title);
        return new RenderedDiagram(drawing.ToPng(), drawing.ToSvg(), legend);
    }

    static (Drawing Drawing, IReadOnlyList<string> Legend) Draw(Diagram diagram, string title)
    {
        var numbered = DiagramLegend.Number(diagram);
        var placed = DiagramLayout.Place(numbered.Diagram);
        var frame = DiagramFrame.Around(placed.Bounds);
        return (new Drawing(frame.Width, frame.Height, title, [.. DiagramPainter.Shapes(placed, frame, numbered.Meanings)]), numbered.Legend);
    }
}
