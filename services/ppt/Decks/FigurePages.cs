using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Fonts;

namespace CourseGen.Ppt.Decks;

/// <summary>A picture, a table or code with the text that stands beside or above it, on as many slides as they need.</summary>
sealed class FigurePages(DeckTemplate template, FlowPages flowPages)
{
    const double MaxTextAbove = 120;

    TextFit Fit => template.Fit;

    internal IEnumerable<SlidePage> Of(SlideLayout layout, ContentBlock figure, List<ContentBlock> flow) => figure.Type switch
    {
        BlockType.Image => ImagePages(layout, figure, flow),
        BlockType.Table => TablePages(figure, FlowPages.AsText(flow)),
        _ => CodePages(figure, FlowPages.AsText(flow)),
    };

    IEnumerable<SlidePage> ImagePages(SlideLayout layout, ContentBlock image, List<ContentBlock> flow)
    {
        var side = layout == SlideLayout.TextImageLeft ? layout : SlideLayout.TextImageRight;
        var (style, box) = (template[side].Body.Style, template[side].Body.Box);
        if (flow.Count == 0)
            flow = [new ContentBlock { Type = BlockType.Text, Text = image.Caption ?? "" }];
        if (BodyRegion.Of(flow, box, template) is { } region && Fit.Fits(region.Lines, style, region.Text))
            return [new SlidePage(side, [.. flow, image])];
        var cut = flowPages.Cut(FlowPages.AsText(flow), style.LeastSize, box.Width, box.Height, template[SlideLayout.TitleContent].Body.Box.Height);
        return cut.Select((page, index) => index == 0 ? new SlidePage(side, [.. page, image]) : new SlidePage(SlideLayout.TitleContent, page));
    }

    /// <summary>The text above a figure, page by page, and the height that the first page's takes.</summary>
    (List<List<ContentBlock>> Pages, double Height) Above(SlideLayout layout, List<ContentBlock> flow)
    {
        var (size, box) = (template[layout].Body.Style.LeastSize, template[layout].Body.Box);
        var texts = flowPages.Cut(flow, size, box.Width, Math.Min(MaxTextAbove, box.Height / 3), box.Height);
        return (texts, texts[0].Count == 0 ? 0 : Fit.Height(TextFlow.LinesOf(texts[0]), size, box.Width) + SlideGeometry.Gap);
    }

    IEnumerable<SlidePage> TablePages(ContentBlock table, List<ContentBlock> flow)
    {
        var box = template[SlideLayout.Table].Body.Box;
        var (texts, above) = Above(SlideLayout.Table, flow);
        var parts = TablePages(table, box.Width, box.Height - above, box.Height)
            .Select((part, index) => new SlidePage(SlideLayout.Table, index == 0 ? [.. texts[0], part] : [part]));
        return [.. parts, .. texts.Skip(1).Select(page => new SlidePage(SlideLayout.TitleContent, page))];
    }

    IEnumerable<ContentBlock> TablePages(ContentBlock table, double width, double first, double rest)
    {
        var headers = table.Headers ?? [];
        var columns = Math.Max(headers.Count, (table.Rows ?? []).Select(row => row.Count).DefaultIfEmpty(1).Max());
        var header = Padded(headers, columns);
        var rows = (table.Rows ?? []).Select(row => Padded(row, columns)).SelectMany(row => RowPieces(header, row, width, rest)).ToList();
        var pages = Filled(header, rows, width, first, rest);
        return pages.Count == 0 ? [table with { Headers = header, Rows = [] }] : pages.Select(page => table with { Headers = header, Rows = page });
    }

    /// <summary>Rows page by page: as few pages as they need, and then the last one not much emptier than the others.</summary>
    List<List<IReadOnlyList<string>>> Filled(IReadOnlyList<string> header, List<IReadOnlyList<string>> rows, double width, double first, double rest)
    {
        var pages = Fill(header, rows, width, first, rest, int.MaxValue);
        if (pages.Count < 2)
            return pages;
        for (var most = (rows.Count + pages.Count - 1) / pages.Count; most < pages.Max(page => page.Count); most++)
        {
            if (Fill(header, rows, width, first, rest, most) is var even && even.Count == pages.Count)
                return even;
        }
        return pages;
    }

    List<List<IReadOnlyList<string>>> Fill(IReadOnlyList<string> header, List<IReadOnlyList<string>> rows, double width, double first, double rest, int most)
    {
        var pages = new List<List<IReadOnlyList<string>>>();
        foreach (var row in rows)
        {
            var room = pages.Count <= 1 ? first : rest;
            if (pages.Count > 0 && pages[^1].Count < most && TableFit.At(TableFit.Sizes[^1], [header, .. pages[^1], row], width, template.Fonts).Height <= room)
                pages[^1].Add(row);
            else
                pages.Add([row]);
        }
        return pages;
    }

    /// <summary>A row that is higher than a slide, as rows that are not.</summary>
    IEnumerable<IReadOnlyList<string>> RowPieces(IReadOnlyList<string> header, IReadOnlyList<string> row, double width, double height)
    {
        var size = TableFit.Sizes[^1];
        var fit = TableFit.At(size, [header, row], width, template.Fonts);
        if (fit.Height <= height)
            return [row];
        var room = (height - fit.Rows[0]) * 0.6;
        var cells = row.Select((cell, column) => FlowPages.Slices(cell, text =>
            TextMeasure.Height(text, size, fit.Columns[column] - (2 * TableFit.PaddingX), template.Fonts.Body) <= room).ToList()).ToList();
        return Enumerable.Range(0, cells.Max(cell => cell.Count)).Select(piece => (IReadOnlyList<string>)[.. cells.Select(cell => piece < cell.Count ? cell[piece] : "")]);
    }

    IEnumerable<SlidePage> CodePages(ContentBlock code, List<ContentBlock> flow)
    {
        var box = template[SlideLayout.Code].Body.Box;
        var (texts, above) = Above(SlideLayout.Code, flow);
        var lines = (code.Code ?? "").Split('\n').SelectMany(line => LinePieces(line, box)).ToList();
        var parts = new CodeParts(lines, box.Width, box.Height - above, box.Height).Of()
            .Select((part, index) => new SlidePage(SlideLayout.Code, index == 0 ? [.. texts[0], code with { Code = part }] : [code with { Code = part }]));
        return [.. parts, .. texts.Skip(1).Select(page => new SlidePage(SlideLayout.TitleContent, page))];
    }

    /// <summary>A line too long for a whole slide is cut at its end; others stay as they are, indentation and all.</summary>
    static IEnumerable<string> LinePieces(string line, Box box) =>
        CodeFit.Height([line], CodeFit.Sizes[^1], box.Width) <= box.Height ? [line] : line.Chunk(1000).Select(part => new string(part));

    static List<string> Padded(IReadOnlyList<string> row, int columns) => [.. row, .. Enumerable.Repeat("", columns - row.Count)];
}
