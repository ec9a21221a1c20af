using System.Collections.Concurrent;
using System.Text;
using CourseGen.Documents.Fonts;
using CourseGen.Ppt.Fonts;

namespace CourseGen.Ppt.Checks;

/// <summary>How wide and high a run's characters are, by the measure that decks are written with.</summary>
sealed class RunWidths(TextRun run)
{
    /// <summary>In em; of the fonts that code is shown in.</summary>
    const double CodeLineHeight = 1.2;
    /// <summary>Faces are kept. Where more typefaces are named than decks have, the rest is measured as Arial.</summary>
    const int MostFamilies = 256;

    static readonly ConcurrentDictionary<string, bool> Families = new(StringComparer.OrdinalIgnoreCase);

    readonly FontFace? _face = run.IsCode ? null : FontFace.Of(FamilyOf(run.Font), run.Bold);

    /// <summary>In points.</summary>
    internal double Advance(Rune rune) => run.Size * (_face?.Width(rune) ?? (Script.IsWide(rune) ? 1 : TextMeasure.CodeWidth));

    /// <summary>In em.</summary>
    internal double LineHeight => _face?.LineHeight(run.Text) ?? CodeLineHeight;

    static string FamilyOf(string name)
    {
        if (name.Length == 0 || (Families.Count >= MostFamilies && !Families.ContainsKey(name)))
            return "Arial";
        Families.TryAdd(name, true);
        return name;
    }
}
