using CourseGen.Documents.Diagrams;
using CourseGen.Images.Diagrams;

namespace CourseGen.Images.Tests.Diagrams;

public sealed class DiagramFrameTests
{
    static readonly double[] Ems = [0.5, 5, 20, 35, 50, 90, 400];

    public static TheoryData<double> Widths => [.. Ems];

    [Fact]
    public void A_picture_follows_its_diagram()
    {
        var frame = DiagramFrame.Around(new Rect(0, 0, 40, 20));

        frame.Scale.ShouldBe(DiagramFrame.TextSize);
        (frame.Width, frame.Height).ShouldBe((1168, 608));
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public void Every_size_has_its_limits_and_every_diagram_its_margin(double width)
    {
        foreach (var bounds in Ems.Select(height => new Rect(-3, 7, width, height)))
        {
            var frame = DiagramFrame.Around(bounds);

            frame.Width.ShouldBeInRange(DiagramFrame.LeastWidth, DiagramFrame.MostWidth);
            frame.Height.ShouldBeInRange(DiagramFrame.LeastHeight, DiagramFrame.MostHeight);
            ((double)frame.Width / frame.Height).ShouldBeInRange(1 / 1.61, 3.01);
            var inside = new Rect(0, 0, frame.Width, frame.Height).Grown(0.001 - DiagramFrame.Margin);
            var corner = frame.Origin + new Point(bounds.X, bounds.Y) * frame.Scale;
            inside.Contains(new Rect(corner.X, corner.Y, bounds.Width * frame.Scale, bounds.Height * frame.Scale)).ShouldBeTrue($"{bounds}");
        }
    }

    [Fact]
    public void A_diagram_larger_than_the_largest_picture_has_smaller_text() =>
        DiagramFrame.Around(new Rect(0, 0, 100, 30)).Scale.ShouldBe((DiagramFrame.MostWidth - 2 * DiagramFrame.Margin) / 100);
}
