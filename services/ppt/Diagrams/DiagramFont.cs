using CourseGen.Contracts.Documents;
using CourseGen.Documents.Diagrams;
using CourseGen.Ppt.Decks;
using CourseGen.Ppt.Fonts;

namespace CourseGen.Ppt.Diagrams;

/// <summary>The slides' typeface as a layout sees it, which measures in em of Arial: a narrower typeface is as wide at a larger size, and then higher.</summary>
sealed class DiagramFont
{
    /// <summary>Letters as they are in labels.</summary>
    const string Letters = "The quick brown fox jumps over the lazy dog; 1234567890";
    /// <summary>Em: in shorter labels, letters of other widths than is usual make no difference.</summary>
    const double LongLabel = 6;
    /// <summary>Em on each side of an arrow's label.</summary>
    const double LabelPadding = 0.25;

    readonly DeckFonts _fonts;

    internal DiagramFont(DeckFonts fonts, Diagram diagram)
    {
        _fonts = fonts;
        Narrower = Math.Clamp(diagram.Nodes.Select(node => node.Label).Where(label => LabelText.WidthOf(label) >= LongLabel).Append(Letters).Min(NarrowerFor), 0.8, 1.1);
        LinePitch = Narrower * diagram.Nodes.Select(node => node.Label).Concat(diagram.Edges.Select(edge => edge.Label ?? "")).Max(label => fonts.Body.LineHeight(label));
    }

    double NarrowerFor(string text) => LabelText.WidthOf(text) / TextMeasure.Width(text, 1, _fonts.Body);

    /// <summary>How many times larger than the layout's em the text is set.</summary>
    internal double Narrower { get; }

    /// <summary>From baseline to baseline, in the layout's em.</summary>
    internal double LinePitch { get; }

    internal double LabelHeight => LinePitch * PlacedDiagram.LabelSize;

    internal double LabelWidth(string text) =>
        (Math.Max(LabelText.WidthOf(text), TextMeasure.Width(text, Narrower, _fonts.Body)) * PlacedDiagram.LabelSize) + (2 * LabelPadding);
}
