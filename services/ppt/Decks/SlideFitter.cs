using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Packages;

namespace CourseGen.Ppt.Decks;

/// <summary>
/// Makes of a slide the slides that its content fits on at readable sizes: one picture, table or code block each, the rest going on
/// under the same title with its number. Nothing is shrunk below its least size, and nothing is left out.
/// </summary>
static class SlideFitter
{
    const double LeastBody = 18;
    const double MaxTextAbove = 120;

    internal static IReadOnlyList<Slide> Fit(Slide slide)
    {
        var clean = Cleaned(slide);
        return ContinuedSlides.Of(clean, PagesOf(clean));
    }

    static List<SlidePage> PagesOf(Slide slide)
    {
        var figures = slide.ContentBlocks.Where(IsFigure).ToList();
        var flow = slide.ContentBlocks.Where(block => !IsFigure(block)).ToList();
        if (figures.Count > 0)
            return [.. figures.Zip(Shares(flow, figures.Count)).SelectMany(pair => FigurePages(slide.Layout, pair.First, pair.Second))];
        if (slide.Layout == SlideLayout.TwoColumns && flow is [{ Type: BlockType.Bullets } left, { Type: BlockType.Bullets } right])
            return ColumnPages(left, right);
        if (slide.Layout == SlideLayout.Quote && flow is [{ Type: BlockType.Quote } quote] && QuoteFits(quote))
            return [new SlidePage(SlideLayout.Quote, flow)];
        return IsOpening(slide.Layout) ? OpeningPages(slide, flow) : TextPages(FlowLayout(slide.Layout), flow);
    }

    static List<SlidePage> OpeningPages(Slide slide, List<ContentBlock> flow)
    {
        var (_, subtitle, body) = SlideGeometry.Of(slide.Layout);
        var fits = slide.Subtitle is null || TextFlow.Height([new FlowLine(LineKind.Text, slide.Subtitle)], LeastBody, subtitle!.Value.Width) <= subtitle.Value.Height;
        if (!fits)
            flow = [new ContentBlock { Type = BlockType.Text, Text = slide.Subtitle }, .. flow];
        var pages = FlowPages.Cut(AsText(flow), LeastBody, body.Width, body.Height, SlideGeometry.Body.Height);
        return [new SlidePage(slide.Layout, pages[0], fits ? slide.Subtitle : null), .. pages.Skip(1).Select(page => new SlidePage(SlideLayout.TitleContent, page))];
    }

    static List<SlidePage> TextPages(SlideLayout layout, List<ContentBlock> flow)
    {
        var box = SlideGeometry.Of(layout).Body;
        if (BodyRegion.Of(flow, box) is { } region && TextFlow.Fits(region.Lines, layout, region.Text))
            return [new SlidePage(layout, flow)];
        return [.. FlowPages.Cut(AsText(flow), LeastBody, box.Width, box.Height, box.Height).Select(page => new SlidePage(layout, page))];
    }

    static IEnumerable<SlidePage> FigurePages(SlideLayout layout, ContentBlock figure, List<ContentBlock> flow) => figure.Type switch
    {
        BlockType.Image => ImagePages(layout, figure, flow),
        BlockType.Table => TablePages(figure, AsText(flow)),
        _ => CodePages(figure, AsText(flow)),
    };

    static IEnumerable<SlidePage> ImagePages(SlideLayout layout, ContentBlock image, List<ContentBlock> flow)
    {
        var side = layout == SlideLayout.TextImageLeft ? layout : SlideLayout.TextImageRight;
        var box = SlideGeometry.Of(side).Body;
        if (flow.Count == 0)
            flow = [new ContentBlock { Type = BlockType.Text, Text = image.Caption ?? "" }];
        if (BodyRegion.Of(flow, box) is { } region && TextFlow.Fits(region.Lines, side, region.Text))
            return [new SlidePage(side, [.. flow, image])];
        var pages = FlowPages.Cut(AsText(flow), LeastBody, box.Width, box.Height, SlideGeometry.Body.Height);
        return pages.Select((page, index) => index == 0 ? new SlidePage(side, [.. page, image]) : new SlidePage(SlideLayout.TitleContent, page));
    }

    static IEnumerable<SlidePage> TablePages(ContentBlock table, List<ContentBlock> flow)
    {
        var box = SlideGeometry.Body;
        var texts = FlowPages.Cut(flow, LeastBody, box.Width, MaxTextAbove, box.Height);
        var above = texts[0].Count == 0 ? 0 : TextFlow.Height(TextFlow.LinesOf(texts[0]), LeastBody, box.Width) + SlideGeometry.Gap;
        var pages = TablePages(table, box.Width, box.Height - above, box.Height)
            .Select((part, index) => new SlidePage(SlideLayout.Table, index == 0 ? [.. texts[0], part] : [part]));
        return [.. pages, .. texts.Skip(1).Select(page => new SlidePage(SlideLayout.TitleContent, page))];
    }

    static IEnumerable<ContentBlock> TablePages(ContentBlock table, double width, double first, double rest)
    {
        var headers = table.Headers ?? [];
        var columns = Math.Max(headers.Count, (table.Rows ?? []).Select(row => row.Count).DefaultIfEmpty(1).Max());
        var header = Padded(headers, columns);
        var (page, room, pages) = (new List<IReadOnlyList<string>>(), first, 0);
        foreach (var row in (table.Rows ?? []).Select(row => Padded(row, columns)).SelectMany(row => RowPieces(header, row, width, rest)))
        {
            if (page.Count > 0 && TableFit.At(TableFit.Sizes[^1], [header, .. page, row], width).Height > room)
            {
                yield return table with { Headers = header, Rows = page };
                (page, room, pages) = ([], rest, pages + 1);
            }
            page.Add(row);
        }
        if (page.Count > 0 || pages == 0)
            yield return table with { Headers = header, Rows = page };
    }

    /// <summary>A row that is higher than a slide, as rows that are not.</summary>
    static IEnumerable<IReadOnlyList<string>> RowPieces(IReadOnlyList<string> header, IReadOnlyList<string> row, double width, double height)
    {
        var size = TableFit.Sizes[^1];
        var fit = TableFit.At(size, [header, row], width);
        if (fit.Height <= height)
            return [row];
        var room = (height - fit.Rows[0]) * 0.6;
        var cells = row.Select((cell, column) => FlowPages.Slices(cell, text =>
            TextMeasure.Lines(text, size, fit.Columns[column] - (2 * TableFit.PaddingX)) * size * TextMeasure.LineHeight <= room).ToList()).ToList();
        return Enumerable.Range(0, cells.Max(cell => cell.Count)).Select(piece => (IReadOnlyList<string>)[.. cells.Select(cell => piece < cell.Count ? cell[piece] : "")]);
    }

    static IEnumerable<SlidePage> CodePages(ContentBlock code, List<ContentBlock> flow)
    {
        var box = SlideGeometry.Body;
        var texts = FlowPages.Cut(flow, LeastBody, box.Width, MaxTextAbove, box.Height);
        var above = texts[0].Count == 0 ? 0 : TextFlow.Height(TextFlow.LinesOf(texts[0]), LeastBody, box.Width) + SlideGeometry.Gap;
        var (lines, room, first) = (new List<string>(), box.Height - above, true);
        var least = CodeFit.Sizes[^1];
        foreach (var line in (code.Code ?? "").Split('\n').SelectMany(line => LinePieces(line, least, box)))
        {
            if (lines.Count > 0 && CodeFit.Height([.. lines, line], least, box.Width) > room)
            {
                yield return Page();
                (lines, room, first) = ([], box.Height, false);
            }
            lines.Add(line);
        }
        yield return Page();
        foreach (var page in texts.Skip(1))
            yield return new SlidePage(SlideLayout.TitleContent, page);

        SlidePage Page()
        {
            var part = code with { Code = string.Join('\n', lines) };
            return new SlidePage(SlideLayout.Code, first ? [.. texts[0], part] : [part]);
        }
    }

    /// <summary>A line too long for a whole slide is cut at its end; others stay as they are, indentation and all.</summary>
    static IEnumerable<string> LinePieces(string line, double size, Box box) =>
        CodeFit.Height([line], size, box.Width) <= box.Height ? [line] : line.Chunk(1000).Select(part => new string(part));

    static List<SlidePage> ColumnPages(ContentBlock left, ContentBlock right)
    {
        var column = SlideGeometry.LeftColumn;
        var lefts = FlowPages.Cut([left with { Heading = null }], LeastBody, column.Width, column.Height, column.Height);
        var rights = FlowPages.Cut([right with { Heading = null }], LeastBody, column.Width, column.Height, column.Height);
        return [.. Enumerable.Range(0, Math.Max(lefts.Count, rights.Count)).Select(index =>
            new SlidePage(SlideLayout.TwoColumns, [Side(lefts, index, left), Side(rights, index, right)]))];
    }

    static ContentBlock Side(List<List<ContentBlock>> pages, int index, ContentBlock whole) =>
        whole with { Items = index < pages.Count && pages[index].Count > 0 ? pages[index][0].Items : [] };

    static bool QuoteFits(ContentBlock quote) =>
        TextFlow.Fits([new FlowLine(LineKind.Text, quote.Text ?? "")], SlideLayout.Quote, SlideGeometry.Quote)
        && TextMeasure.Lines(quote.Attribution ?? "", 20, SlideGeometry.Attribution.Width) == 1;

    /// <summary>Callouts and quotes as paragraphs, where they have no frame of their own.</summary>
    static List<ContentBlock> AsText(IEnumerable<ContentBlock> flow) => [.. flow.Select(block => block.Type is BlockType.Bullets ? block : new ContentBlock
    {
        Type = BlockType.Text,
        Text = string.IsNullOrEmpty(block.Attribution) ? block.Text : $"{block.Text} — {block.Attribution}",
    })];

    /// <summary>The text's blocks dealt out over the figures, in order.</summary>
    static IEnumerable<List<ContentBlock>> Shares(List<ContentBlock> flow, int figures) =>
        Enumerable.Range(0, figures).Select(index => flow[(flow.Count * index / figures)..(flow.Count * (index + 1) / figures)]);

    static List<string> Padded(IReadOnlyList<string> row, int columns) => [.. row, .. Enumerable.Repeat("", columns - row.Count)];

    static bool IsFigure(ContentBlock block) => block.Type is BlockType.Image or BlockType.Table or BlockType.Code;

    static bool IsOpening(SlideLayout layout) => DeckLayouts.IsDark(layout) || layout == SlideLayout.LessonTitle;

    static SlideLayout FlowLayout(SlideLayout layout) =>
        layout is SlideLayout.Agenda or SlideLayout.Summary or SlideLayout.References or SlideLayout.Glossary ? layout : SlideLayout.TitleContent;

    static Slide Cleaned(Slide slide) => slide with
    {
        Title = XmlText.Clean(slide.Title),
        Subtitle = string.IsNullOrWhiteSpace(slide.Subtitle) ? null : XmlText.Clean(slide.Subtitle),
        Notes = XmlText.Clean(slide.Notes),
        ContentBlocks = [.. slide.ContentBlocks.Select(Cleaned)],
    };

    static ContentBlock Cleaned(ContentBlock block) => block with
    {
        Heading = Clean(block.Heading),
        Items = block.Items?.Select(XmlText.Clean).ToList(),
        Text = Clean(block.Text),
        Attribution = Clean(block.Attribution),
        Caption = Clean(block.Caption),
        Headers = block.Headers?.Select(XmlText.Clean).ToList(),
        Rows = block.Rows?.Select(row => (IReadOnlyList<string>)[.. row.Select(XmlText.Clean)]).ToList(),
        Code = Clean(block.Code)?.ReplaceLineEndings("\n").TrimEnd('\n'),
    };

    static string? Clean(string? text) => text is null ? null : XmlText.Clean(text);
}
