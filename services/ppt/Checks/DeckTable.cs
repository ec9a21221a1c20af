using System.Xml.Linq;
using CourseGen.Ppt.Decks;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Checks;

/// <summary>A cell with its text.</summary>
/// <param name="Row">From 1.</param>
/// <param name="Column">From 1.</param>
/// <param name="Room">Points for its text, from side to side.</param>
sealed record TableCell(int Row, int Column, XElement? Properties, IReadOnlyList<TextParagraph> Paragraphs, double Room, TextExtent? Extent)
{
    internal IEnumerable<TextRun> Runs => Paragraphs.SelectMany(paragraph => paragraph.Runs).Where(run => !run.IsBlank);
}

/// <summary>A native table.</summary>
/// <param name="Height">As high as its text makes it, in points.</param>
sealed record DeckTable(DeckShape Shape, bool HasHeader, bool HasStyle, IReadOnlyList<TableCell> Cells, double Height)
{
    /// <summary>PowerPoint allows 75 rows of 75 cells.</summary>
    const int MostCells = 10_000;

    internal static IReadOnlyList<DeckTable> On(DeckSlide slide) => [.. slide.Shapes.Where(shape => shape.Table is not null).Select(shape => Of(shape, shape.Table!, slide))];

    static DeckTable Of(DeckShape shape, XElement table, DeckSlide slide)
    {
        var columns = table.Element(A + "tblGrid")?.Elements(A + "gridCol").Select(column => Points(column, "w")).ToList() ?? [];
        var rows = table.Elements(A + "tr").ToList();
        var cells = rows.SelectMany((row, number) => row.Elements(A + "tc")
            .Select((cell, column) => IsCovered(cell) ? null : CellOf(cell, number + 1, column + 1, columns, slide))).OfType<TableCell>().Take(MostCells).ToList();
        var needed = cells.Where(cell => cell.Extent is not null).ToLookup(cell => cell.Row, cell => cell.Extent!.Value.Height + Margin(cell.Properties, "marT", TextFrame.InsetY) + Margin(cell.Properties, "marB", TextFrame.InsetY));
        var properties = table.Element(A + "tblPr");
        return new DeckTable(
            shape,
            (string?)properties?.Attribute("firstRow") is "1" or "true",
            properties?.Element(A + "tableStyleId") is not null || properties?.Element(A + "tableStyle") is not null,
            cells,
            rows.Select((row, index) => Math.Max(Points(row, "h"), needed[index + 1].DefaultIfEmpty(0).Max())).Sum());
    }

    static TableCell CellOf(XElement cell, int row, int column, List<double> columns, DeckSlide slide)
    {
        var properties = cell.Element(A + "tcPr");
        var span = (int)Math.Clamp(ShapeText.Number((string?)cell.Attribute("gridSpan"), 1), 1, 1000);
        var room = columns.Skip(column - 1).Take(span).Sum() - Margin(properties, "marL", TextFrame.InsetX) - Margin(properties, "marR", TextFrame.InsetX);
        var text = cell.Element(A + "txBody");
        IReadOnlyList<TextParagraph> paragraphs = text is null ? [] : ShapeText.Of(text, TextStyle.OfCell(text, slide), slide, Autofit.None);
        var measured = paragraphs.Count > 0 && room > 0 && cell.Attribute("rowSpan") is null && (string?)properties?.Attribute("vert") is null or "horz";
        return new TableCell(row, column, properties, paragraphs, room, measured ? TextExtent.Of(paragraphs, room) : null);
    }

    static bool IsCovered(XElement cell) => (string?)cell.Attribute("hMerge") is "1" or "true" || (string?)cell.Attribute("vMerge") is "1" or "true";

    static double Margin(XElement? properties, string side, double otherwise) => properties?.Attribute(side) is null ? otherwise : Points(properties, side);

    static double Points(XElement element, string attribute) => ShapeText.Number((string?)element.Attribute(attribute), 0) / Box.EmuPerPoint;
}
