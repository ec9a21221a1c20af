using System.Text;
using CourseGen.Images.Rendering;

namespace CourseGen.Images.Tests.Rendering;

public sealed class TrueTypeFontTests
{
    static readonly TrueTypeFont Regular = TrueTypeFont.Of(bold: false), Bold = TrueTypeFont.Of(bold: true);

    [Theory]
    [InlineData("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.,:;!?¡¿()[]{}<>=+-*/%&@#_\"'«»“”‘’–—…")]
    [InlineData("ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝßàáâãäåæçèéêëìíîïñòóôõöøùúûüýÿĄąĆćĘęŁłŃńŚśŹźŻżČčĎďĚěŇňŘřŠšŤťŮůŽžĞğİıŞşŐőŰű")]
    [InlineData("ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρστυφχψωάέήίόύώς")]
    [InlineData("АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдежзийклмнопрстуфхцчшщъыьэюяЁёЄєІіЇїҐґЉљЊњЋћЏџ")]
    public void Latin_Greek_and_Cyrillic_letters_can_be_drawn(string letters)
    {
        foreach (var letter in letters.EnumerateRunes())
        {
            foreach (var font in new[] { Regular, Bold })
            {
                font.File.GlyphOf(letter).ShouldBeGreaterThan(0, letter.ToString());
                font.Contours(font.File.GlyphOf(letter)).ShouldNotBeEmpty(letter.ToString());
            }
        }
    }

    [Fact]
    public void Every_glyph_of_both_fonts_can_be_read_and_is_within_reason()
    {
        foreach (var font in new[] { Regular, Bold })
        {
            for (var glyph = 0; glyph < font.File.GlyphCount; glyph++)
            {
                foreach (var point in font.Contours(glyph).SelectMany(contour => contour))
                    (Math.Abs(point.X) < 5000 && Math.Abs(point.Y) < 5000).ShouldBeTrue($"glyph {glyph}: {point}");
            }
        }
    }

    [Fact]
    public void A_composite_glyph_is_its_letter_with_its_accent_above()
    {
        var plain = Contours('e');
        var accented = Contours('é');

        accented.Count.ShouldBe(plain.Count + 1);
        accented.SelectMany(contour => contour).Max(point => point.Y).ShouldBeGreaterThan(plain.SelectMany(contour => contour).Max(point => point.Y) + 200);
    }

    [Fact]
    public void A_hole_is_a_contour_of_its_own()
    {
        Contours('I').Count.ShouldBe(1);
        Contours('O').Count.ShouldBe(2);
        Contours('B').Count.ShouldBe(3);
        Contours(' ').ShouldBeEmpty();
    }

    static IReadOnlyList<IReadOnlyList<GlyphPoint>> Contours(char letter) => Regular.Contours(Regular.File.GlyphOf(new Rune(letter)));
}
