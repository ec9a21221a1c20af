using System.Xml.Linq;
using CourseGen.Ppt.Decks;
using CourseGen.Ppt.Tests.Testing;
using static CourseGen.Ppt.Tests.Checks.DeckEdit;

namespace CourseGen.Ppt.Tests.Checks;

/// <summary>What another program shows of a deck, pixel by pixel: each text is in its box, and none covers another or a picture.</summary>
public sealed class RenderedPixelsTests
{
    const int Dpi = 72;
    /// <summary>Of a text's size, as the writer allows itself; and a pixel for rounding.</summary>
    const double Tolerance = 0.2;
    const double MostOverlap = 0.1;

    [Theory]
    [InlineData("harbour-tides", "professional")]
    [InlineData("bases-de-datos", "modern")]
    public async Task Nothing_of_a_recorded_sample_is_outside_its_box_or_over_another(string sample, string style)
    {
        if (LibreOffice.IsHere())
            (await Faults(await RecordedCourse.Deck(sample, style))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("ar", "المد والجزر")]
    [InlineData("ja", "潮の満ち引き")]
    public async Task Nothing_of_another_script_is_outside_its_box_or_over_another(string language, string word)
    {
        if (LibreOffice.IsHere())
            (await Faults(Samples.Written(CheckedDecks.Of("professional", language, word)))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Text_that_flows_out_of_its_box_or_over_a_picture_is_seen()
    {
        if (!LibreOffice.IsHere())
            return;
        var deck = Samples.Written(CheckedDecks.Of())
            .Xml(CheckedDecks.Slide1, slide => Repeat(slide.Shape("Content"), 14))
            .Xml(CheckedDecks.PictureSlide, slide => slide.Shape("Picture").Descendants(A + "off").First().SetAttributeValue("x", 700_000))
            .Xml("ppt/slides/slide3.xml", slide => slide.Shape("Callout").Descendants(A + "off").First().SetAttributeValue("y", 1_600_000));
        (await Faults(deck)).Select(fault => fault.Split(": ")[..2]).Select(fault => $"{fault[0]}: {fault[1]}").Distinct().ShouldBe(
            ["slide 1: 'Content' is outside its box", "slide 1: 'Content' and 'Footer' cover one another", "slide 3: 'Content' and 'Callout' cover one another", "slide 4: 'Content' is over a picture"], ignoreOrder: true);
    }

    static async Task<IReadOnlyList<string>> Faults(byte[] deck)
    {
        var (painted, slides) = PaintedDeck.Of(deck);
        var pages = await LibreOffice.Show(painted, Dpi, smooth: false);
        pages.Count.ShouldBe(slides.Count, "one page a slide");
        return [.. slides.Zip(pages).SelectMany((pair, index) => Faults(pair.First, pair.Second).Select(fault => $"slide {index + 1}: {fault}"))];
    }

    static IEnumerable<string> Faults(PaintedSlide slide, Raster page)
    {
        var scale = page.Width / Box.SlideWidth;
        var inks = InksOf(slide, page, scale);
        foreach (var (text, ink) in slide.Texts.Zip(inks))
        {
            if (ink.Count == 0)
                yield return $"'{text.Name}' cannot be seen";
            var slack = (Tolerance * text.Size) + (1 / scale);
            var outside = ink.Where(pixel => pixel.X < text.Box.X - slack || pixel.X > text.Box.Right + slack || pixel.Y < text.Box.Y - slack || pixel.Y > text.Box.Bottom + slack).ToList();
            if (outside.Count > 0)
                yield return $"'{text.Name}' is outside its box: {outside.Count} of {ink.Count} pixels, for example at ({outside[0].X:0}, {outside[0].Y:0}), the box from ({text.Box.X:0}, {text.Box.Y:0}) to ({text.Box.Right:0}, {text.Box.Bottom:0})";
            foreach (var picture in slide.Pictures)
            {
                if (ink.Count(pixel => IsIn(pixel, picture)) > MostOverlap * ink.Count)
                    yield return $"'{text.Name}' is over a picture";
            }
        }
        foreach (var (one, other) in Pairs(slide.Texts.Count))
        {
            if (inks[one].Count > 0 && inks[other].Count > 0 && Share(inks[one], inks[other]) > MostOverlap)
                yield return $"'{slide.Texts[one].Name}' and '{slide.Texts[other].Name}' cover one another: {Share(inks[one], inks[other]):0%}";
        }
    }

    /// <returns>Of each text its pixels, in points.</returns>
    static List<(double X, double Y)>[] InksOf(PaintedSlide slide, Raster page, double scale)
    {
        List<(double X, double Y)>[] inks = [.. slide.Texts.Select(_ => new List<(double, double)>())];
        for (var y = 0; y < page.Height; y++)
        {
            for (var x = 0; x < page.Width; x++)
            {
                if (PaintedDeck.NumberOf(page[x, y]) is { } number && number < inks.Length)
                    inks[number].Add(((x + 0.5) / scale, (y + 0.5) / scale));
            }
        }
        return inks;
    }

    /// <summary>How much of either text lies within the other's bounds.</summary>
    static double Share(List<(double X, double Y)> one, List<(double X, double Y)> other) => Math.Max(Within(one, Bounds(other)), Within(other, Bounds(one)));

    static double Within(List<(double X, double Y)> ink, Box box) => (double)ink.Count(pixel => IsIn(pixel, box)) / ink.Count;

    static Box Bounds(List<(double X, double Y)> ink)
    {
        var (x, y) = (ink.Min(pixel => pixel.X), ink.Min(pixel => pixel.Y));
        return new Box(x, y, ink.Max(pixel => pixel.X) - x, ink.Max(pixel => pixel.Y) - y);
    }

    static bool IsIn((double X, double Y) pixel, Box box) => pixel.X >= box.X && pixel.X <= box.Right && pixel.Y >= box.Y && pixel.Y <= box.Bottom;

    static IEnumerable<(int One, int Other)> Pairs(int count) => Enumerable.Range(0, count).SelectMany(one => Enumerable.Range(one + 1, count - one - 1).Select(other => (one, other)));

    static void Repeat(XElement shape, int times)
    {
        var paragraph = shape.Descendants(A + "p").Last();
        for (var time = 0; time < times; time++)
            paragraph.AddAfterSelf(new XElement(paragraph));
    }
}
