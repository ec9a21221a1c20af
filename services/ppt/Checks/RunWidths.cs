using System.Text;
using CourseGen.Ppt.Fonts;

namespace CourseGen.Ppt.Checks;

/// <summary>How wide and high a run's characters are, by the measure that decks are written with.</summary>
static class RunWidths
{
    /// <summary>Of the product's own typeface.</summary>
    internal const double LineHeight = CarlitoWidths.LineHeight;

    /// <summary>In points.</summary>
    internal static double Advance(Rune rune, TextRun run) => run.IsCode
        ? (Scripts.IsWide(rune) ? 1 : TextMeasure.CodeWidth) * run.Size
        : FontFace.Of(run.Font, run.Bold).Width(rune) * run.Size;
}
