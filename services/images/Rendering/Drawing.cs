using CourseGen.Documents.Diagrams;

namespace CourseGen.Images.Rendering;

abstract record Shape;

sealed record Area(VectorPath Path, Paint Paint) : Shape;

/// <param name="Width">Pixels, half on each side of the outline.</param>
sealed record Stroke(VectorPath Path, Color Color, double Width) : Shape;

/// <summary>One line of text.</summary>
/// <param name="At">On the baseline: its start, or its middle when centred.</param>
/// <param name="Size">Pixels per em.</param>
/// <param name="Meaning">What the text stands for when it is a number of the legend: a tooltip in SVG.</param>
sealed record TextLine(Point At, string Text, double Size, Color Color, bool Bold, bool Centred, string? Meaning = null) : Shape;

/// <summary>A picture as shapes, painted in order on a white ground. Two outputs: pixels (<see cref="Canvas"/>) and <see cref="Svg"/>.</summary>
/// <param name="Title">What the picture tells, for readers who cannot see it.</param>
sealed record Drawing(int Width, int Height, string Title, IReadOnlyList<Shape> Shapes)
{
    public byte[] ToPng()
    {
        using var canvas = Canvas.Of(this);
        return Png.Write(canvas);
    }

    public byte[] ToSvg() => Svg.Write(this);
}
