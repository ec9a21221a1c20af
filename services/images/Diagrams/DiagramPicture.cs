using CourseGen.Contracts.Documents;
using CourseGen.Documents;
using CourseGen.Documents.Diagrams;
using CourseGen.Images.Rendering;

namespace CourseGen.Images.Diagrams;

/// <summary>A diagram as files.</summary>
sealed record RenderedDiagram(byte[] Png, byte[] Svg);

/// <summary>Draws a diagram as a picture as large as it needs: see <see cref="DiagramFrame"/>.</summary>
static class DiagramPicture
{
    public static RenderedDiagram Render(Diagram diagram, string title)
    {
        var numbered = DiagramLegend.Number(diagram);
        var placed = DiagramLayout.Place(numbered.Diagram);
        var frame = DiagramFrame.Around(placed.Bounds);
        var drawing = new Drawing(frame.Width, frame.Height, title, [.. DiagramPainter.Shapes(placed, frame, numbered.Meanings)]);
        return new RenderedDiagram(drawing.ToPng(), drawing.ToSvg());
    }
}
