using CourseGen.Ppt.Fonts;

namespace CourseGen.Ppt.Decks;

/// <summary>How much room text takes, and whether it fits.</summary>
sealed class TextFit(DeckFonts fonts, ParagraphSpacing spacing)
{
    /// <summary>Indent of a bullet's text, in points, as the master has it.</summary>
    internal const double BulletIndent = 20;
    /// <summary>Above each paragraph, in lines; of the first too, because some programs show it.</summary>
    internal const double SpaceBefore = 0.4;
    internal const double CalloutPadding = 12;

    /// <summary>PowerPoint's own steps of autofit, as far as text may shrink here.</summary>
    static readonly double[] Shrinks = [1, 0.975, 0.95, 0.925, TextStyle.MostShrink];
    static readonly double[] OpeningTitles = [44, 40, 36, 32, 28, 24, 20], Titles = [32, 30, 28, 26, 24, 20];
    const double LeastTitle = 16;

    internal DeckFonts Fonts => fonts;

    internal double Height(IEnumerable<FlowLine> lines, double size, double width)
    {
        var height = 2 * Slot.InsetY;
        foreach (var line in lines)
            height += Height(line, size, width);
        return height;
    }

    internal double Height(FlowLine line, double size, double width)
    {
        var face = line.Kind == LineKind.Heading ? fonts.BodyBold : fonts.Body;
        var room = width - (2 * Slot.InsetX) - (line.Kind == LineKind.Bullet ? spacing.Indent : 0);
        return ((TextMeasure.Lines(line.Text, size, room, face) * spacing.Line) + spacing.Between) * size * face.LineHeight(line.Text);
    }

    /// <returns>The share of its own size at which the text fits; null when it would have to be smaller than autofit may make it.</returns>
    internal double? Shrink(IReadOnlyList<FlowLine> lines, double size, Box box)
    {
        foreach (var share in Shrinks.Where(share => share >= TextStyle.LeastShrink(size)))
        {
            if (Height(lines, size * share, box.Width) <= box.Height)
                return share;
        }
        return null;
    }

    internal bool Fits(IReadOnlyList<FlowLine> lines, TextStyle style, Box box) => Height(lines, style.LeastSize, box.Width) <= box.Height;

    internal double CalloutHeight(string text, double size, double width) =>
        TextMeasure.Height(text, size, width - (2 * CalloutPadding), fonts.Body) + (2 * CalloutPadding);

    /// <summary>The size at which a title takes at most the lines its box holds. Titles stay whole: a long one is set smaller.</summary>
    internal double TitleSize(string title, Slot slot)
    {
        var face = slot.Style.Bold ? fonts.HeadingBold : fonts.Heading;
        var sizes = slot.Style.Size > Titles[0] ? OpeningTitles : Titles;
        var (width, height) = (slot.Box.Width - (2 * Slot.InsetX), slot.Box.Height);
        return sizes.Where(size => size < slot.Style.Size).Prepend(slot.Style.Size).FirstOrDefault(size => TextMeasure.Height(title, size, width, face) <= height, LeastTitle);
    }

    /// <summary>The largest of the sizes at which a text takes one line; the last when it never does.</summary>
    internal double OneLineSize(string text, Slot slot, bool bold)
    {
        double[] sizes = [slot.Style.Size, slot.Style.Size - 2, slot.Style.Size - 4, slot.Style.Size - 6];
        return sizes.FirstOrDefault(size => TextMeasure.Lines(text, size, slot.Box.Width - (2 * Slot.InsetX), bold ? fonts.BodyBold : fonts.Body) == 1, sizes[^1]);
    }
}
