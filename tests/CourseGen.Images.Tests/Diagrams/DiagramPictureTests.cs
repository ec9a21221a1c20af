using System.Text;
using System.Xml.Linq;
using CourseGen.Contracts.Documents;
using CourseGen.Documents;
using CourseGen.Documents.Diagrams;
using CourseGen.Documents.Tests.Diagrams;
using CourseGen.Images.Diagrams;
using CourseGen.Images.Rendering;
using CourseGen.Images.Tests.Rendering;

namespace CourseGen.Images.Tests.Diagrams;

public sealed class DiagramPictureTests
{
    const int White = 0xFFFFFF;
    /// <summary>What shadows and the half width of a line add to a side.</summary>
    const double MostShadow = 6;

    static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_diagram_stands_on_pure_white_with_an_even_margin(int seed)
    {
        var png = PngReader.Read(DiagramPicture.Render(Samples.Random(seed), "A diagram").Png);
        var drawn = Drawn(png);

        png.ColorType.ShouldBe((byte)3, "has a palette");
        png.Pixels.Count(pixel => pixel != White).ShouldBeGreaterThan(10_000);
        var (left, right) = (drawn.X, png.Width - drawn.Right);
        var (top, bottom) = (drawn.Y, png.Height - drawn.Bottom);
        Math.Min(left, Math.Min(right, Math.Min(top, bottom))).ShouldBeGreaterThanOrEqualTo(DiagramFrame.Margin - MostShadow);
        right.ShouldBe(left, MostShadow + 1);
        bottom.ShouldBe(top, MostShadow + 1);
    }

    [Fact]
    public void PNG_and_SVG_have_the_same_size()
    {
        var rendered = DiagramPicture.Render(Samples.Random(4), "");

        var png = PngReader.Read(rendered.Png);
        XDocument.Parse(Encoding.UTF8.GetString(rendered.Svg)).Root!.Attribute("viewBox")!.Value.ShouldBe($"0 0 {png.Width} {png.Height}");
    }

    [Fact]
    public void A_diagram_is_a_small_file() => DiagramPicture.Render(Samples.Random(5), "").Png.Length.ShouldBeLessThan(60_000);

    [Fact]
    public void The_same_diagram_gives_the_same_bytes()
    {
        var (first, second) = (DiagramPicture.Render(Samples.Random(7), "Title"), DiagramPicture.Render(Samples.Random(7), "Title"));

        second.Png.ShouldBe(first.Png);
        second.Svg.ShouldBe(first.Svg);
    }

    [Fact]
    public void The_SVG_is_well_formed_needs_nothing_else_and_keeps_text_as_text()
    {
        var diagram = new Diagram(DiagramDirection.Right, [new("a", "R&D <first>"), new("b", "Ship \"it\"")], [new("a", "b", "if > 1")]);

        var svg = XDocument.Parse(Encoding.UTF8.GetString(DiagramPicture.Render(diagram, "What it tells & more").Svg)).Root!;

        svg.Name.ShouldBe(Svg + "svg");
        svg.Element(Svg + "title")!.Value.ShouldBe("What it tells & more");
        var text = string.Join(' ', svg.Descendants(Svg + "text").Select(line => line.Value));
        text.ShouldContain("R&D <first>");
        text.ShouldContain("Ship \"it\"");
        text.ShouldContain("if > 1");
        svg.Descendants().Attributes().ShouldNotContain(attribute => attribute.Name.LocalName == "href");
    }

    [Fact]
    public void A_label_in_another_script_is_a_number_that_tells_its_meaning()
    {
        var diagram = new Diagram(DiagramDirection.Right, [new("a", "海図"), new("b", "Depth")], [new("a", "b", "🌊")]);

        var svg = XDocument.Parse(Encoding.UTF8.GetString(DiagramPicture.Render(diagram, "海図").Svg)).Root!;

        svg.Descendants(Svg + "text").Select(text => (text.LastNode!.ToString(), text.Element(Svg + "title")?.Value))
            .ShouldBe([("1", "海図"), ("Depth", null), ("2", "🌊")], ignoreOrder: true);
    }

    [Fact]
    public void Everything_that_counts_as_drawn_is_in_the_font()
    {
        var drawn = Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Select(code => new Rune(code)).Where(DrawnText.CanDraw).ToList();

        drawn.Count.ShouldBeGreaterThan(1000);
        drawn.Where(rune => TrueTypeFont.Of(bold: false).File.GlyphOf(rune) == 0).ShouldBeEmpty();
    }

    [Fact]
    public void An_accent_written_apart_stands_on_its_letter() =>
        LabelText.WidthOf("Cafe\u0301").ShouldBe(LabelText.WidthOf("Cafe"));

    /// <summary>The pixels that are not white.</summary>
    static Rect Drawn(PngReader png)
    {
        var places = Enumerable.Range(0, png.Pixels.Length).Where(i => png.Pixels[i] != White).ToList();
        var (left, right) = (places.Min(i => i % png.Width), places.Max(i => i % png.Width) + 1);
        var (top, bottom) = (places[0] / png.Width, places[^1] / png.Width + 1);
        return new Rect(left, top, right - left, bottom - top);
    }
}
