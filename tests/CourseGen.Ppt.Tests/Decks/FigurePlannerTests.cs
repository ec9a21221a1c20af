using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Decks;
using CourseGen.Ppt.Tests.Testing;
using A = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Presentation;

namespace CourseGen.Ppt.Tests.Decks;

public sealed class FigurePlannerTests
{
    const double Hair = 0.01;
    static readonly ContentBlock ShortText = Samples.Bullets("One", "Two");
    static readonly ContentBlock LongText = Samples.Bullets([.. Enumerable.Repeat("A bullet that takes two lines beside a picture", 6)]);

    [Theory]
    [InlineData(SlideLayout.TextImageLeft, 640, 1024)]
    [InlineData(SlideLayout.TextImageRight, 640, 1024)]
    [InlineData(SlideLayout.TextImageLeft, 1500, 500)]
    [InlineData(SlideLayout.TextImageRight, 1000, 640)]
    public void A_picture_is_shown_whole_in_its_proportions_inside_the_body_and_beside_the_text(SlideLayout layout, int width, int height)
    {
        var slide = Samples.Slide(layout, "Title", ShortText, Samples.Image("p"));
        var deck = Samples.Written(Samples.Deck([slide], pictures: new() { ["p"] = Picture(width, height) }));

        var (picture, text) = DeckChecks.Read(deck, part => (
            DeckChecks.BoxOf(part.Slide.Descendants<P.Picture>().Single(), part)!.Value,
            DeckChecks.BoxOf(part.Slide.Descendants<P.Shape>().Single(shape => shape.InnerText == "OneTwo"), part)!.Value))[0];

        (picture.Width / picture.Height).ShouldBe((double)width / height, Hair);
        picture.X.ShouldBeGreaterThanOrEqualTo(SlideGeometry.Body.X - Hair);
        picture.Right.ShouldBeLessThanOrEqualTo(SlideGeometry.Body.Right + Hair);
        picture.Y.ShouldBeGreaterThanOrEqualTo(SlideGeometry.Body.Y - Hair);
        picture.Bottom.ShouldBeLessThanOrEqualTo(SlideGeometry.Body.Bottom + Hair);
        (layout == SlideLayout.TextImageLeft ? text.X - picture.Right : picture.X - text.Right).ShouldBeGreaterThan(SlideGeometry.Gap);
    }

    [Fact]
    public void Text_takes_what_a_tall_picture_leaves() => TextWidth(ShortText, 640, 1024).ShouldBeGreaterThan(Usual.Body.Box.Width + 100);

    [Fact]
    public void A_wide_picture_takes_what_short_text_leaves() => TextWidth(ShortText, 1600, 900).ShouldBeLessThan(Usual.Body.Box.Width - 50);

    [Fact]
    public void Text_that_needs_its_room_keeps_it() => TextWidth(LongText, 1600, 900).ShouldBe(Usual.Body.Box.Width, Hair);

    [Fact]
    public void A_missing_picture_keeps_its_place() => PlanOf(ShortText, null).Text.Width.ShouldBe(Usual.Body.Box.Width, Hair);

    [Theory]
    [InlineData(1600, 1000, true)]
    [InlineData(1000, 1000, true)]
    [InlineData(1600, 1000, false)]
    public void A_picture_is_cropped_by_a_fifth_at_most_and_only_where_it_may_be(int width, int height, bool mayBe)
    {
        var slide = Samples.Slide(SlideLayout.TextImageRight, "Title", ShortText, Samples.Image("p"));
        var deck = Samples.Written(Samples.Deck([slide], pictures: new() { ["p"] = Picture(width, height) with { MayBeCropped = mayBe } }));
        DeckChecks.ShouldBeValid(deck);
        var (shown, cut) = DeckChecks.Read(deck, part => (
            DeckChecks.BoxOf(part.Slide.Descendants<P.Picture>().Single(), part)!.Value, part.Slide.Descendants<A.SourceRectangle>().SingleOrDefault()))[0];
        (cut is not null).ShouldBe(mayBe);
        var (across, down) = (((cut?.Left?.Value ?? 0) + (cut?.Right?.Value ?? 0)) / 100_000.0, ((cut?.Top?.Value ?? 0) + (cut?.Bottom?.Value ?? 0)) / 100_000.0);
        Math.Max(across, down).ShouldBeLessThanOrEqualTo(0.2);
        (shown.Width / shown.Height).ShouldBe(width * (1 - across) / (height * (1 - down)), Hair, "nothing is stretched");
    }

    [Fact]
    public void A_picture_that_says_nothing_is_marked_as_decorative()
    {
        var slide = Samples.Slide(SlideLayout.TextImageRight, "Title", ShortText, Samples.Image("p", ""));
        var deck = Samples.Written(Samples.Deck([slide], pictures: new() { ["p"] = new(Samples.Png(64, 36), "") }));
        DeckChecks.ShouldBeValid(deck);
        DeckChecks.Read(deck, part => part.Slide.Descendants<P.Picture>().Single().NonVisualPictureProperties!.NonVisualDrawingProperties!.OuterXml)[0].ShouldContain("decorative");
    }

    static SlideForm Usual => DeckTemplate.Default[SlideLayout.TextImageRight];

    static double TextWidth(ContentBlock text, int width, int height) => PlanOf(text, Picture(width, height)).Text.Width;

    static FigurePlan PlanOf(ContentBlock text, DeckPicture? picture) => new FigurePlanner(DeckTemplate.Default).Of(SlideOf(text), picture);

    static Slide SlideOf(ContentBlock text) => Samples.Slide(SlideLayout.TextImageRight, "Title", text, Samples.Image("p"));

    static DeckPicture Picture(int width, int height) => new(Samples.Png(width, height), "A grey rectangle");
}
