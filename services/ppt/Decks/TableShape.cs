using System.Xml.Linq;
using CourseGen.Documents;
using static CourseGen.Ppt.Decks.Drawing;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Decks;

/// <summary>A native table with a header row and light bands.</summary>
static class TableShape
{
    const int MostAltText = 250;

    /// <param name="rows">The header first.</param>
    /// <param name="placeholder">Null where the layout has none for tables.</param>
    internal static XElement Of(int id, string title, IReadOnlyList<IReadOnlyList<string>> rows, TableFit fit, Box box, TextBody text, XElement? placeholder, bool rightToLeft) => new(P + "graphicFrame",
        new XElement(P + "nvGraphicFramePr", Named(id, "Table", Prose.Clip($"{title}: {string.Join(", ", rows[0])}", MostAltText)),
            new XElement(P + "cNvGraphicFramePr", new XElement(A + "graphicFrameLocks", new XAttribute("noGrp", 1))),
            new XElement(P + "nvPr", placeholder)),
        Frame(box.Top(fit.Height), P + "xfrm"),
        new XElement(A + "graphic", new XElement(A + "graphicData", new XAttribute("uri", "http://schemas.openxmlformats.org/drawingml/2006/table"),
            new XElement(A + "tbl",
                new XElement(A + "tblPr", rightToLeft ? new XAttribute("rtl", 1) : null, new XAttribute("firstRow", 1), new XAttribute("bandRow", 1)),
                new XElement(A + "tblGrid", fit.Columns.Select(width => new XElement(A + "gridCol", new XAttribute("w", Emu(width))))),
                rows.Select((row, index) => new XElement(A + "tr", new XAttribute("h", Emu(fit.Rows[index])), row.Select(cell => Cell(cell, index, fit.Size, text))))))));

    static XElement Cell(string content, int row, double size, TextBody text) => new(A + "tc",
        new XElement(A + "txBody", new XElement(A + "bodyPr"), new XElement(A + "lstStyle"), text.Paragraph(content, new TextStyle(size, row == 0 ? "bg1" : "tx1", Bold: row == 0))),
        new XElement(A + "tcPr",
            new XAttribute("marL", Emu(TableFit.PaddingX)), new XAttribute("marR", Emu(TableFit.PaddingX)),
            new XAttribute("marT", Emu(TableFit.PaddingY)), new XAttribute("marB", Emu(TableFit.PaddingY)), new XAttribute("anchor", "ctr"),
            Line("lnL", null), Line("lnR", null), Line("lnT", null), Line("lnB", "accent4"),
            SchemeFill(row == 0 ? "tx2" : row % 2 == 0 ? "bg2" : "bg1")));

    static XElement Line(string side, string? color) => color is null
        ? new XElement(A + side, new XAttribute("w", 0), new XElement(A + "noFill"))
        : new XElement(A + side, new XAttribute("w", 6350), SchemeFill(color));
}
