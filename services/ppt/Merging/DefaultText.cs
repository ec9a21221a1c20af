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
    const int MostLevels = 9;

    static readonly string[] Fills = ["noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill"];
    static readonly string[] Faces = ["latin", "ea", "cs"];

    /// <summary>The order of a run's properties (ECMA-376 Part 1, 21.1.2.3.2).</summary>
    static readonly string[] Order = ["ln", .. Fills, "effectLst", "effectDag", "highlight", "uLnTx", "uLn", "uFillTx", "uFill", .. Faces, "sym", "hlinkClick", "hlinkMouseOver", "rtl", "extLst"];

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
            var own = text!.Element(A + "lstStyle")?.Element(A + $"lvl{paragraphs.Key + 1}pPr")?.Element(A + "defRPr");
            var runs = paragraphs.SelectMany(RunsOf).Select(run => run.Element(A + "rPr")).ToList();
            if (level.Size != UsualSize && own?.Attribute("sz") is null && runs.Exists(run => run?.Attribute("sz") is null))
                changed |= Set(own ??= StyleOf(text, paragraphs.Key), level.Size);
            foreach (var other in onlySize ? [] : level.Others.Where(other => !Says(own, other) && runs.Exists(run => !Says(run, other))))
                changed |= Add(own ??= StyleOf(text, paragraphs.Key), other);
        }
        return changed;
    }

    static IEnumerable<XElement> RunsOf(XElement paragraph) => paragraph.Elements().Where(element => element.Name == A + "r" || element.Name == A + "fld");

    static bool HasText(XElement paragraph) => RunsOf(paragraph).Any();

    static int LevelNumber(XElement paragraph) =>
        int.TryParse((string?)paragraph.Element(A + "pPr")?.Attribute("lvl"), NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? Math.Min(level, MostLevels - 1) : 0;

    static bool Says(XElement? run, XElement other) =>
        run?.Elements().Any(element => element.Name == other.Name || (IsFill(element) && IsFill(other))) == true;

    static bool IsFill(XElement element) => Fills.Contains(element.Name.LocalName);

    static XElement StyleOf(XElement text, int level)
    {
        var list = text.Element(A + "lstStyle");
        if (list is null)
            text.Element(A + "bodyPr")!.AddAfterSelf(list = new XElement(A + "lstStyle"));
        var name = A + $"lvl{level + 1}pPr";
        if (list.Element(name) is not { } style)
            list.ReplaceNodes(list.Elements().Append(style = new XElement(name)).OrderBy(element => element.Name.LocalName == "extLst").ThenBy(element => element.Name.LocalName, StringComparer.Ordinal));
        style = list.Element(name)!;
        if (style.Element(A + "defRPr") is { } known)
            return known;
        var properties = new XElement(A + "defRPr");
        if (style.Element(A + "extLst") is { } extensions)
            extensions.AddBeforeSelf(properties);
        else
            style.Add(properties);
        return properties;
    }

    static bool Set(XElement style, int size)
    {
        style.SetAttributeValue("sz", size);
        return true;
    }

    static bool Add(XElement style, XElement other)
    {
        style.ReplaceNodes(style.Elements().Append(new XElement(other)).OrderBy(element => Array.IndexOf(Order, element.Name.LocalName)));
        return true;
    }

    static Level LevelOf(XElement? run, double factor)
    {
        var size = int.TryParse((string?)run?.Attribute("sz"), NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? said : UsualSize;
        return new Level((int)Math.Round(size * factor), [.. run?.Elements().Where(element => !IsUsualOf(element)) ?? []]);
    }

    /// <summary>Also of what counts here neither: outlines, effects, fonts of symbols.</summary>
    static bool IsUsualOf(XElement element) => element.Name.LocalName switch
    {
        "solidFill" => element.Element(A + "schemeClr") is { HasElements: false } color && (string?)color.Attribute("val") == "tx1",
        "latin" or "ea" or "cs" => ((string?)element.Attribute("typeface"))?.StartsWith("+mn-", StringComparison.Ordinal) == true,
        _ => !IsFill(element),
    };
}
