using System.Globalization;
using System.Xml.Linq;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Merging;

/// <summary>
/// Size, colour and fonts of text in text boxes and tables that does not say them itself: a deck has them once (ECMA-376 Part 1,
/// 19.2.1.8), and decks of other programs have others than PowerPoint's 18 points in the theme's first colour and body font. Where decks
/// differ, their text says them itself, and the merged deck has PowerPoint's.
/// </summary>
sealed class DefaultText
{
    const int UsualSize = 1800;
    const int MostLevels = TextLevel.Most;

    /// <param name="Size">Hundredths of a point.</param>
    /// <param name="Others">Fill and fonts that are not the usual ones.</param>
    sealed record Level(int Size, IReadOnlyList<XElement> Others)
    {
        public override string ToString() => $"{Size} {string.Concat(Others.Select(other => other.ToString(SaveOptions.DisableFormatting)))}";
    }

    readonly IReadOnlyList<Level> _levels;
    readonly string _key;

    /// <param name="factor">New size of slides over old.</param>
    internal DefaultText(XElement? style, double factor)
    {
        _levels = [.. Enumerable.Range(1, MostLevels).Select(number => LevelOf(style?.Element(A + $"lvl{number}pPr")?.Element(A + "defRPr"), factor))];
        _key = string.Join('\n', _levels);
    }

    static readonly DefaultText Usual = new(null, 1);

    internal bool IsUsual => Same(Usual);

    internal bool Same(DefaultText other) => _key == other._key;

    /// <returns>Whether any text of the slide, layout or master had to be told.</returns>
    internal bool Apply(XElement root)
    {
        var changed = false;
        foreach (var shape in TextShapes.Free(root))
            changed |= Apply(shape.Element(P + "txBody"), onlySize: shape.Element(P + "style") is not null);
        foreach (var cell in TextShapes.Cells(root))
            changed |= Apply(cell.Element(A + "txBody"), onlySize: true);
        return changed;
    }

    /// <param name="onlySize">A style of the shape or table says colour and font, and would be overruled.</param>
    bool Apply(XElement? text, bool onlySize)
    {
        var changed = false;
        foreach (var paragraphs in text?.Elements(A + "p").Where(HasText).GroupBy(LevelNumber) ?? [])
        {
            var level = _levels[paragraphs.Key];
            var own = new TextLevel(text!, paragraphs.Key);
            var runs = paragraphs.SelectMany(RunsOf).Select(run => run.Element(A + "rPr")).ToList();
            if (level.Size != UsualSize && !own.SaysSize && runs.Exists(run => run?.Attribute("sz") is null))
                own.Set(level.Size);
            foreach (var other in onlySize ? [] : level.Others.Where(other => !own.Says(other) && runs.Exists(run => !TextLevel.Says(run, other))))
                own.Add(other);
            changed |= own.Changed;
        }
        return changed;
    }

    static IEnumerable<XElement> RunsOf(XElement paragraph) => paragraph.Elements().Where(element => element.Name == A + "r" || element.Name == A + "fld");

    static bool HasText(XElement paragraph) => RunsOf(paragraph).Any();

    static int LevelNumber(XElement paragraph) =>
        int.TryParse((string?)paragraph.Element(A + "pPr")?.Attribute("lvl"), NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? Math.Min(level, MostLevels - 1) : 0;

    static Level LevelOf(XElement? run, double factor)
    {
        var size = int.TryParse((string?)run?.Attribute("sz"), NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? said : UsualSize;
        return new Level((int)Math.Round(size * factor), [.. run?.Elements().Where(element => !IsUsualOf(element)) ?? []]);
    }

    /// <summary>What is neither a fill nor a font does not count.</summary>
    static bool IsUsualOf(XElement element) => element.Name.LocalName switch
    {
        "solidFill" => element.Element(A + "schemeClr") is { HasElements: false } color && (string?)color.Attribute("val") == "tx1",
        "latin" or "ea" or "cs" => ((string?)element.Attribute("typeface"))?.StartsWith("+mn-", StringComparison.Ordinal) == true,
        _ => !TextLevel.IsFill(element),
    };
}
