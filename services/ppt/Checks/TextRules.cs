using System.Globalization;
using System.Xml.Linq;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Checks;

/// <summary>Whether a slide's text can be read: its sizes, its colours, its languages.</summary>
static class TextRules
{
    /// <summary>Points of titles and body text, after a US agency's checklist for accessible slides.</summary>
    internal const double LeastBody = 18;
    /// <summary>Points of code, tables, captions and labels.</summary>
    internal const double LeastOther = 14;
    /// <summary>Points of the labels in a drawing that has a description of its own, as a picture has.</summary>
    internal const double LeastLabel = 12;
    /// <summary>WCAG 2.2, success criterion 1.4.3.</summary>
    const double LeastContrast = 4.5;
    const double LeastContrastOfLarge = 3;

    internal static void Check(SlideView view)
    {
        foreach (var text in view.Texts)
        {
            CheckSize(view, text);
            CheckContrast(view, $"'{text.Shape.Name}'", text.Runs, text.Ink is { } ink ? view.Ground.Behind(ink, text.Shape) : null, styled: false);
        }
        foreach (var table in view.Tables)
        {
            CheckSize(view, $"Table '{table.Shape.Name}'", table.Cells.SelectMany(cell => cell.Runs), LeastOther);
            CheckTable(view, table);
        }
        CheckLanguages(view);
    }

    static void CheckSize(SlideView view, PlacedText text)
    {
        if (text.Shape.Placeholder is { IsFooter: true })
            return;
        var isBody = text.Shape.Placeholder is { } key && (key.IsTitle || view.Slide.Layout.IsBody(key)) && !text.Runs.All(run => run.IsCode);
        CheckSize(view, $"'{text.Shape.Name}'", text.Runs, isBody ? LeastBody : text.Shape.Covered ? LeastLabel : LeastOther);
    }

    static void CheckSize(SlideView view, string name, IEnumerable<TextRun> runs, double least)
    {
        var small = runs.Where(run => run.Size < (run.IsCode ? LeastOther : least) - 0.01).MinBy(run => run.Size);
        if (small is not null)
            view.Error(DeckRules.TextSize, $"{name} has text of {Round(small.Size)} pt (“{SlideView.Quote(small.Text)}”); set it at {least:0} pt or more, and move what does not fit to another slide.");
    }

    static void CheckTable(SlideView view, DeckTable table)
    {
        if (view.Slide.FrameOf(table.Shape) is not { } frame)
            return;
        var behind = new Lazy<Rgb?>(() => view.Ground.Behind(frame, table.Shape with { Element = new XElement(P + "cxnSp") }));
        foreach (var cell in table.Cells)
        {
            var paint = view.Ground.OfCell(cell.Properties);
            var ground = !paint.IsKnown ? null : paint.Color ?? (table.HasStyle ? null : behind.Value);
            CheckContrast(view, $"Table '{table.Shape.Name}', row {cell.Row}, column {cell.Column}", cell.Runs, ground, table.HasStyle);
        }
    }

    /// <param name="styled">A style that is not looked into may colour what does not say its own colour.</param>
    static void CheckContrast(SlideView view, string name, IEnumerable<TextRun> runs, Rgb? ground, bool styled)
    {
        if (ground is not { } behind)
            return;
        foreach (var run in runs.Where(run => run.OwnFill || !styled).DistinctBy(run => (run.Fill, run.Link, run.IsLarge)))
        {
            var needed = run.IsLarge ? LeastContrastOfLarge : LeastContrast;
            if (ColorOf(run, view.Slide.Colors) is not { } color || color.ContrastTo(behind) >= needed - 0.005)
                continue;
            view.Error(DeckRules.Contrast, string.Create(CultureInfo.InvariantCulture,
                $"{name} has text in {color} on {behind} (“{SlideView.Quote(run.Text)}”), a contrast of {color.ContrastTo(behind):0.0}:1; choose colours with {needed:0.0}:1 or more."));
            return;
        }
    }

    static Rgb? ColorOf(TextRun run, DeckColors colors) =>
        run.Link ? colors.Named("hlink")
        : run.Fill is null ? colors.Named("tx1")
        : run.Fill.Name.LocalName is "solidFill" or "fontRef" ? colors.OfFill(run.Fill) : null;

    static void CheckLanguages(SlideView view)
    {
        var runs = view.Slide.Shapes.Where(shape => shape.Text is not null || shape.Table is not null)
            .SelectMany(shape => shape.Element.Descendants(A + "r")).Where(run => !string.IsNullOrWhiteSpace(run.Element(A + "t")?.Value));
        var without = runs.Where(run => string.IsNullOrEmpty((string?)run.Element(A + "rPr")?.Attribute("lang"))).ToList();
        if (without.Count > 0)
            view.Warning(DeckRules.Language, $"{without.Count} text runs have no language (the first: “{SlideView.Quote(without[0].Element(A + "t")!.Value)}”); set the proofing language, so that screen readers speak them right.");
    }

    static string Round(double points) => string.Create(CultureInfo.InvariantCulture, $"{points:0.#}");
}
