using CourseGen.Documents.Diagrams;
using CourseGen.Images.Rendering;

namespace CourseGen.Images.Tests.Rendering;

public sealed class CanvasTests
{
    static readonly Color Black = Color.Of(0);

    [Fact]
    public void A_pixel_is_as_dark_as_its_covered_share()
    {
        var canvas = Paint(new Area(VectorPath.RoundedBox(new Rect(2, 2, 3.5, 3.25), 0), Images.Rendering.Paint.Flat(Black)));

        Darkness(canvas, 1, 3).ShouldBe(0);
        Darkness(canvas, 3, 3).ShouldBe(1, 0.01);
        Darkness(canvas, 5, 3).ShouldBe(0.5, 0.04);
        Darkness(canvas, 3, 5).ShouldBe(0.25, 0.04);
        Darkness(canvas, 5, 5).ShouldBe(0.125, 0.04);
        Darkness(canvas, 6, 3).ShouldBe(0);
    }

    [Fact]
    public void A_contour_turning_the_other_way_is_a_hole()
    {
        var ring = new VectorPath();
        foreach (var point in new Point[] { new(0, 0), new(10, 0), new(10, 10), new(0, 10) })
            _ = ring.Segments.Count == 0 ? ring.MoveTo(point) : ring.LineTo(point);
        ring.MoveTo(new Point(3, 3)).LineTo(new Point(3, 7)).LineTo(new Point(7, 7)).LineTo(new Point(7, 3));

        var canvas = Paint(new Area(ring, Images.Rendering.Paint.Flat(Black)));

        Darkness(canvas, 1, 1).ShouldBe(1, 0.01);
        Darkness(canvas, 5, 5).ShouldBe(0);
    }

    [Fact]
    public void A_circle_covers_its_area()
    {
        var canvas = Paint(new Area(VectorPath.Circle(new Point(10, 10), 8), Images.Rendering.Paint.Flat(Black)));

        Sum(canvas).ShouldBe(Math.PI * 64, 2);
    }

    [Fact]
    public void A_line_covers_its_length_times_its_width()
    {
        var canvas = Paint(new Stroke(VectorPath.Line([new Point(2, 3), new Point(16, 3), new Point(16, 17)], 0), Black, 2));

        Sum(canvas).ShouldBe(2 * (14 + 14), 1);
    }

    [Fact]
    public void A_closed_line_leaves_its_inside_free()
    {
        var canvas = Paint(new Stroke(VectorPath.RoundedBox(new Rect(3, 3, 14, 14), 0), Black, 2));

        Darkness(canvas, 10, 10).ShouldBe(0);
        Sum(canvas).ShouldBe(16 * 16 - 12 * 12, 1);
    }

    [Fact]
    public void What_lies_beyond_the_canvas_is_cut_off()
    {
        var canvas = Paint(new Area(VectorPath.RoundedBox(new Rect(-100, 15, 300, 300), 0), Images.Rendering.Paint.Flat(Black)));

        Sum(canvas).ShouldBe(20 * 5, 0.1);
    }

    [Fact]
    public void A_vertical_gradient_goes_from_its_upper_color_to_its_lower_one()
    {
        var canvas = Paint(new Area(VectorPath.RoundedBox(new Rect(0, 0, 20, 20), 0), new Paint(Color.Of(0x102030), Color.Of(0xF0E0D0), 1)));

        canvas.Pixels[0].ShouldBe(0x102030);
        canvas.Pixels[^1].ShouldBe(0xF0E0D0);
    }

    [Fact]
    public void Text_is_drawn_where_it_is_put()
    {
        var canvas = Paint(new TextLine(new Point(10, 17), "I", 20, Black, Bold: true, Centred: true));

        Darkness(canvas, 10, 10).ShouldBe(1, 0.01);
        Darkness(canvas, 3, 10).ShouldBe(0);
        Darkness(canvas, 10, 18).ShouldBe(0);
    }

    static Canvas Paint(Shape shape) => Canvas.Of(new Drawing(20, 20, "", [shape]));

    static double Darkness(Canvas canvas, int x, int y) => 1 - (canvas.Pixels[y * 20 + x] & 255) / 255.0;

    static double Sum(Canvas canvas) => canvas.Pixels.ToArray().Sum(pixel => 1 - (pixel & 255) / 255.0);
}
