using CourseGen.Contracts.Documents;
using CourseGen.Documents;

namespace CourseGen.Ppt.Decks;

/// <summary>Cuts body text into pages: between bullets and paragraphs, and inside one only where it is longer than a page. Nothing is lost.</summary>
sealed class FlowPages(TextFit fit)
{
    /// <param name="Block">It is a piece of this block.</param>
    readonly record struct Piece(ContentBlock Block, string Text);

    /// <param name="first">Height of the first page's box.</param>
    /// <param name="rest">Height of the others'.</param>
    /// <returns>At least one page, which may be empty.</returns>
    internal List<List<ContentBlock>> Cut(IEnumerable<ContentBlock> blocks, double size, double width, double first, double rest)
    {
        var pieces = Begun(blocks.SelectMany(block => PiecesOf(block, size, width, rest)).ToList(), size, width, first);
        var pages = Fill(pieces, size, width, first, rest);
        if (pages.Count > 1)
        {
            foreach (var share in (double[])[0.55, 0.65, 0.75, 0.85, 0.95])
            {
                if (Fill(pieces, size, width, first * share, rest * share) is var even && even.Count == pages.Count && (even[0].Count > 0 || pages[0].Count == 0))
                    return [.. even.Select(Joined)];
            }
        }
        return [.. pages.Select(Joined)];
    }

    /// <summary>Callouts and quotes as paragraphs, where they have no frame of their own.</summary>
    internal static List<ContentBlock> AsText(IEnumerable<ContentBlock> flow) => [.. flow.Select(block => block.Type is BlockType.Bullets ? block : new ContentBlock
    {
        Type = BlockType.Text,
        Text = string.IsNullOrEmpty(block.Attribution) ? block.Text : $"{block.Text} — {block.Attribution}",
    })];

    List<List<Piece>> Fill(List<Piece> pieces, double size, double width, double first, double rest)
    {
        List<List<Piece>> pages = [[]];
        foreach (var piece in pieces)
        {
            List<Piece> with = [.. pages[^1], piece];
            var fits = fit.Height(TextFlow.LinesOf(Joined(with)), size, width) <= (pages.Count == 1 ? first : rest);
            if (fits || (pages[^1].Count == 0 && pages.Count > 1))
                pages[^1] = with;
            else
                pages.Add([piece]);
        }
        return pages;
    }

    /// <summary>A first page with less room than the others is not left empty: what does not fit there begins there, with whole sentences if it can.</summary>
    List<Piece> Begun(List<Piece> pieces, double size, double width, double first)
    {
        if (pieces is not [var piece, .. var rest] || Fits(piece.Text))
            return pieces;
        var sentences = Prose.Sentences(piece.Text);
        var begin = Enumerable.Range(1, sentences.Count).Select(count => string.Join(' ', sentences.Take(count)))
            .LastOrDefault(text => piece.Text.StartsWith(text, StringComparison.Ordinal) && Fits(text)) ?? Slices(piece.Text, Fits).First();
        return Fits(begin) ? [piece with { Text = begin }, piece with { Text = piece.Text[begin.Length..].TrimStart() }, .. rest] : pieces;

        bool Fits(string text) => fit.Height(TextFlow.LinesOf(Joined([piece with { Text = text }])), size, width) <= first;
    }

    static List<ContentBlock> Joined(List<Piece> pieces)
    {
        var blocks = new List<ContentBlock>();
        ContentBlock? origin = null;
        foreach (var piece in pieces)
        {
            if (piece.Block.Type != BlockType.Bullets)
                blocks.Add(piece.Block with { Text = piece.Text });
            else if (ReferenceEquals(origin, piece.Block))
                blocks[^1] = blocks[^1] with { Items = [.. blocks[^1].Items!, piece.Text] };
            else
                blocks.Add(piece.Block with { Items = [piece.Text] });
            origin = piece.Block;
        }
        return blocks;
    }

    IEnumerable<Piece> PiecesOf(ContentBlock block, double size, double width, double height)
    {
        var texts = block.Type == BlockType.Bullets ? block.Items ?? [] : [block.Text ?? ""];
        var head = string.IsNullOrEmpty(block.Heading) ? 0 : fit.Height(new FlowLine(LineKind.Heading, block.Heading), size, width);
        return texts.SelectMany(text => Slices(text, part =>
            fit.Height([new FlowLine(LineKind.Bullet, part)], size, width) + head <= height * 0.55)).Select(text => new Piece(block, text));
    }

    /// <summary>The text, cut between words where a part would no longer fit.</summary>
    internal static IEnumerable<string> Slices(string text, Func<string, bool> fits)
    {
        while (text.Length > 0 && !fits(text))
        {
            var (low, high) = (1, text.Length - 1);
            while (low < high)
            {
                var middle = (low + high + 1) / 2;
                (low, high) = fits(text[..middle]) ? (middle, high) : (low, middle - 1);
            }
            var space = text.LastIndexOf(' ', low);
            var end = space > 0 ? space : char.IsHighSurrogate(text[low - 1]) ? low + 1 : low;
            yield return text[..end].TrimEnd();
            text = text[end..].TrimStart();
        }
        if (text.Length > 0)
            yield return text;
    }
}
