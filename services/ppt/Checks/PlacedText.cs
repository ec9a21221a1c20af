using CourseGen.Ppt.Decks;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Checks;

/// <summary>A shape's text, and where on the slide it stands.</summary>
/// <param name="Room">The shape without its insets; null when it is not known.</param>
/// <param name="Extent">Null when the room is not known.</param>
sealed record PlacedText(DeckShape Shape, TextFrame Frame, IReadOnlyList<TextParagraph> Paragraphs, Box? Room, TextExtent? Extent)
{
    internal IEnumerable<TextRun> Runs => Paragraphs.SelectMany(paragraph => paragraph.Runs).Where(run => !run.IsBlank);

    internal bool IsBlank => !Runs.Any();

    /// <summary>Where its letters are; null when it is not known.</summary>
    internal Box? Ink => Room is { } room && Extent is { } extent
        ? new Box(
            Frame.Wraps ? room.X + extent.Left : room.X + ((room.Width - extent.Width) / 2),
            Frame.Anchor switch { "ctr" => room.Y + ((room.Height - extent.Height) / 2), "b" => room.Bottom - extent.Height, _ => room.Y },
            Frame.Wraps ? Math.Min(extent.Width, room.Width) : extent.Width,
            extent.Height)
        : null;

    internal static IReadOnlyList<PlacedText> On(DeckSlide slide) => [.. slide.Shapes.Where(shape => shape.Text is not null).Select(shape => Of(shape, slide))];

    static PlacedText Of(DeckShape shape, DeckSlide slide)
    {
        var frame = TextFrame.Of(shape, slide);
        var paragraphs = ShapeText.Of(shape.Text!, TextStyle.Of(shape, slide), slide, frame.Fit);
        if (!frame.IsPlain || shape.Turn != 0 || slide.FrameOf(shape) is not { } box || !IsRectangle(shape) || paragraphs.Count == 0)
            return new PlacedText(shape, frame, paragraphs, null, null);
        var room = new Box(box.X + frame.Left, box.Y + frame.Top, Math.Max(0, box.Width - frame.Left - frame.Right), Math.Max(0, box.Height - frame.Top - frame.Bottom));
        return new PlacedText(shape, frame, paragraphs, room, TextExtent.Of(paragraphs, frame.Wraps ? room.Width : double.PositiveInfinity));
    }

    /// <summary>In other shapes the text has a smaller room, which depends on the shape.</summary>
    static bool IsRectangle(DeckShape shape) => Geometry(shape) is null or "rect" or "roundRect" or "flowChartProcess" or "round2SameRect" or "snip1Rect";

    internal static string? Geometry(DeckShape shape) => shape.ShapeProperties?.Element(A + "custGeom") is not null ? "custom" : (string?)shape.ShapeProperties?.Element(A + "prstGeom")?.Attribute("prst");
}
