using System.Xml.Linq;
using CourseGen.Contracts.Documents;
using static CourseGen.Ppt.Decks.Drawing;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Decks;

/// <summary>A slide's running text: one body with its callouts, two columns, or a quote.</summary>
sealed class BodyShapes(SlideCanvas canvas)
{
    const double CalloutGap = 16;

    internal IEnumerable<XElement> Body(Slide slide, SlideForm form, Box box)
    {
        var region = BodyRegion.Of(slide.ContentBlocks, box, canvas.Template) ?? throw new ArgumentException($"The callouts of '{slide.Title}' leave no room.", nameof(slide));
        var size = form.Body.Style.Size;
        var shrink = canvas.Fit.Shrink(region.Lines, size, region.Text) ?? TextStyle.LeastShrink(size);
        var height = region.Lines.Count == 0 ? 0 : canvas.Fit.Height(region.Lines, size * shrink, region.Text.Width);
        if (region.Lines.Count > 0)
            yield return canvas.Fill(form.Body, region.Callouts.Count > 0 ? region.Text.Top(height) : box, canvas.Text.Of(region.Lines, shrink));
        var up = Math.Max(0, region.Text.Height - height - CalloutGap);
        foreach (var (text, frame) in region.Callouts)
            yield return Callout(form, text, frame with { Y = frame.Y - up });
    }

    XElement Callout(SlideForm form, string text, Box box)
    {
        if (form.Find(SlotRole.Callout) is { } slot)
            return canvas.Fill(slot, box, canvas.Text.Of(text, inset: TextFit.CalloutPadding));
        return canvas.Template.Colors.OnShapes(new XElement(P + "sp",
            new XElement(P + "nvSpPr", Named(canvas.TakeId(), "Callout"), new XElement(P + "cNvSpPr"), new XElement(P + "nvPr")),
            new XElement(P + "spPr", Frame(box), Rectangle, SchemeFill("bg2"), new XElement(A + "ln", new XAttribute("w", 19050), SchemeFill("accent2"))),
            canvas.Text.Alone(text, new TextStyle(BodyRegion.CalloutSize, "tx2", Anchor: "ctr"), TextFit.CalloutPadding)));
    }

    internal IEnumerable<XElement> Columns(IReadOnlyList<ContentBlock> blocks, SlideForm form)
    {
        var columns = blocks.Select(block => TextFlow.LinesOf([block with { Heading = null }])).ToList();
        var shrink = columns.Min(lines => canvas.Fit.Shrink(lines, form.Body.Style.Size, form.Body.Box) ?? TextStyle.LeastShrink(form.Body.Style.Size));
        (SlotRole Heading, SlotRole Column)[] slots = [(SlotRole.LeftHeading, SlotRole.Body), (SlotRole.RightHeading, SlotRole.RightColumn)];
        foreach (var ((heading, column), index) in slots.Select((pair, index) => (pair, index)))
        {
            if (form.Find(heading) is { } slot && !string.IsNullOrEmpty(blocks[index].Heading))
                yield return ColumnHeading(slot, blocks[index].Heading!);
            yield return canvas.Fill(form[column], form[column].Box, canvas.Text.Of(columns[index], shrink));
        }
    }

    XElement ColumnHeading(Slot slot, string text)
    {
        var size = canvas.Fit.OneLineSize(text, slot, bold: true);
        return canvas.Fill(slot, null, canvas.Text.Of(text, size == slot.Style.Size ? null : size));
    }

    internal IEnumerable<XElement> Quote(ContentBlock quote, SlideForm form)
    {
        FlowLine[] lines = [new(LineKind.Text, $"“{quote.Text}”")];
        yield return canvas.Fill(form.Body, lines);
        if (!string.IsNullOrEmpty(quote.Attribution) && form.Find(SlotRole.Attribution) is { } slot)
            yield return canvas.Fill(slot, slot.IsPlaceholder ? null : slot.Box with { Y = Math.Min(slot.Box.Y, form.Body.Box.Y + canvas.Fit.Height(lines, form.Body.Style.Size, form.Body.Box.Width)) }, canvas.Text.Of($"— {quote.Attribution}"));
    }
}
