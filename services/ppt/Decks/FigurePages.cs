using CourseGen.Contracts.Documents;

namespace CourseGen.Ppt.Decks;

/// <summary>A picture, a table or code with the text that stands beside or above it, on as many slides as they need.</summary>
static class FigurePages
{
    const double MaxTextAbove = 120;

    internal static IEnumerable<SlidePage> Of(SlideLayout layout, ContentBlock figure, List<ContentBlock> flow) => figure.Type switch
    {
        BlockType.Image => ImagePages(layout, figure, flow),
        BlockType.Table => TablePages(figure, FlowPages.AsText(flow)),
        _ => CodePages(figure, FlowPages.AsText(flow)),
    };

    static IEnumerable<SlidePage> ImagePages(SlideLayout layout, ContentBlock image, List<ContentBlock> flow)
    {
        var side = layout == SlideLayout.TextImageLeft ? layout : SlideLayout.TextImageRight;
        var box = SlideGeometry.Of(side).Body;
        if (flow.Count == 0)
            flow = [new ContentBlock { Type = BlockType.Text, Text = image.Caption ?? "" }];
        if (BodyRegion.Of(flow, box) is { } region && TextFlow.Fits(region.Lines, side, region.Text))
            return [new SlidePage(side, [.. flow, image])];
        var pages = FlowPages.Cut(FlowPages.AsText(flow), TextFlow.LeastSize, box.Width, box.Height, SlideGeometry.Body.Height);
        return pages.Select((page, index) => index == 0 ? new SlidePage(side, [.. page, image]) : new SlidePage(SlideLayout.TitleContent, page));
    }

    static IEnumerable<SlidePage> TablePages(ContentBlock table, List<ContentBlock> flow)
    {
        var box = SlideGeometry.Body;
        var texts = FlowPages.Cut(flow, TextFlow.LeastSize, box.Width, MaxTextAbove, box.Height);
        var above = texts[0].Count == 0 ? 0 : TextFlow.Height(TextFlow.LinesOf(texts[0]), TextFlow.LeastSize, box.Width) + SlideGeometry.Gap;
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
        var texts = FlowPages.Cut(flow, TextFlow.LeastSize, box.Width, MaxTextAbove, box.Height);
        var above = texts[0].Count == 0 ? 0 : TextFlow.Height(TextFlow.LinesOf(texts[0]), TextFlow.LeastSize, box.Width) + SlideGeometry.Gap;
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

    static List<string> Padded(IReadOnlyList<string> row, int columns) => [.. row, .. Enumerable.Repeat("", columns - row.Count)];
}
