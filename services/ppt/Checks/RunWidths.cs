using System.Text;
using CourseGen.Documents.Fonts;
using CourseGen.Ppt.Fonts;

namespace CourseGen.Ppt.Checks;

/// <summary>How wide and high a run's characters are, by the measure that decks are written with.</summary>
static class RunWidths
{
    /// <summary>In em; of the fonts that code is shown in.</summary>
    const double CodeLineHeight = 1.2;

    /// <summary>In points.</summary>
    internal static double Advance(Rune rune, TextRun run) => run.Size * (run.IsCode
        ? (Script.IsWide(rune) ? 1 : TextMeasure.CodeWidth)
        : Face(run).Width(rune));

    /// <summary>In em; of the paragraph's highest run.</summary>
    internal static double LineHeight(TextParagraph paragraph) =>
        paragraph.Runs.Max(run => run.IsCode ? CodeLineHeight : Face(run).LineHeight(run.Text));

    static FontFace Face(TextRun run) => FontFace.Of(run.Font, run.Bold);
}
