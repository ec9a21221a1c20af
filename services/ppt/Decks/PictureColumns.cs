using CourseGen.Contracts.Documents;

namespace CourseGen.Ppt.Decks;

/// <summary>How text and picture share a slide: a picture's column is as wide as its proportions need, and text has the rest.</summary>
static class PictureColumns
{
    /// <summary>Points, of the picture's column.</summary>
    const double Least = 260, Most = 540;
    const double Gap = 26, Step = 10;
    /// <summary>Text gives way to a wide picture as long as it keeps this size, in points.</summary>
    const double TextSize = 22;

    internal static (Box Text, Box Picture) Of(Slide slide, DeckPicture? picture)
    {
        var usual = SlideGeometry.PictureOf(slide.Layout).Width;
        if (picture is null || PictureFormat.SizeOf(picture.Bytes) is not var (width, height))
            return Split(slide.Layout, usual);
        var room = SlideGeometry.Body.Height - PictureFrames.CaptionHeight(PictureFrames.CaptionOf(slide), usual);
        var column = Math.Clamp(room * width / height, Least, Most);
        while (column > usual && !TextFits(slide, Split(slide.Layout, column).Text))
            column = Math.Max(usual, column - Step);
        return Split(slide.Layout, column);
    }

    static (Box Text, Box Picture) Split(SlideLayout layout, double column)
    {
        var body = SlideGeometry.Body;
        var (picture, text) = (body with { Width = column }, body with { Width = body.Width - column - Gap });
        return layout == SlideLayout.TextImageLeft
            ? (text with { X = body.Right - text.Width }, picture)
            : (text, picture with { X = body.Right - column });
    }

    static bool TextFits(Slide slide, Box box) =>
        BodyRegion.Of(slide.ContentBlocks, box) is { } region && TextFlow.Height(region.Lines, TextSize, box.Width) <= region.Text.Height;
}
