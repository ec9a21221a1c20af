using System.Text;
using CourseGen.Ppt.Fonts;

namespace CourseGen.Ppt.Tests.Fonts;

public sealed class FontFaceTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void The_table_in_the_program_has_the_widths_of_the_font(bool bold)
    {
        var font = FontFolders.Open([bold ? "Carlito-Bold" : "Carlito-Regular"]);
        var table = FontFace.OfTable(bold);
        if (font is null)
            return;
        foreach (var (first, last) in CarlitoWidths.Blocks)
        {
            for (var character = first; character <= last; character++)
            {
                if (font.GlyphOf(new Rune(character)) is var glyph && glyph > 0)
                    table.Width(new Rune(character)).ShouldBe((double)font.Advance(glyph) / font.UnitsPerEm, 1e-6, $"U+{character:X4}");
            }
        }
        table.LineHeight("x").ShouldBe((double)(font.Ascent - font.Descent + font.LineGap) / font.UnitsPerEm, 1e-6);
    }

    /// <summary>As Microsoft's own table of Calibri has them, in 2048ths.</summary>
    [Theory]
    [InlineData('a', 981)]
    [InlineData('M', 1751)]
    [InlineData('0', 1038)]
    [InlineData(' ', 463)]
    public void Calibri_is_measured_as_Calibri_on_every_machine(char character, int width)
    {
        FontFace.Of("Calibri").Width(new Rune(character)).ShouldBe(width / 2048.0, 1e-6);
        FontFace.OfTable(bold: false).Width(new Rune(character)).ShouldBe(width / 2048.0, 1e-6);
    }

    [Fact]
    public void A_typeface_that_no_one_has_is_taken_for_one_as_wide_as_Arial() =>
        FontFace.Of("A typeface that no one has").Width(new Rune('A')).ShouldBe(0.667, 0.001);

    [Fact]
    public void Letters_that_a_font_lacks_are_measured_on_the_wide_side()
    {
        var face = FontFace.Of("Calibri");
        face.Width(new Rune('潮')).ShouldBe(1);
        face.Width(new Rune('م')).ShouldBeGreaterThan(0.5);
        face.Width(new Rune(0x301)).ShouldBeLessThanOrEqualTo(0.6);
        face.LineHeight("潮汐").ShouldBeGreaterThan(face.LineHeight("tide"));
    }
}
