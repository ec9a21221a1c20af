using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Diagrams;
using CourseGen.Ppt.Fonts;

namespace CourseGen.Ppt.Decks;

/// <summary>How a slide's text and its figure share the slide.</summary>
/// <param name="Figure">Above its caption.</param>
/// <param name="Diagram">What is drawn as shapes; null for a picture, or for none.</param>
sealed record FigurePlan(Box Text, Box Figure, string Caption, DrawnDiagram? Diagram, PictureBytes? Picture)
{
    internal const double CaptionGap = 4;
}

/// <summary>
/// Plans a slide with a figure. Beside its text a figure's column is as wide as its proportions need and the text allows; a diagram whose
/// text would be small there has the slide's whole width below the text.
/// </summary>
sealed class FigurePlanner(DeckTemplate template)
{
    /// <summary>Points: columns of figures and of text beside them.</summary>
    const double LeastFigure = 260, MostFigure = 540, Gap = 26, Step = 10;
    /// <summary>Points: text above a diagram leaves most of the slide to it.</summary>
    const double MostTextAbove = 116;
    /// <summary>Points: diagrams are drawn as shapes where their text is at least this large, and stay beside their text where it is larger.</summary>
    const double LeastDiagramText = 12, GoodDiagramText = 15;
    /// <summary>Shares of a customer's place for text and figure, which may be narrower than ours.</summary>
    const double MostOfArea = 0.65, MostOfDiagram = 0.71;
    static readonly double[] DiagramColumns = [474, 520, 570, 610, 645];
    const int MostCaptionLines = 6;

    internal FigurePlan Of(Slide slide, DeckPicture? picture)
    {
        var form = template[slide.Layout];
        if (picture?.Diagram is { } diagram && Drawn(slide, form, diagram) is { } drawn)
            return drawn;
        var bytes = PictureBytes.Of(picture);
        var caption = CaptionOf(slide, bytes is null ? "" : picture!.Legend, form);
        var (text, figure) = form.Flexible ? Columns(slide, form, bytes, caption, picture?.MayBeCropped == true) : (form.Body.Box, form[SlotRole.Picture].Box);
        return new FigurePlan(text, figure.Top(figure.Height - CaptionRoom(caption, form, figure.Width)), caption, null, bytes);
    }

    /// <summary>With the legend, unless that takes too much room; the notes have it in any case.</summary>
    /// <returns>Empty when there is none, or the slide's text says the same.</returns>
    string CaptionOf(Slide slide, string legend, SlideForm form)
    {
        var caption = slide.ContentBlocks.First(block => block.Type == BlockType.Image).Caption ?? "";
        if (slide.ContentBlocks.Any(block => block.Type != BlockType.Image && block.Text == caption))
            caption = "";
        if (legend.Length == 0)
            return caption;
        var both = caption.Length == 0 ? legend : $"{caption} ({legend})";
        return CaptionLines(both, form[SlotRole.Caption], form[SlotRole.Picture].Box.Width) <= MostCaptionLines ? both : caption;
    }

    internal double CaptionHeight(string caption, Slot slot, double width) => caption.Length == 0 ? 0
        : (Math.Min(MostCaptionLines, CaptionLines(caption, slot, width)) * slot.Style.Size * template.Fonts.Body.LineHeight(caption)) + (2 * Slot.InsetY);

    double CaptionRoom(string caption, SlideForm form, double width) => caption.Length == 0 ? 0 : CaptionHeight(caption, form[SlotRole.Caption], width) + FigurePlan.CaptionGap;

    int CaptionLines(string caption, Slot slot, double width) =>
        TextMeasure.Lines(caption, slot.Style.Size, width - (2 * Slot.InsetX), template.Fonts.Body);

    (Box Text, Box Figure) Columns(Slide slide, SlideForm form, PictureBytes? picture, string caption, bool crop)
    {
        var usual = form[SlotRole.Picture].Box.Width;
        if (crop || picture?.Size is not var (width, height))
            return Split(form, usual);
        var room = AreaOf(form).Height - CaptionRoom(caption, form, usual);
        return Split(form, WidestFor(slide, form, Math.Clamp(room * width / height, LeastFigure, Math.Min(MostFigure, AreaOf(form).Width * MostOfArea)), usual));
    }

    /// <summary>The widest column up to a width at which the text beside it stays as large as it is.</summary>
    double WidestFor(Slide slide, SlideForm form, double wanted, double usual)
    {
        var column = wanted;
        while (column > usual && !TextFits(slide, form, Split(form, column).Text))
            column = Math.Max(usual, column - Step);
        return column;
    }

    static Box AreaOf(SlideForm form) => form.Area ?? SlideGeometry.Body;

    static (Box Text, Box Figure) Split(SlideForm form, double column)
    {
        var body = AreaOf(form);
        var (figure, text) = (body with { Width = column }, body with { Width = body.Width - column - Gap });
        return form[SlotRole.Picture].Box.X < form.Body.Box.X
            ? (text with { X = body.Right - text.Width }, figure)
            : (text, figure with { X = body.Right - column });
    }

    bool TextFits(Slide slide, SlideForm form, Box box) =>
        BodyRegion.Of(slide.ContentBlocks, box, template) is { } region && template.Fit.Height(region.Lines, form.Body.Style.Size, box.Width) <= region.Text.Height;

    /// <returns>Null when its text would be too small everywhere.</returns>
    FigurePlan? Drawn(Slide slide, SlideForm form, Diagram diagram)
    {
        var (caption, drawings) = (CaptionOf(slide, "", form), new DiagramDrawings(diagram, template.Fonts));
        var plan = Places(slide, form).Select(place => Drawn(place.Text, place.Figure, form, drawings, caption)).OfType<FigurePlan>()
            .Aggregate((FigurePlan?)null, (best, next) => best is null || (best.Diagram!.SmallestText < GoodDiagramText && next.Diagram!.Scale > best.Diagram.Scale + 0.3) ? next : best);
        if (plan?.Diagram is not { } drawn || drawn.SmallestText < LeastDiagramText)
            return null;
        return form.Area is { } area && plan.Figure.Width < area.Width ? Narrowed(plan, form, drawn) : plan;
    }

    /// <summary>The preferred ones first.</summary>
    IEnumerable<(Box Text, Box Figure)> Places(Slide slide, SlideForm form)
    {
        if (form.Area is null)
            return [(form.Body.Box, form[SlotRole.Picture].Box)];
        var beside = DiagramColumns.Where(column => column <= AreaOf(form).Width * MostOfDiagram).Select(column => Split(form, column)).Where(place => TextFits(slide, form, place.Text)).DefaultIfEmpty(Split(form, form[SlotRole.Picture].Box.Width));
        return Below(slide, form) is { } below ? [.. beside, below] : beside;
    }

    /// <summary>Text has what the diagram leaves.</summary>
    FigurePlan Narrowed(FigurePlan plan, SlideForm form, DrawnDiagram drawn)
    {
        var needed = Math.Max(drawn.Bounds.Width * drawn.Scale, TextMeasure.Width(plan.Caption, form[SlotRole.Caption].Style.Size, template.Fonts.Body) + (3 * Slot.InsetX));
        var column = Math.Min(Math.Max(needed, LeastFigure), plan.Figure.Width);
        var (text, figure) = Split(form, column);
        return plan with { Text = text, Figure = figure.Top(plan.Figure.Height) };
    }

    /// <returns>Null when the text needs too much of the slide.</returns>
    (Box Text, Box Figure)? Below(Slide slide, SlideForm form)
    {
        var lines = TextFlow.LinesOf(slide.ContentBlocks);
        var height = template.Fit.Height(lines, form.Body.Style.Size, AreaOf(form).Width);
        return height > MostTextAbove || slide.ContentBlocks.Any(block => block.Type == BlockType.Callout) ? null
            : (AreaOf(form).Top(height), AreaOf(form).Below(height + SlideGeometry.Gap));
    }

    FigurePlan? Drawn(Box text, Box figure, SlideForm form, DiagramDrawings drawings, string caption)
    {
        var box = figure.Top(figure.Height - CaptionRoom(caption, form, figure.Width));
        return drawings.Largest(box.Width, box.Height) is { } drawn ? new FigurePlan(text, box, caption, drawn, null) : null;
    }
}
