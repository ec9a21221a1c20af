using CourseGen.Contracts.Documents;

namespace CourseGen.Ppt.Decks;

/// <summary>
/// Makes of a slide the slides that its content fits on at readable sizes: one picture, table or code block each, the rest going on
/// under the same title with its number. Nothing is shrunk below its least size, and nothing is left out.
/// </summary>
static class SlideFitter
{
    internal static IReadOnlyList<Slide> Fit(Slide slide)
    {
        var clean = SlideText.Cleaned(slide);
        return ContinuedSlides.Of(clean, PagesOf(clean));
    }

    static List<SlidePage> PagesOf(Slide slide)
    {
        var figures = slide.ContentBlocks.Where(IsFigure).ToList();
        var flow = slide.ContentBlocks.Where(block => !IsFigure(block)).ToList();
        if (figures.Count > 0)
            return [.. figures.Zip(Shares(flow, figures.Count)).SelectMany(pair => FigurePages.Of(slide.Layout, pair.First, pair.Second))];
        if (slide.Layout == SlideLayout.TwoColumns && flow is [{ Type: BlockType.Bullets } left, { Type: BlockType.Bullets } right])
            return ColumnPages(left, right);
        if (slide.Layout == SlideLayout.Quote && flow is [{ Type: BlockType.Quote } quote] && QuoteFits(quote))
            return [new SlidePage(SlideLayout.Quote, flow)];
        return IsOpening(slide.Layout) ? OpeningPages(slide, flow) : TextPages(FlowLayout(slide.Layout), flow);
    }

    static List<SlidePage> OpeningPages(Slide slide, List<ContentBlock> flow)
    {
        var (_, subtitle, body) = SlideGeometry.Of(slide.Layout);
        var fits = slide.Subtitle is null || TextFlow.Height([new FlowLine(LineKind.Text, slide.Subtitle)], TextFlow.LeastSize, subtitle!.Value.Width) <= subtitle.Value.Height;
        if (!fits)
            flow = [new ContentBlock { Type = BlockType.Text, Text = slide.Subtitle }, .. flow];
        var pages = FlowPages.Cut(FlowPages.AsText(flow), TextFlow.LeastSize, body.Width, body.Height, SlideGeometry.Body.Height);
        return [new SlidePage(slide.Layout, pages[0], fits ? slide.Subtitle : null), .. pages.Skip(1).Select(page => new SlidePage(SlideLayout.TitleContent, page))];
    }

    static List<SlidePage> TextPages(SlideLayout layout, List<ContentBlock> flow)
    {
        var box = SlideGeometry.Of(layout).Body;
        if (BodyRegion.Of(flow, box) is { } region && TextFlow.Fits(region.Lines, layout, region.Text))
            return [new SlidePage(layout, flow)];
        return [.. FlowPages.Cut(FlowPages.AsText(flow), TextFlow.LeastSize, box.Width, box.Height, box.Height).Select(page => new SlidePage(layout, page))];
    }

    static List<SlidePage> ColumnPages(ContentBlock left, ContentBlock right)
    {
        var column = SlideGeometry.LeftColumn;
        var lefts = FlowPages.Cut([left with { Heading = null }], TextFlow.LeastSize, column.Width, column.Height, column.Height);
        var rights = FlowPages.Cut([right with { Heading = null }], TextFlow.LeastSize, column.Width, column.Height, column.Height);
        return [.. Enumerable.Range(0, Math.Max(lefts.Count, rights.Count)).Select(index =>
            new SlidePage(SlideLayout.TwoColumns, [Side(lefts, index, left), Side(rights, index, right)]))];
    }

    static ContentBlock Side(List<List<ContentBlock>> pages, int index, ContentBlock whole) =>
        whole with { Items = index < pages.Count && pages[index].Count > 0 ? pages[index][0].Items : [] };

    static bool QuoteFits(ContentBlock quote) =>
        TextFlow.Fits([new FlowLine(LineKind.Text, quote.Text ?? "")], SlideLayout.Quote, SlideGeometry.Quote)
        && TextMeasure.Lines(quote.Attribution ?? "", 20, SlideGeometry.Attribution.Width) == 1;

    /// <summary>The text's blocks dealt out over the figures, in order.</summary>
    static IEnumerable<List<ContentBlock>> Shares(List<ContentBlock> flow, int figures) =>
        Enumerable.Range(0, figures).Select(index => flow[(flow.Count * index / figures)..(flow.Count * (index + 1) / figures)]);

    static bool IsFigure(ContentBlock block) => block.Type is BlockType.Image or BlockType.Table or BlockType.Code;

    static bool IsOpening(SlideLayout layout) => DeckLayouts.IsDark(layout) || layout == SlideLayout.LessonTitle;

    static SlideLayout FlowLayout(SlideLayout layout) =>
        layout is SlideLayout.Agenda or SlideLayout.Summary or SlideLayout.References or SlideLayout.Glossary ? layout : SlideLayout.TitleContent;
}
