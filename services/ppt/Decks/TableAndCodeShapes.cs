using System.Xml.Linq;
using CourseGen.Contracts.Documents;
using static CourseGen.Ppt.Decks.Drawing;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Decks;

/// <summary>A table or code, as large as fits below the text that stands above it.</summary>
sealed class TableAndCodeShapes(SlideCanvas canvas)
{
    internal IEnumerable<XElement> Table(Slide slide, SlideForm form)
    {
        var (fonts, block) = (canvas.Template.Fonts, slide.ContentBlocks.First(block => block.Type == BlockType.Table));
        IReadOnlyList<IReadOnlyList<string>> rows = [block.Headers!, .. block.Rows!];
        var (above, rest) = Above(slide, form, room => TableFit.At(TableFit.Sizes[1], rows, form.Body.Box.Width, fonts).Height <= room);
        if (above is not null)
            yield return above;
        var placeholder = form.Find(SlotRole.Table) is { IsPlaceholder: true } slot ? slot.Placeholder : null;
        var table = TableShape.Of(canvas.TakeId(), slide.Title, rows, TableFit.Largest(rows, rest.Width, rest.Height, fonts), rest, canvas.Text, placeholder, canvas.Template.RightToLeft);
        yield return canvas.Template.Colors.OnShapes(table);
    }

    internal IEnumerable<XElement> Code(Slide slide, SlideForm form)
    {
        var code = slide.ContentBlocks.First(block => block.Type == BlockType.Code);
        var lines = (code.Code ?? "").Split('\n');
        var (above, rest) = Above(slide, form, room => CodeFit.Height(lines, CodeFit.Sizes[0], form.Body.Box.Width) <= room);
        if (above is not null)
            yield return above;
        var size = CodeFit.LargestSize(lines, rest.Width, rest.Height);
        var box = rest.Top(Math.Min(rest.Height, CodeFit.Height(lines, size, rest.Width)));
        var text = canvas.Text.Code(lines, size);
        yield return form.Find(SlotRole.Code) is { IsPlaceholder: true } slot ? canvas.Fill(slot, box, text) : CodeBox(box, text);
    }

    XElement CodeBox(Box box, XElement text)
    {
        foreach (var properties in text.Descendants(A + "rPr"))
            properties.Add(Solid(DeckStyle.CodeText), new XElement(A + "latin", new XAttribute("typeface", ThemeFonts.Code)), new XElement(A + "cs", new XAttribute("typeface", ThemeFonts.Code)));
        return new XElement(P + "sp",
            new XElement(P + "nvSpPr", Named(canvas.TakeId(), "Code"), new XElement(P + "cNvSpPr"), new XElement(P + "nvPr")),
            new XElement(P + "spPr", Frame(box), Rectangle, Solid(DeckStyle.CodeGround)),
            text);
    }

    static XElement Solid(string color) => new(A + "solidFill", new XElement(A + "srgbClr", new XAttribute("val", color)));

    /// <summary>The text above, and the room below it.</summary>
    /// <param name="fitsBelow">Text keeps its size as long as what is below keeps its own.</param>
    (XElement? Shape, Box Below) Above(Slide slide, SlideForm form, Func<double, bool> fitsBelow)
    {
        var box = form.Body.Box;
        var lines = TextFlow.LinesOf([.. FlowPages.AsText(slide.ContentBlocks.Where(block => block.Type is not (BlockType.Table or BlockType.Code)))]);
        if (lines.Count == 0)
            return (null, box);
        var whole = canvas.Fit.Height(lines, form.Body.Style.Size, box.Width);
        var shrink = fitsBelow(box.Height - whole - SlideGeometry.Gap) ? 1 : TextStyle.LeastShrink(form.Body.Style.Size);
        var height = shrink == 1 ? whole : canvas.Fit.Height(lines, form.Body.Style.LeastSize, box.Width);
        return (canvas.Fill(form.Body, box.Top(height), canvas.Text.Of(lines, shrink)), box.Below(height + SlideGeometry.Gap));
    }
}
