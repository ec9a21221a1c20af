using CourseGen.Contracts.Documents;

namespace CourseGen.Ppt.Decks;

enum LineKind { Heading, Bullet, Text }

/// <summary>One paragraph of a slide's body.</summary>
readonly record struct FlowLine(LineKind Kind, string Text);

/// <summary>The body text of a slide as paragraphs, and the size at which they fit their box.</summary>
static class TextFlow
{
    /// <summary>Indent of a bullet's text.</summary>
    internal const double BulletIndent = 20;
    internal const double SpaceBefore = 0.4;
    /// <summary>Body text that the back row can read.</summary>
    internal const double LeastSize = 18;
    internal const double CalloutSize = 18;
    const double CalloutPadding = 12;

    internal static IEnumerable<FlowLine> LinesOf(IEnumerable<ContentBlock> blocks) => blocks.SelectMany(LinesOf);

    internal static IEnumerable<FlowLine> LinesOf(ContentBlock block) => block.Type switch
    {
        BlockType.Bullets => [
            .. string.IsNullOrWhiteSpace(block.Heading) ? (IEnumerable<FlowLine>)[] : [new FlowLine(LineKind.Heading, block.Heading)],
            .. (block.Items ?? []).Select(item => new FlowLine(LineKind.Bullet, item))],
        BlockType.Text or BlockType.Quote when !string.IsNullOrWhiteSpace(block.Text) => [new FlowLine(LineKind.Text, block.Text)],
        _ => [],
    };

    /// <summary>Sizes that a layout's body may have, the preferred one first.</summary>
    internal static IReadOnlyList<double> SizesOf(SlideLayout layout) => layout switch
    {
        SlideLayout.References or SlideLayout.Glossary => [24, 22, 20, 18],
        SlideLayout.Table or SlideLayout.Code => [22, 20, 18],
        SlideLayout.LessonTitle or SlideLayout.Cover or SlideLayout.Closing => [20, 18],
        SlideLayout.Quote => [32, 28, 24, 20, 18],
        SlideLayout.TextImageLeft or SlideLayout.TextImageRight or SlideLayout.TwoColumns => [26, 24, 22, 20, 18],
        _ => [28, 26, 24, 22, 20, 18],
    };

    internal static double Height(IEnumerable<FlowLine> lines, double size, double width) =>
        (2 * SlideGeometry.InsetY) + lines.Sum(line => Height(line, size, width));

    internal static double Height(FlowLine line, double size, double width)
    {
        var room = width - (2 * SlideGeometry.InsetX) - (line.Kind == LineKind.Bullet ? BulletIndent : 0);
        return ((TextMeasure.Lines(line.Text, size, room, line.Kind == LineKind.Heading) * TextMeasure.LineHeight) + SpaceBefore) * size;
    }

    internal static double CalloutHeight(string text, double width) =>
        (TextMeasure.Lines(text, CalloutSize, width - (3 * CalloutPadding)) * TextMeasure.LineHeight * CalloutSize) + (2 * CalloutPadding);

    /// <returns>The largest size that fits; the smallest allowed when none does.</returns>
    internal static double FittingSize(IReadOnlyList<FlowLine> lines, SlideLayout layout, Box box)
    {
        var sizes = SizesOf(layout);
        foreach (var size in sizes)
        {
            if (Height(lines, size, box.Width) <= box.Height)
                return size;
        }
        return sizes[^1];
    }

    internal static bool Fits(IEnumerable<FlowLine> lines, SlideLayout layout, Box box) => Height(lines, SizesOf(layout)[^1], box.Width) <= box.Height;

    /// <summary>The size at which a title takes at most the lines its box holds.</summary>
    internal static double TitleSize(string title, SlideLayout layout)
    {
        var box = SlideGeometry.Of(layout).Title;
        double[] sizes = layout is SlideLayout.Cover or SlideLayout.Section or SlideLayout.LessonTitle or SlideLayout.Closing
            ? [48, 44, 40, 36, 32, 28, 24, 20]
            : [32, 28, 24, 20];
        foreach (var size in sizes)
        {
            if (TextMeasure.Lines(title, size, box.Width - (2 * SlideGeometry.InsetX), bold: true) * size * TextMeasure.LineHeight <= box.Height)
                return size;
        }
        return 16;
    }
}
