using System.Xml.Linq;
using CourseGen.Contracts.Documents;
using CourseGen.Documents;
using CourseGen.Ppt.Packages;
using static CourseGen.Ppt.Decks.Drawing;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Decks;

/// <summary>Draws one slide that fits (see <see cref="SlideFitter"/>): its placeholders filled, title first, then top left to bottom right.</summary>
/// <param name="footer">Stands on every slide that has one.</param>
sealed class SlideShapes(DeckTemplate template, string language, string footer, SlideLinks links)
{
    internal const string NumberFieldId = "{5B1D7F2C-6A0E-4E0B-9C43-0F6C0D5E7A11}";
    internal const string PictureRelationship = "rIdP";
    const double CalloutGap = 16;

    readonly TextBody _text = new(language, template.RightToLeft, links, template.Colors);
    int _nextId = 2;

    TextFit Fit => template.Fit;

    /// <param name="figure">Of the slide's image block; null when it has none.</param>
    internal XElement Draw(Slide slide, DeckPicture? picture, FigurePlan? figure)
    {
        var form = template[slide.Layout];
        return new XElement(P + "sld", Namespaces,
            new XElement(P + "cSld", Tree([Title(slide, form), .. Subtitle(slide, form), .. Content(slide, form, picture, figure), .. Footers(form)])),
            new XElement(P + "clrMapOvr", new XElement(A + "masterClrMapping")));
    }

    XElement Title(Slide slide, SlideForm form)
    {
        var size = Fit.TitleSize(slide.Title, form.Title);
        return Shape(form.Title, null, _text.Of(slide.Title, size == form.Title.Style.Size ? null : size));
    }

    IEnumerable<XElement> Subtitle(Slide slide, SlideForm form)
    {
        if (slide.Subtitle is not null && form.Find(SlotRole.Subtitle) is { } slot)
            yield return Shape(slot, null, Filled([new FlowLine(LineKind.Bullet, slide.Subtitle)], slot.Style, slot.Box));
    }

    IEnumerable<XElement> Content(Slide slide, SlideForm form, DeckPicture? picture, FigurePlan? figure) => slide.Layout switch
    {
        SlideLayout.TextImageLeft or SlideLayout.TextImageRight => TextAndFigure(slide, form, picture, figure!),
        SlideLayout.TwoColumns => Columns(slide.ContentBlocks, form),
        SlideLayout.Table => Table(slide, form),
        SlideLayout.Code => Code(slide, form),
        SlideLayout.Quote => Quote(slide.ContentBlocks[0], form),
        _ => Body(slide, form, form.Body.Box),
    };

    IEnumerable<XElement> TextAndFigure(Slide slide, SlideForm form, DeckPicture? picture, FigurePlan figure)
    {
        var figureFirst = template.RightToLeft ? figure.Figure.X > figure.Text.X : figure.Figure.X < figure.Text.X;
        return figureFirst
            ? [.. Figure(slide, form, picture, figure), .. Body(slide, form, figure.Text)]
            : [.. Body(slide, form, figure.Text), .. Figure(slide, form, picture, figure)];
    }

    IEnumerable<XElement> Body(Slide slide, SlideForm form, Box box)
    {
        var region = BodyRegion.Of(slide.ContentBlocks, box, template) ?? throw new ArgumentException($"The callouts of '{slide.Title}' leave no room.", nameof(slide));
        var size = form.Body.Style.Size;
        var shrink = Fit.Shrink(region.Lines, size, region.Text) ?? TextStyle.LeastShrink(size);
        var height = region.Lines.Count == 0 ? 0 : Fit.Height(region.Lines, size * shrink, region.Text.Width);
        if (region.Lines.Count > 0)
            yield return Shape(form.Body, region.Callouts.Count > 0 ? region.Text.Top(height) : box, _text.Of(region.Lines, shrink));
        var up = Math.Max(0, region.Text.Height - height - CalloutGap);
        foreach (var (text, frame) in region.Callouts)
            yield return Callout(form, text, frame with { Y = frame.Y - up });
    }

    XElement Callout(SlideForm form, string text, Box box)
    {
        if (form.Find(SlotRole.Callout) is { } slot)
            return Shape(slot, box, _text.Of(text, inset: TextFit.CalloutPadding));
        return template.Colors.OnShapes(new XElement(P + "sp",
            new XElement(P + "nvSpPr", Named(_nextId++, "Callout"), new XElement(P + "cNvSpPr"), new XElement(P + "nvPr")),
            new XElement(P + "spPr", Frame(box), Rectangle, SchemeFill("bg2"), new XElement(A + "ln", new XAttribute("w", 19050), SchemeFill("accent2"))),
            _text.Alone(text, new TextStyle(BodyRegion.CalloutSize, "tx2", Anchor: "ctr"), TextFit.CalloutPadding)));
    }

    IEnumerable<XElement> Figure(Slide slide, SlideForm form, DeckPicture? picture, FigurePlan figure)
    {
        var alt = AltTextOf(slide, picture);
        var crop = picture?.MayBeCropped == true;
        var bottom = figure.Figure.Bottom;
        if (figure.Diagram is { } diagram)
        {
            if (template.Colors.NeedsPanel)
                yield return Area(_nextId++, "Panel", figure.Figure, "bg1");
            yield return template.Colors.OnShapes(new DiagramShape(diagram, figure.Figure, _text, template.RightToLeft).Draw(_nextId, alt, out _nextId));
        }
        else if (figure.Picture is { } bytes)
        {
            bottom = PictureShape.PlaceOf(bytes, figure.Figure, crop).Bottom;
            yield return PictureShape.Of(_nextId++, figure.Figure, bytes, crop, PictureRelationship, alt, form[SlotRole.Picture] is { IsPlaceholder: true } slot ? slot.Placeholder : null);
        }
        else
        {
            yield return template.Colors.OnShapes(PictureShape.Missing(_nextId++, figure.Figure, _text.Alone(CourseWords.In(language).PictureMissing, new TextStyle(18, "accent4", Anchor: "ctr", Align: "ctr"), inset: 20)));
        }
        if (figure.Caption.Length > 0)
            yield return Caption(form[SlotRole.Caption], figure, bottom + FigurePlan.CaptionGap);
    }

    /// <summary>Empty for a picture that says nothing.</summary>
    static string AltTextOf(Slide slide, DeckPicture? picture) =>
        picture is { AltText.Length: > 0 } ? picture.AltText : slide.ContentBlocks.First(block => block.Type == BlockType.Image).Caption ?? "";

    XElement Caption(Slot slot, FigurePlan figure, double top)
    {
        var box = new Box(figure.Figure.X, top, figure.Figure.Width, new FigurePlanner(template).CaptionHeight(figure.Caption, slot, figure.Figure.Width));
        return Shape(slot, box, _text.Of(figure.Caption));
    }

    IEnumerable<XElement> Columns(IReadOnlyList<ContentBlock> blocks, SlideForm form)
    {
        var columns = blocks.Select(block => TextFlow.LinesOf([block with { Heading = null }])).ToList();
        var shrink = columns.Min(lines => Fit.Shrink(lines, form.Body.Style.Size, form.Body.Box) ?? TextStyle.LeastShrink(form.Body.Style.Size));
        (SlotRole Heading, SlotRole Column)[] slots = [(SlotRole.LeftHeading, SlotRole.Body), (SlotRole.RightHeading, SlotRole.RightColumn)];
        foreach (var ((heading, column), index) in slots.Select((pair, index) => (pair, index)))
        {
            if (form.Find(heading) is { } slot && !string.IsNullOrEmpty(blocks[index].Heading))
                yield return Heading(slot, blocks[index].Heading!);
            yield return Shape(form[column], form[column].Box, _text.Of(columns[index], shrink));
        }
    }

    XElement Heading(Slot slot, string text)
    {
        var size = Fit.OneLineSize(text, slot, bold: true);
        return Shape(slot, null, _text.Of(text, size == slot.Style.Size ? null : size));
    }

    IEnumerable<XElement> Table(Slide slide, SlideForm form)
    {
        var table = slide.ContentBlocks.First(block => block.Type == BlockType.Table);
        IReadOnlyList<IReadOnlyList<string>> rows = [table.Headers!, .. table.Rows!];
        var (above, rest) = Above(slide, form, room => TableFit.At(TableFit.Sizes[1], rows, form.Body.Box.Width, template.Fonts).Height <= room);
        if (above is not null)
            yield return above;
        var placeholder = form.Find(SlotRole.Table) is { IsPlaceholder: true } slot ? slot.Placeholder : null;
        yield return template.Colors.OnShapes(TableShape.Of(_nextId++, slide.Title, rows, TableFit.Largest(rows, rest.Width, rest.Height, template.Fonts), rest, _text, placeholder, template.RightToLeft));
    }

    IEnumerable<XElement> Code(Slide slide, SlideForm form)
    {
        var code = slide.ContentBlocks.First(block => block.Type == BlockType.Code);
        var lines = (code.Code ?? "").Split('\n');
        var (above, rest) = Above(slide, form, room => CodeFit.Height(lines, CodeFit.Sizes[0], form.Body.Box.Width) <= room);
        if (above is not null)
            yield return above;
        var size = CodeFit.LargestSize(lines, rest.Width, rest.Height);
        var box = rest.Top(Math.Min(rest.Height, CodeFit.Height(lines, size, rest.Width)));
        yield return form.Find(SlotRole.Code) is { IsPlaceholder: true } slot ? Shape(slot, box, _text.Code(lines, size)) : CodeBox(box, _text.Code(lines, size));
    }

    XElement CodeBox(Box box, XElement text)
    {
        foreach (var properties in text.Descendants(A + "rPr"))
            properties.Add(Solid(DeckStyle.CodeText), new XElement(A + "latin", new XAttribute("typeface", ThemeFonts.Code)), new XElement(A + "cs", new XAttribute("typeface", ThemeFonts.Code)));
        return new XElement(P + "sp",
            new XElement(P + "nvSpPr", Named(_nextId++, "Code"), new XElement(P + "cNvSpPr"), new XElement(P + "nvPr")),
            new XElement(P + "spPr", Frame(box), Rectangle, Solid(DeckStyle.CodeGround)),
            text);
    }

    static XElement Solid(string color) => new(A + "solidFill", new XElement(A + "srgbClr", new XAttribute("val", color)));

    /// <summary>The text above a table or code, and the room below it.</summary>
    /// <param name="fitsBelow">Text keeps its size as long as what is below keeps its own.</param>
    (XElement? Shape, Box Below) Above(Slide slide, SlideForm form, Func<double, bool> fitsBelow)
    {
        var box = form.Body.Box;
        var lines = TextFlow.LinesOf([.. FlowPages.AsText(slide.ContentBlocks.Where(block => block.Type is not (BlockType.Table or BlockType.Code)))]);
        if (lines.Count == 0)
            return (null, box);
        var whole = Fit.Height(lines, form.Body.Style.Size, box.Width);
        var shrink = fitsBelow(box.Height - whole - SlideGeometry.Gap) ? 1 : TextStyle.LeastShrink(form.Body.Style.Size);
        var height = shrink == 1 ? whole : Fit.Height(lines, form.Body.Style.LeastSize, box.Width);
        return (Shape(form.Body, box.Top(height), _text.Of(lines, shrink)), box.Below(height + SlideGeometry.Gap));
    }

    IEnumerable<XElement> Quote(ContentBlock quote, SlideForm form)
    {
        FlowLine[] lines = [new(LineKind.Text, $"“{quote.Text}”")];
        yield return Shape(form.Body, null, Filled(lines, form.Body.Style, form.Body.Box));
        if (!string.IsNullOrEmpty(quote.Attribution) && form.Find(SlotRole.Attribution) is { } slot)
            yield return Shape(slot, null, _text.Of($"— {quote.Attribution}"));
    }

    XElement Filled(IReadOnlyList<FlowLine> lines, TextStyle style, Box box) => _text.Of(lines, Fit.Shrink(lines, style.Size, box) ?? TextStyle.LeastShrink(style.Size));

    IEnumerable<XElement> Footers(SlideForm form)
    {
        if (form.Find(SlotRole.Footer) is { } text)
            yield return Shape(text, null, _text.Of([new FlowLine(LineKind.Text, Prose.Clip(XmlText.Clean(footer), 90))]));
        if (form.Find(SlotRole.Number) is { } number)
            yield return Shape(number, null, _text.SlideNumber());
    }

    /// <param name="box">Null, or the slot's own: where its layout has it. A slot without a placeholder is a shape of its own.</param>
    XElement Shape(Slot slot, Box? box, XElement text)
    {
        var own = !slot.IsPlaceholder || slot.IsMoved || (box is { } other && other != slot.Box);
        if (!slot.IsPlaceholder)
            Alone(text, slot);
        return new XElement(P + "sp",
            new XElement(P + "nvSpPr", Named(_nextId++, slot.Name),
                new XElement(P + "cNvSpPr", slot.IsPlaceholder ? new XElement(A + "spLocks", new XAttribute("noGrp", 1)) : new XAttribute("txBox", 1)),
                new XElement(P + "nvPr", slot.IsPlaceholder ? slot.Placeholder : null)),
            new XElement(P + "spPr", own ? Frame(box ?? slot.Box) : null, slot.IsPlaceholder ? null : Rectangle),
            text);
    }

    /// <summary>What inherits nothing says all itself.</summary>
    static void Alone(XElement text, Slot slot)
    {
        var style = slot.Style;
        var properties = text.Element(A + "bodyPr")!;
        properties.SetAttributeValue("anchor", style.Anchor);
        foreach (var run in text.Descendants(A + "rPr"))
        {
            if (run.Attribute("sz") is null)
                run.Add(new XAttribute("sz", Centi(style.Size)));
            if (style.Bold)
                run.SetAttributeValue("b", 1);
            if (slot.Ink is { } ink)
                run.AddFirst(new XElement(ink));
            else if (style.Color is { } color && run.Element(A + "solidFill") is null)
                run.AddFirst(SchemeFill(color));
        }
        foreach (var paragraph in text.Elements(A + "p").Where(paragraph => paragraph.Element(A + "pPr") is null))
            paragraph.AddFirst(style.Bullets ? DeckMaster.Bullet() : new XElement(A + "pPr", new XAttribute("algn", style.Align)));
    }
}
