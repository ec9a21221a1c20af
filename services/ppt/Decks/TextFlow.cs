using CourseGen.Contracts.Documents;

namespace CourseGen.Ppt.Decks;

enum LineKind { Heading, Bullet, Text }

/// <summary>One paragraph of a slide's body.</summary>
readonly record struct FlowLine(LineKind Kind, string Text);

/// <summary>The body text of a slide as paragraphs.</summary>
static class TextFlow
{
    internal static IReadOnlyList<FlowLine> LinesOf(IEnumerable<ContentBlock> blocks)
    {
        var lines = new List<FlowLine>();
        foreach (var block in blocks)
            Add(lines, block);
        return lines;
    }

    static void Add(List<FlowLine> lines, ContentBlock block)
    {
        if (block.Type == BlockType.Bullets)
        {
            if (!string.IsNullOrWhiteSpace(block.Heading))
                lines.Add(new FlowLine(LineKind.Heading, block.Heading));
            lines.AddRange((block.Items ?? []).Select(item => new FlowLine(LineKind.Bullet, item)));
        }
        else if (block.Type is BlockType.Text or BlockType.Quote && !string.IsNullOrWhiteSpace(block.Text))
        {
            lines.Add(new FlowLine(LineKind.Text, block.Text));
        }
    }
}
