using CourseGen.Documents.Diagrams;
using CourseGen.Images.Rendering;

namespace CourseGen.Images.Diagrams;

/// <summary>The picture around a diagram: as large as the diagram at a readable text size and an even margin.</summary>
/// <param name="Scale">Pixels per em.</param>
/// <param name="Origin">Where the layout's zero point is in the picture.</param>
sealed record DiagramFrame(int Width, int Height, double Scale, Point Origin)
{
    public const double Margin = 24;
    public const int LeastWidth = 640, LeastHeight = 360;
    /// <summary>Few enough pixels for the pools of <see cref="Canvas"/>.</summary>
    public const int MostWidth = 1600, MostHeight = 1300;
    /// <summary>Of node labels, unless the diagram is larger than the largest picture.</summary>
    public const double TextSize = 28;
    /// <summary>Flatter or taller than this, a picture is shown small everywhere; it gets more white instead.</summary>
    const double Flattest = 3, Tallest = 1 / 1.6;

    /// <param name="bounds">In em.</param>
    public static DiagramFrame Around(Rect bounds)
    {
        var scale = Math.Min(TextSize, Math.Min((MostWidth - 2 * Margin) / bounds.Width, (MostHeight - 2 * Margin) / bounds.Height));
        var (contentWidth, contentHeight) = (bounds.Width * scale + 2 * Margin, bounds.Height * scale + 2 * Margin);
        var width = Within(Math.Max(contentWidth, contentHeight * Tallest), LeastWidth, MostWidth);
        var height = Within(Math.Max(contentHeight, contentWidth / Flattest), LeastHeight, MostHeight);
        return new DiagramFrame(width, height, scale, new Point(width / 2.0, height / 2.0) - bounds.Centre * scale);
    }

    static int Within(double size, int least, int most) => Math.Clamp((int)Math.Ceiling(size), least, most);
}
