using System.ComponentModel;
using System.Diagnostics;
using CourseGen.Documents.Diagrams;
using CourseGen.Images.Rendering;

namespace CourseGen.Images.Tests.Rendering;

public sealed class PngTests
{
    const int Indexed = 3, Rgb = 2;

    [Fact]
    public void The_check_value_of_nine_digits_is_the_one_that_the_standard_gives() =>
        Crc32.Of("1234"u8, "56789"u8).ShouldBe(0xCBF43926u);

    [Fact]
    public void A_picture_of_few_colors_has_a_palette_and_decodes_to_its_pixels()
    {
        var canvas = Canvas.Of(Sample(Paint.Flat(Color.Of(0x4682B4))));

        var png = PngReader.Read(Png.Write(canvas));

        png.ColorType.ShouldBe((byte)Indexed);
        (png.Width, png.Height).ShouldBe((200, 120));
        png.Pixels.ShouldBe(canvas.Pixels.ToArray());
    }

    [Fact]
    public void A_picture_of_many_colors_is_RGB_and_decodes_to_its_pixels()
    {
        var gradients = Enumerable.Range(0, 40).Select(i => (Shape)new Area(
            VectorPath.RoundedBox(new Rect(i * 5, 0, 5, 120), 0), new Paint(Color.Of(0x100000 + i * 0x000701), Color.Of(0xF0FF00 - i * 0x010000), 1)));
        var canvas = Canvas.Of(new Drawing(200, 120, "", [.. gradients]));

        var png = PngReader.Read(Png.Write(canvas));

        canvas.Pixels.ToArray().Distinct().Count().ShouldBeGreaterThan(512);
        png.ColorType.ShouldBe((byte)Rgb);
        png.Pixels.ShouldBe(canvas.Pixels.ToArray());
    }

    [Fact]
    public void Colors_beyond_256_become_near_ones_while_they_are_few()
    {
        var boxes = Enumerable.Range(0, 300).Select(i => (Shape)new Area(
            VectorPath.RoundedBox(new Rect(i % 20 * 10, i / 20 * 8, 10, 8), 0), Paint.Flat(Color.Of(i * 0x000300 + i))));
        var canvas = Canvas.Of(new Drawing(200, 120, "", [.. boxes]));

        var png = PngReader.Read(Png.Write(canvas));

        png.ColorType.ShouldBe((byte)Indexed);
        png.Pixels.Zip(canvas.Pixels.ToArray()).Max(pair => Difference(pair.First, pair.Second)).ShouldBeLessThan(160);
    }

    [Fact]
    public async Task Pngcheck_has_nothing_to_say_where_it_is_installed()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllBytesAsync(file, Sample(new Paint(Color.White, Color.Of(0x003366), 1)).ToPng());
        try
        {
            using var check = Process.Start(new ProcessStartInfo("pngcheck", ["-q", file]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            (await check.StandardOutput.ReadToEndAsync()).ShouldBe("");
            await check.WaitForExitAsync();
            check.ExitCode.ShouldBe(0);
        }
        catch (Win32Exception)
        {
            // Not installed: the strict decoder alone judges.
            PngReader.Read(await File.ReadAllBytesAsync(file)).Width.ShouldBe(200);
        }
        finally
        {
            File.Delete(file);
        }
    }

    static int Difference(int a, int b) => new[] { 0, 8, 16 }.Max(shift => Math.Abs((a >> shift & 255) - (b >> shift & 255)));

    static Drawing Sample(Paint paint) => new(200, 120, "Sample", [
        new Area(VectorPath.RoundedBox(new Rect(10, 10, 120, 80), 12), paint),
        new Stroke(VectorPath.Circle(new Point(140, 60), 40), Color.Of(0xFFC000), 3),
        new TextLine(new Point(70, 60), "Tide ñ Ω", 20, Color.White, Bold: true, Centred: true)]);
}
