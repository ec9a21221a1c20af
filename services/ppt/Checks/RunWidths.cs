using System.Text;
using CourseGen.Ppt.Decks;

namespace CourseGen.Ppt.Checks;

/// <summary>How wide and high a run's characters are, by the measure that decks are written with.</summary>
static class RunWidths
{
    internal const double LineHeight = TextMeasure.LineHeight;
    /// <summary>Of Courier and the fonts that equal it, a little wider than Consolas.</summary>
    const double CodeWidth = 0.602;
    const double BoldFactor = 1.06;

    /// <summary>In points.</summary>
    internal static double Advance(Rune rune, TextRun run) => run.IsCode
        ? (Scripts.IsWide(rune) ? 1 : CodeWidth) * run.Size
        : TextMeasure.Width(rune.ToString(), run.Size) * (run.Bold ? BoldFactor : 1);
}
