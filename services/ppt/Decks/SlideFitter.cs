using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Fonts;

namespace CourseGen.Ppt.Decks;

/// <summary>
/// Makes of a slide the slides that its content fits on at readable sizes: one picture, table or code block each, the rest going on
/// under the same title with its number. Text shrinks by a tenth at most, and nothing is left out.
/// </summary>
sealed class SlideFitter
{
    readonly DeckTemplate _template;
    readonly FlowPages _flow;
    readonly FigurePages _figures;

    SlideFitter(DeckTemplate template)
    {
        (_template, _flow) = (template, new FlowPages(template.Fit));
        _figures = new FigurePages(template, _flow);
    }

    /// <summary>On the product's own template.</summary>
    internal static IReadOnlyList<Slide> Fit(Slide slide) => Fit(slide, DeckTemplate.Default);

    internal static IReadOnlyList<Slide> Fit(Slide slide, DeckTemplate template)
    {
        var clean = SlideText.Cleaned(slide);
        return ContinuedSlides.Of(clean, new SlideFitter(template).PagesOf(clean));
    }

    List<SlidePage> PagesOf(Slide slide)
    {
        var figures = slide.ContentBlocks.Where(IsFigure).ToList();
        var flow = slide.ContentBlocks.Where(block => !IsFigure(block)).ToList();
        if (figures.Count > 0)
            return [.. figures.Zip(Shares(flow, figures.Count)).SelectMany(pair => _figures.Of(slide.Layout, pair.First, pair.Second))];
        if (slide.Layout == SlideLayout.TwoColumns && flow is [{ Type: BlockType.Bullets } left, { Type: BlockType.Bullets } right])
            return ColumnPages(left, right);
        if (slide.Layout == SlideLayout.Quote && flow is [{ Type: BlockType.Quote } quote] && QuoteFits(quote))
            return [new SlidePage(SlideLayout.Quote, flow)];
        return SlideGeometry.Opens(slide.Layout) ? OpeningPages(slide, flow) : TextPages(FlowLayout(slide.Layout), flow);
    }

    List<SlidePage> OpeningPages(Slide slide, List<ContentBlock> flow)
    {
        var form = _template[slide.Layout];
        var fits = slide.Subtitle is null
            || (form.Find(SlotRole.Subtitle) is { } subtitle && _template.Fit.Fits([new FlowLine(LineKind.Text, slide.Subtitle)], subtitle.Style, subtitle.Box));
        if (!fits)
            flow = [new ContentBlock { Type = BlockType.Text, Text = slide.Subtitle }, .. flow];
        if (flow.Count == 0)
            return [new SlidePage(slide.Layout, [], slide.Subtitle)];
        var (style, box) = (form.Body.Style, form.Body.Box);
        var rest = _template[SlideLayout.TitleContent].Body;
        var text = FlowPages.AsText(flow);
        var pages = _flow.Cut(text, style.LeastSize, box.Width, box.Height, rest.Box.Height);
        if (pages.Count > 1)
            pages = _flow.Cut(text, Math.Max(style.LeastSize, rest.Style.LeastSize), Math.Min(box.Width, rest.Box.Width), box.Height, rest.Box.Height);
        return [new SlidePage(slide.Layout, pages[0], fits ? slide.Subtitle : null), .. pages.Skip(1).Select(page => new SlidePage(SlideLayout.TitleContent, page))];
    }

    List<SlidePage> TextPages(SlideLayout layout, List<ContentBlock> flow)
    {
        var (style, box) = (_template[layout].Body.Style, _template[layout].Body.Box);
        if (BodyRegion.Of(flow, box, _template) is { } region && _template.Fit.Fits(region.Lines, style, region.Text))
            return [new SlidePage(layout, flow)];
        return [.. _flow.Cut(FlowPages.AsText(flow), style.LeastSize, box.Width, box.Height, box.Height).Select(page => new SlidePage(layout, page))];
    }

    List<SlidePage> ColumnPages(ContentBlock left, ContentBlock right)
    {
        var (style, column) = (_template[SlideLayout.TwoColumns].Body.Style, _template[SlideLayout.TwoColumns].Body.Box);
        var lefts = _flow.Cut([left with { Heading = null }], style.LeastSize, column.Width, column.Height, column.Height);
        var rights = _flow.Cut([right with { Heading = null }], style.LeastSize, column.Width, column.Height, column.Height);
        return [.. Enumerable.Range(0, Math.Max(lefts.Count, rights.Count)).Select(index =>
            new SlidePage(SlideLayout.TwoColumns, [Side(lefts, index, left), Side(rights, index, right)]))];
    }

    static ContentBlock Side(List<List<ContentBlock>> pages, int index, ContentBlock whole) =>
        whole with { Items = index < pages.Count && pages[index].Count > 0 ? pages[index][0].Items : [] };

    bool QuoteFits(ContentBlock quote)
    {
        var form = _template[SlideLayout.Quote];
        return _template.Fit.Fits([new FlowLine(LineKind.Text, $"“{quote.Text}”")], form.Body.Style, form.Body.Box)
            && (form.Find(SlotRole.Attribution) is not { } attribution
                || TextMeasure.Lines($"— {quote.Attribution}", attribution.Style.Size, attribution.Box.Width - (2 * Slot.InsetX), _template.Fonts.Body) == 1);
    }

    /// <summary>The text's blocks dealt out over the figures, in order.</summary>
    static IEnumerable<List<ContentBlock>> Shares(List<ContentBlock> flow, int figures) =>
        Enumerable.Range(0, figures).Select(index => flow[(flow.Count * index / figures)..(flow.Count * (index + 1) / figures)]);

    static bool IsFigure(ContentBlock block) => block.Type is BlockType.Image or BlockType.Table or BlockType.Code;

    static SlideLayout FlowLayout(SlideLayout layout) =>
        layout is SlideLayout.Agenda or SlideLayout.Summary or SlideLayout.References or SlideLayout.Glossary ? layout : SlideLayout.TitleContent;
}
