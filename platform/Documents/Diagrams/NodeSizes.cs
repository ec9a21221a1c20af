using CourseGen.Contracts.Documents;

namespace CourseGen.Documents.Diagrams;

/// <summary>A node's wrapped text and its shape's size in em.</summary>
sealed record SizedNode(DiagramNode Node, LabelText Text, double Width, double Height);

/// <summary>How large the shapes of a diagram are: all boxes alike, and all diamonds wide enough for their text.</summary>
static class NodeSizes
{
    /// <summary>Of a round box's corners.</summary>
    public const double RoundRadius = 1.35;

    /// <summary>Of a note's corner, which no text covers.</summary>
    public const double NoteFold = 0.7;

    const double SidePadding = 0.95, TopPadding = 0.45, LeastWidth = 4.6;
    /// <summary>Between a line of text and a diamond's slanted sides.</summary>
    const double DiamondPadding = 0.4;
    /// <summary>Above and below the letters of a line, in em.</summary>
    const double Leading = 0.1;
    const int MostDiamondLines = 4;

    /// <param name="lines">The most lines that a box has.</param>
    /// <param name="flatness">Width of a diamond over its height.</param>
    public static IReadOnlyList<SizedNode> Of(IReadOnlyList<DiagramNode> nodes, int lines, double flatness, Room room)
    {
        var boxes = nodes.Where(node => node.Shape != NodeShape.Diamond).ToList();
        var textWidth = boxes.Select(node => LabelText.InLines(node.Label, lines).Width).DefaultIfEmpty(0).Max();
        var texts = boxes.ToDictionary(node => node.Id, node => LabelText.Within(node.Label, textWidth));
        var width = Math.Max(LeastWidth, textWidth + 2 * SidePadding * room.Padding);
        var height = boxes.Select(node => texts[node.Id].Lines.Count * room.LinePitch + (node.Shape == NodeShape.Note ? NoteFold : 0)).DefaultIfEmpty(0).Max() + 2 * TopPadding * room.Padding;
        return [.. nodes.Select(node => node.Shape == NodeShape.Diamond
            ? Diamond(node, flatness, room.LinePitch)
            : new SizedNode(node, texts[node.Id], width, height))];
    }

    static SizedNode Diamond(DiagramNode node, double flatness, double linePitch) =>
        Enumerable.Range(1, MostDiamondLines)
            .Select(lines => LabelText.InLines(node.Label, lines))
            .Select(text => (Text: text, Height: DiamondHeight(text, flatness, linePitch)))
            .MinBy(choice => choice.Height) is var (text, height)
                ? new SizedNode(node, text, height * flatness, height)
                : throw new InvalidOperationException();

    /// <summary>Each line's corners are inside: |x| / (width / 2) + |y| / (height / 2) is at most 1 there.</summary>
    static double DiamondHeight(LabelText text, double flatness, double linePitch)
    {
        var middle = (text.Lines.Count - 1) / 2.0;
        return text.Lines.Index().Max(line =>
        {
            var x = LabelText.WidthOf(line.Item) / 2 + DiamondPadding;
            var y = Math.Abs(line.Index - middle) * linePitch + linePitch / 2 - Leading;
            return 2 * (x / flatness + y);
        });
    }
}
