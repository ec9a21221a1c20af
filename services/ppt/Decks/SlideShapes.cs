using System.Xml.Linq;
using CourseGen.Contracts.Documents;
using CourseGen.Documents;
using CourseGen.Ppt.Packages;
using static CourseGen.Ppt.Decks.Drawing;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Decks;

/// <summary>Draws one slide that fits (see <see cref="SlideFitter"/>): its placeholders filled, title first, then top left to bottom right.</summary>
/// <param name="footer">Stands on every slide that has one.</param>
sealed class SlideShapes(string language, string footer)
{
    internal const string NumberFieldId = "{5B1D7F2C-6A0E-4E0B-9C43-0F6C0D5E7A11}";
    internal const string PictureRelationship = "rIdP";

    readonly TextBody _text = new(language);
    int _nextId;

    /// <param name="picture">Of the slide's image block, or null when it is missing.</param>
    internal XElement Draw(Slide slide, DeckPicture? picture)
    {
        _nextId = 2;
        return new XElement(P + "sld", Namespaces,
            new XElement(P + "cSld", Tree([Title(slide), .. Subtitle(slide), .. Content(slide, picture), .. Footers(slide.Layout)])),
            new XElement(P + "clrMapOvr", new XElement(A + "masterClrMapping")));
    }

    XElement Title(Slide slide) => Shape("Title", Placeholder("title", 0), null, _text.Of([new FlowLine(LineKind.Text, slide.Title)], TextFlow.TitleSize(slide.Title, slide.Layout)));

    IEnumerable<XElement> Subtitle(Slide slide)
    {
        if (slide.Subtitle is null || SlideGeometry.Of(slide.Layout).Subtitle is not { } box)
            yield break;
        FlowLine[] lines = [new(LineKind.Text, slide.Subtitle)];
        var size = new[] { 24.0, 20 }.Where(size => TextFlow.Height(lines, size, box.Width) <= box.Height).DefaultIfEmpty(18).First();
        yield return Shape("Subtitle", Placeholder("body", DeckLayouts.SubtitleIndex), null, _text.Of(lines, size));
    }

    IEnumerable<XElement> Content(Slide slide, DeckPicture? picture) => slide.Layout switch
    {
        SlideLayout.TextImageLeft or SlideLayout.TextImageRight => TextAndPicture(slide, picture),
        SlideLayout.TwoColumns => Columns(slide.ContentBlocks),
        SlideLayout.Table => Table(slide),
        SlideLayout.Code => Code(slide),
        SlideLayout.Quote => Quote(slide.ContentBlocks[0]),
        _ => Body(slide, SlideGeometry.Of(slide.Layout).Body),
    };

    IEnumerable<XElement> TextAndPicture(Slide slide, DeckPicture? picture)
    {
        var (text, frame) = PictureColumns.Of(slide, picture);
        return slide.Layout == SlideLayout.TextImageLeft
            ? [.. Picture(slide, picture, frame), .. Body(slide, text)]
            : [.. Body(slide, text), .. Picture(slide, picture, frame)];
    }

    IEnumerable<XElement> Body(Slide slide, Box box)
    {
        var region = BodyRegion.Of(slide.ContentBlocks, box) ?? throw new ArgumentException($"The callouts of '{slide.Title}' leave no room.", nameof(slide));
        var size = TextFlow.FittingSize(region.Lines, slide.Layout, region.Text);
        var height = region.Lines.Count == 0 ? 0 : TextFlow.Height(region.Lines, size, region.Text.Width);
        if (region.Lines.Count > 0)
            yield return Shape("Content", Placeholder("body", DeckLayouts.BodyIndex), TextFrame(), _text.Of(region.Lines, size));
        foreach (var (text, frame) in region.Callouts)
            yield return Callout(text, frame with { Y = frame.Y - Math.Max(0, region.Text.Height - height - CalloutGap) });

        Box? TextFrame() => region.Callouts.Count > 0 ? region.Text.Top(height) : box == SlideGeometry.Of(slide.Layout).Body ? null : box;
    }

    XElement Callout(string text, Box box) => new(P + "sp",
        new XElement(P + "nvSpPr", Named(_nextId++, "Callout"), new XElement(P + "cNvSpPr", new XAttribute("txBox", 1)), new XElement(P + "nvPr")),
        new XElement(P + "spPr", Frame(box), Rectangle, SchemeFill("bg2"), new XElement(A + "ln", new XAttribute("w", 19050), SchemeFill("accent2"))),
        _text.Plain(text, TextFlow.CalloutSize, "tx2", "ctr", bold: false, inset: 12));

    IEnumerable<XElement> Picture(Slide slide, DeckPicture? picture, Box box)
    {
        var caption = PictureFrames.CaptionOf(slide);
        var below = PictureFrames.CaptionHeight(caption, box.Width);
        var place = PictureFrames.Fitted(picture, box.Top(box.Height - below));
        yield return picture is null
            ? PictureFrames.Missing(_nextId++, place, _text.Plain(CourseWords.In(language).PictureMissing, 18, "accent4", "ctr", bold: false, inset: 20, align: "ctr"))
            : PictureFrames.Of(_nextId++, place, PictureRelationship, picture.AltText);
        if (caption.Length > 0)
            yield return TextBox("Caption", new Box(box.X, place.Bottom + 4, box.Width, below), _text.Plain(caption, PictureFrames.CaptionSize, "accent4", "t", bold: false, align: "ctr"));
    }

    IEnumerable<XElement> Columns(IReadOnlyList<ContentBlock> blocks)
    {
        FlowLine[][] columns = [.. blocks.Select(block => TextFlow.LinesOf(block with { Heading = null }).ToArray())];
        var size = columns.Min(lines => TextFlow.FittingSize(lines, SlideLayout.TwoColumns, SlideGeometry.LeftColumn));
        yield return Shape("Left heading", Placeholder("body", DeckLayouts.LeftHeadingIndex), null, Heading(blocks[0]));
        yield return Shape("Left column", Placeholder("body", DeckLayouts.BodyIndex), null, _text.Of(columns[0], size));
        yield return Shape("Right heading", Placeholder("body", DeckLayouts.RightHeadingIndex), null, Heading(blocks[1]));
        yield return Shape("Right column", Placeholder("body", DeckLayouts.RightColumnIndex), null, _text.Of(columns[1], size));
    }

    XElement Heading(ContentBlock block)
    {
        var text = block.Heading ?? "";
        var room = SlideGeometry.LeftHeading.Width - (2 * SlideGeometry.InsetX);
        return _text.Of([new FlowLine(LineKind.Text, text)], new[] { 22.0, 20, 18, 16 }.FirstOrDefault(size => TextMeasure.Lines(text, size, room, bold: true) == 1, 14));
    }

    IEnumerable<XElement> Table(Slide slide)
    {
        var table = slide.ContentBlocks.First(block => block.Type == BlockType.Table);
        var (above, rest) = Above(slide, SlideLayout.Table);
        if (above is not null)
            yield return above;
        var rows = (IReadOnlyList<IReadOnlyList<string>>)[table.Headers!, .. table.Rows!];
        yield return TableShape.Of(_nextId++, slide.Title, rows, TableFit.Largest(rows, rest.Width, rest.Height), rest, _text);
    }

    IEnumerable<XElement> Code(Slide slide)
    {
        var code = slide.ContentBlocks.First(block => block.Type == BlockType.Code);
        var (above, rest) = Above(slide, SlideLayout.Code);
        if (above is not null)
            yield return above;
        var lines = (code.Code ?? "").Split('\n');
        var size = CodeFit.LargestSize(lines, rest.Width, rest.Height);
        var box = rest.Top(Math.Min(rest.Height, CodeFit.Height(lines, size, rest.Width)));
        yield return Shape("Code", Placeholder("body", DeckLayouts.CodeIndex), box, _text.Code(lines, size));
    }

    /// <summary>The text above a table or code, and the room below it.</summary>
    (XElement? Shape, Box Below) Above(Slide slide, SlideLayout layout)
    {
        FlowLine[] lines = [.. TextFlow.LinesOf(slide.ContentBlocks.Where(block => block.Type is not (BlockType.Table or BlockType.Code)))];
        if (lines.Length == 0)
            return (null, SlideGeometry.Body);
        var sizes = TextFlow.SizesOf(layout);
        var size = sizes.Where(size => FitsBelow(slide, TextFlow.Height(lines, size, SlideGeometry.Body.Width) + SlideGeometry.Gap)).DefaultIfEmpty(sizes[^1]).First();
        var height = TextFlow.Height(lines, size, SlideGeometry.Body.Width);
        var shape = Shape("Content", Placeholder("body", DeckLayouts.BodyIndex), SlideGeometry.Body.Top(height), _text.Of(lines, size));
        return (shape, SlideGeometry.Body.Below(height + SlideGeometry.Gap));
    }

    /// <summary>Text above is set larger only as long as the table or code below it keeps its own largest size.</summary>
    static bool FitsBelow(Slide slide, double above)
    {
        var room = SlideGeometry.Body.Height - above;
        var block = slide.ContentBlocks.First(block => block.Type is BlockType.Table or BlockType.Code);
        return block.Type == BlockType.Code
            ? CodeFit.Height(block.Code!.Split('\n'), CodeFit.Sizes[0], SlideGeometry.Body.Width) <= room
            : TableFit.At(TableFit.Sizes[0], [block.Headers!, .. block.Rows!], SlideGeometry.Body.Width).Height <= room;
    }

    IEnumerable<XElement> Quote(ContentBlock quote)
    {
        FlowLine[] lines = [new(LineKind.Text, $"“{quote.Text}”")];
        yield return Shape("Quote", Placeholder("body", DeckLayouts.BodyIndex), null, _text.Of(lines, TextFlow.FittingSize(lines, SlideLayout.Quote, SlideGeometry.Quote)));
        if (!string.IsNullOrEmpty(quote.Attribution))
            yield return Shape("Attribution", Placeholder("body", DeckLayouts.AttributionIndex), null, _text.Of([new FlowLine(LineKind.Text, $"— {quote.Attribution}")], 20));
    }

    IEnumerable<XElement> Footers(SlideLayout layout)
    {
        if (!DeckLayouts.HasFooter(layout))
            yield break;
        yield return Shape("Footer", new XElement(P + "ph", new XAttribute("type", "ftr"), new XAttribute("sz", "quarter"), new XAttribute("idx", DeckLayouts.FooterIndex)), null,
            _text.Of([new FlowLine(LineKind.Text, Prose.Clip(XmlText.Clean(footer), 90))], null));
        yield return Shape("Slide number", new XElement(P + "ph", new XAttribute("type", "sldNum"), new XAttribute("sz", "quarter"), new XAttribute("idx", DeckLayouts.NumberIndex)), null, _text.SlideNumber());
    }

    const double CalloutGap = 16;

    XElement Shape(string name, XElement placeholder, Box? box, XElement text) => new(P + "sp",
        new XElement(P + "nvSpPr", Named(_nextId++, name), new XElement(P + "cNvSpPr", new XElement(A + "spLocks", new XAttribute("noGrp", 1))), new XElement(P + "nvPr", placeholder)),
        new XElement(P + "spPr", box is { } frame ? Frame(frame) : null),
        text);

    XElement TextBox(string name, Box box, XElement text) => new(P + "sp",
        new XElement(P + "nvSpPr", Named(_nextId++, name), new XElement(P + "cNvSpPr", new XAttribute("txBox", 1)), new XElement(P + "nvPr")),
        new XElement(P + "spPr", Frame(box), Rectangle, new XElement(A + "noFill")),
        text);
}
