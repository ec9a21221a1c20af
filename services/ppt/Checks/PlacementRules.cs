using CourseGen.Ppt.Decks;

namespace CourseGen.Ppt.Checks;

/// <summary>Whether everything on a slide is where it can be seen: in its box, on the slide, clear of other text.</summary>
static class PlacementRules
{
    /// <summary>How far autofit may shrink text.</summary>
    const double LeastScale = 0.9;
    /// <summary>Points that a shape may stand out: rounding, and lines around shapes.</summary>
    const double EdgeSlack = 1;
    /// <summary>Of the smaller text's room.</summary>
    const double MostOverlap = 0.1;
    /// <summary>More texts on one slide are not compared with one another.</summary>
    const int MostTexts = 300;

    internal static void Check(SlideView view)
    {
        foreach (var text in view.Texts.Where(text => !text.IsBlank))
            CheckFit(view, text);
        foreach (var table in view.Tables)
            CheckWords(view, table);
        CheckEdges(view);
        CheckOverlaps(view);
        CheckDiagram(view);
    }

    static void CheckDiagram(SlideView view)
    {
        if (view.Slide.Shapes.Any(shape => shape.IsPicture && shape.Name == PictureShape.OfDiagram))
            view.Warning(DeckRules.Diagram, "The diagram is a picture, for as shapes its text would be too small or its arrows would cover something; give it fewer boxes, shorter labels or less text beside it.");
    }

    static void CheckFit(SlideView view, PlacedText text)
    {
        if (text.Frame.Fit.Scale < LeastScale - 0.001)
            view.Error(DeckRules.Autofit, $"'{text.Shape.Name}' is shrunk to {text.Frame.Fit.Scale:0%} of its size; shorten the text, so that 90 % or more is left.");
        if (text.Shape.Placeholder is { IsFooter: true } || text.Frame.Fit.GrowsShape || text is not { Room: { } room, Extent: { } extent })
            return;
        var over = extent.Height - room.Height;
        if (over > LineBreaker.Tolerance * extent.Size)
            view.Error(DeckRules.Overflow, $"'{text.Shape.Name}' needs {extent.Height:0} pt of height and has {room.Height:0}; shorten the text, or give it more room.");
        else if (text.Frame.Wraps ? extent.BrokenWord is { } word && IsWord(word) : extent.Width - room.Width > LineBreaker.Tolerance * extent.Size && text.Ink is { } ink && !OnSlide(view, ink))
            view.Error(DeckRules.Overflow, $"'{text.Shape.Name}' is too narrow for “{SlideView.Quote(extent.BrokenWord ?? text.Paragraphs[0].Text)}”; widen it, or use smaller text.");
    }

    static void CheckWords(SlideView view, DeckTable table)
    {
        if (table.Cells.FirstOrDefault(cell => cell.Extent is { BrokenWord: { } word } && IsWord(word)) is { } cell)
            view.Error(DeckRules.Overflow, $"Table '{table.Shape.Name}', row {cell.Row}, column {cell.Column} is too narrow for “{SlideView.Quote(cell.Extent!.Value.BrokenWord!)}”; widen the column, or use smaller text.");
    }

    /// <summary>Addresses, paths and code are broken anywhere without harm.</summary>
    static bool IsWord(string word) => word.Length <= 60 && word.All(char.IsLetter);

    static void CheckEdges(SlideView view)
    {
        foreach (var shape in view.Slide.Shapes.Where(Matters))
        {
            if (view.Slide.FrameOf(shape) is { } frame && BoxOf(view, shape, frame) is var box && !OnSlide(view, box))
                view.Error(DeckRules.OffSlide, $"{char.ToUpperInvariant(shape.Kind[0])}{shape.Kind[1..]} '{shape.Name}' stands {Side(view.Slide.Size, box)}; move it onto the slide, or make it smaller.");
        }

        bool Matters(DeckShape shape) => shape.IsPicture ? shape.Properties is { } properties && !AltText.IsDecorative(properties)
            : shape.IsFrame || view.Texts.Any(text => ReferenceEquals(text.Shape, shape) && !text.IsBlank);
    }

    /// <summary>A table is as high as its text makes it, a text that its shape follows likewise.</summary>
    static Box BoxOf(SlideView view, DeckShape shape, Box frame)
    {
        if (view.Tables.FirstOrDefault(table => ReferenceEquals(table.Shape, shape)) is { } table)
            return frame with { Height = table.Height };
        return shape.IsShape && view.Texts.FirstOrDefault(text => ReferenceEquals(text.Shape, shape)) is { Room: null, Ink: { } ink } ? ink : frame.Turned(shape.Turn);
    }

    static bool OnSlide(SlideView view, Box box) => view.Slide.Size.Holds(box, EdgeSlack);

    static string Side(Box slide, Box box)
    {
        var (over, side) = ((IEnumerable<(double, string)>)[
            (-box.X, "beyond the left edge"), (box.Right - slide.Width, "beyond the right edge"), (-box.Y, "above the slide"), (box.Bottom - slide.Height, "below the slide")]).Max();
        return $"{over:0} pt {side}";
    }

    static void CheckOverlaps(SlideView view)
    {
        var texts = view.Texts.Where(text => !text.IsBlank && text.Ink is not null).Select(text => (text.Shape.Name, Ink: text.Ink!.Value))
            .Concat(view.Tables.Where(table => view.Slide.FrameOf(table.Shape) is not null).Select(table => (table.Shape.Name, Ink: view.Slide.FrameOf(table.Shape)!.Value with { Height = table.Height })))
            .Take(MostTexts).ToList();
        for (var one = 0; one < texts.Count; one++)
        {
            for (var other = one + 1; other < texts.Count; other++)
            {
                if (texts[one].Ink.Shared(texts[other].Ink) is not { } shared)
                    continue;
                var share = shared.Area() / Math.Min(texts[one].Ink.Area(), texts[other].Ink.Area());
                if (share > MostOverlap)
                    view.Error(DeckRules.Overlap, $"'{texts[one].Name}' and '{texts[other].Name}' cover one another by {share:0%}; move them apart.");
            }
        }
    }
}
