using System.Text;
using CourseGen.Documents.Fonts;

namespace CourseGen.Documents.Tests.Fonts;

public sealed class FontFileTests
{
    static readonly FontFile Regular = FontFile.LiberationSans(bold: false), Bold = FontFile.LiberationSans(bold: true);

    /// <summary>Liberation Sans has Helvetica's widths, which Adobe's font metrics files give in thousandths of an em.</summary>
    [Theory]
    [InlineData(' ', 278, 278)]
    [InlineData('A', 667, 722)]
    [InlineData('W', 944, 944)]
    [InlineData('m', 833, 889)]
    [InlineData('i', 222, 278)]
    [InlineData('0', 556, 556)]
    [InlineData('é', 556, 556)]
    [InlineData('€', 556, 556)]
    public void Widths_are_those_of_Helvetica(char character, int regular, int bold)
    {
        Regular.Width($"{character}", 1000).ShouldBe(regular, 1);
        Bold.Width($"{character}", 1000).ShouldBe(bold, 1);
    }

    [Fact]
    public void The_font_says_how_it_is_measured()
    {
        Regular.UnitsPerEm.ShouldBe(2048);
        Regular.Ascent.ShouldBe(1854);
        Regular.Descent.ShouldBe(-434);
    }

    [Fact]
    public void A_script_that_the_font_lacks_has_no_glyph() => Regular.GlyphOf(new Rune('海')).ShouldBe(0);

    [Theory]
    [InlineData(0)]
    [InlineData(11)]
    [InlineData(300)]
    [InlineData(5000)]
    public void A_file_that_is_no_whole_font_is_refused(int length) =>
        Should.Throw<InvalidDataException>(() => new FontFile(new byte[length]));
}
