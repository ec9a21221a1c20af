using System.Globalization;
using System.Text.RegularExpressions;
using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Decks;
using CourseGen.Ppt.Fonts;
using CourseGen.Ppt.Tests.Testing;

namespace CourseGen.Ppt.Tests.Fonts;

public sealed partial class TextMeasureTests
{
    static readonly FontFace Face = FontFace.Of("Calibri");

    [Theory]
    [InlineData("", 1)]
    [InlineData("one", 1)]
    [InlineData("one\ntwo", 2)]
    [InlineData("one two three four five six seven", 4)]
    [InlineData("Donaudampfschifffahrtsgesellschaftskapitän", 4)]
    [InlineData("潮汐は海面が一日に二回ほど昇り降りする", 5)]
    public void Text_is_broken_at_spaces_and_otherwise_only_where_it_must_be(string text, int lines) => TextMeasure.Lines(text, 20, 100, Face).ShouldBe(lines);

    [Fact]
    public void A_line_of_code_wraps_where_it_is_wider_than_its_box()
    {
        TextMeasure.CodeLines(new string('x', 40), 14, 40 * 14 * TextMeasure.CodeWidth).ShouldBe(1);
        TextMeasure.CodeLines(new string('x', 41), 14, 40 * 14 * TextMeasure.CodeWidth).ShouldBe(2);
    }

    /// <summary>
    /// The tolerance of 0.2 em (as of the checks of finished slides) holds against another program: no line that it sets is wider than
    /// measured by more (kerning makes some narrower), and no paragraph has more lines than were counted.
    /// </summary>
    [Fact]
    public async Task LibreOffice_sets_text_as_wide_as_it_was_measured()
    {
        if (!LibreOffice.IsHere())
            return;
        string[] texts =
        [
            "Heights of tide and soundings share one zero, which the chart names in its title block",
            "AVAST Tactical WAVE Tomorrow Yacht: kerned pairs are set closer than they are measured",
            "¿Cuándo baja más la marea? En cuadratura, días después del cuarto: «aguas muertas»",
            "0123456789 1,234.56 (7 %) [8] {9} = 10 € – 11 — 12 … 13 + 14 × 15 / 16",
            "iiiii lllll mmmmm wwwww WWWWW MMMMM fi fl ff ffi The quick brown fox jumps over the lazy dog",
        ];
        var deck = Samples.Written(Samples.Deck([Samples.Slide(SlideLayout.TitleContent, "Title", Samples.Bullets(texts))]));
        var lines = LinesOf(await LibreOffice.Words(deck));
        var (size, room) = (24.0, SlideGeometry.Body.Width - (2 * Slot.InsetX) - TextFit.BulletIndent);
        var shown = lines.Where(line => line.Text.Length > 3 && texts.Any(text => Plain(text).Contains(Plain(line.Text), StringComparison.Ordinal))).ToList();

        shown.Count.ShouldBeLessThanOrEqualTo(texts.Sum(text => TextMeasure.Lines(text, size, room, Face)));
        shown.Count.ShouldBeGreaterThanOrEqualTo(texts.Length);
        foreach (var (text, width) in shown)
            width.ShouldBeInRange(TextMeasure.Width(text, size, Face) * 0.97, TextMeasure.Width(text, size, Face) + (TextMeasure.Tolerance * size), text);
    }

    static string Plain(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    /// <summary>Lines of a page of 960 × 540 points; bullets are words of their own and left out.</summary>
    static List<(string Text, double Width)> LinesOf(string boxes) => [.. Line().Matches(boxes).Select(line =>
    {
        var words = Word().Matches(line.Value).Select(word => (Text: System.Net.WebUtility.HtmlDecode(word.Groups["text"].Value), Left: Number(word, "left"), Right: Number(word, "right")))
            .Where(word => word.Text != "•").ToList();
        return words.Count == 0 ? ("", 0) : (string.Join(' ', words.Select(word => word.Text)), words[^1].Right - words[0].Left);
    })];

    static double Number(Match match, string group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"<line .*?</line>", RegexOptions.Singleline, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Line();

    [GeneratedRegex(@"<word xMin=""(?<left>[\d.]+)"" yMin=""[\d.]+"" xMax=""(?<right>[\d.]+)"" yMax=""[\d.]+"">(?<text>[^<]*)</word>", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Word();
}
