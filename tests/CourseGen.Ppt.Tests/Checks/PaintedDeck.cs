using System.IO.Compression;
using System.Xml.Linq;
using CourseGen.Ppt.Checks;
using CourseGen.Ppt.Decks;
using CourseGen.Ppt.Packages;
using static CourseGen.Ppt.Tests.Checks.DeckEdit;

namespace CourseGen.Ppt.Tests.Checks;

/// <summary>A text of a slide, and the colour that it alone has in the painted copy.</summary>
/// <param name="Box">In points.</param>
/// <param name="Size">Points of its largest letters.</param>
sealed record PaintedText(string Name, int Color, Box Box, double Size);

/// <param name="Pictures">Where they stand, in points.</param>
sealed record PaintedSlide(IReadOnlyList<PaintedText> Texts, IReadOnlyList<Box> Pictures);

/// <summary>
/// A copy of a deck in which each text has a colour of its own and nothing hides another: what is shown of it says which text each
/// pixel belongs to. Text keeps its size: shapes do not shrink it.
/// </summary>
static class PaintedDeck
{
    /// <summary>In no theme; the other two channels number the texts.</summary>
    const int Blue = 0xC5;
    const int Step = 8, Steps = 31;

    static readonly string[] Fills = ["noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill"];

    internal static (byte[] Deck, IReadOnlyList<PaintedSlide> Slides) Of(byte[] deck)
    {
        var slides = new List<PaintedSlide>();
        var changed = new Dictionary<string, XElement>(StringComparer.Ordinal);
        using (var package = new PackageReader("deck.pptx", new MemoryStream(deck, writable: false)))
        {
            var opened = new OpenedDeck(package);
            foreach (var listed in opened.Slides)
            {
                var root = BoundedXml.Load(package, listed.Part!);
                var slide = new DeckSlide(listed.Number, listed.Part!, root, opened.Layers.LayoutOf(listed.Part!)!, opened.Root.Element(P + "defaultTextStyle"), opened.Size);
                slides.Add(Paint(slide));
                changed.Add(listed.Part!, root);
            }
        }
        return (Written(deck, changed), slides);
    }

    /// <returns>Null for what is no text's.</returns>
    internal static int? NumberOf(int color)
    {
        var (red, green) = (color >> 16, (color >> 8) & 0xFF);
        return (color & 0xFF) == Blue && red % Step == 0 && green % Step == 0 ? (red / Step) + (Steps * (green / Step)) : null;
    }

    static PaintedSlide Paint(DeckSlide slide)
    {
        var (texts, pictures) = (new List<PaintedText>(), new List<Box>());
        var sizes = PlacedText.On(slide).Where(text => !text.IsBlank).ToDictionary(text => text.Shape, text => text.Runs.Max(run => run.Size));
        foreach (var table in DeckTable.On(slide))
            sizes.Add(table.Shape, table.Cells.SelectMany(cell => cell.Runs).Max(run => run.Size));
        foreach (var shape in slide.Shapes)
        {
            if (shape.IsPicture)
            {
                pictures.Add(slide.FrameOf(shape)!.Value);
                shape.Element.Remove();
            }
            else if (sizes.TryGetValue(shape, out var size))
            {
                var color = ((texts.Count % Steps * Step) << 16) | ((texts.Count / Steps * Step) << 8) | Blue;
                texts.Add(new PaintedText(shape.Name, color, slide.FrameOf(shape)!.Value.Turned(shape.Turn), size));
                Color(shape.Element, $"{color:X6}");
                Clear(shape.Element);
            }
        }
        return new PaintedSlide(texts, pictures);
    }

    static void Color(XElement shape, string color)
    {
        foreach (var run in shape.Descendants().Where(element => element.Name == A + "r" || element.Name == A + "fld" || element.Name == A + "br").ToList())
        {
            if (run.Element(A + "rPr") is null)
                run.AddFirst(new XElement(A + "rPr"));
            var properties = run.Element(A + "rPr")!;
            properties.Elements().Where(element => Fills.Contains(element.Name.LocalName) || element.Name.LocalName is "hlinkClick" or "ln" or "highlight").Remove();
            properties.AddFirst(new XElement(A + "solidFill", new XElement(A + "srgbClr", new XAttribute("val", color))));
        }
    }

    /// <summary>No ground that hides what is below, no line through it, and no shrinking that hides an overflow.</summary>
    static void Clear(XElement shape)
    {
        foreach (var properties in shape.Elements(P + "spPr").Concat(shape.Descendants(A + "tcPr")).ToList())
        {
            properties.Elements().Where(element => Fills.Contains(element.Name.LocalName) || element.Name == A + "ln").Remove();
            var before = properties.Elements().LastOrDefault(element => element.Name.LocalName is "xfrm" or "prstGeom" or "custGeom" or "lnL" or "lnR" or "lnT" or "lnB" or "lnTlToBr" or "lnBlToTr");
            if (before is null)
                properties.AddFirst(new XElement(A + "noFill"));
            else
                before.AddAfterSelf(new XElement(A + "noFill"));
        }
        shape.Element(P + "style")?.Remove();
        if (shape.Element(P + "txBody")?.Element(A + "bodyPr") is not { } body || body.Element(A + "normAutofit")?.Attribute("fontScale") is not null)
            return;
        body.Elements().Where(element => element.Name.LocalName is "normAutofit" or "noAutofit" or "spAutoFit").Remove();
        body.AddFirst(new XElement(A + "noAutofit"));
    }

    static byte[] Written(byte[] deck, Dictionary<string, XElement> changed)
    {
        var stream = new MemoryStream();
        stream.Write(deck);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var (part, root) in changed)
            {
                zip.GetEntry(part)!.Delete();
                using var entry = zip.CreateEntry(part).Open();
                PackageFile.WriteXml(entry, root);
            }
        }
        return stream.ToArray();
    }
}
