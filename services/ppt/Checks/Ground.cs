using System.Runtime.InteropServices;
using System.Xml.Linq;
using CourseGen.Ppt.Decks;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Checks;

/// <summary>What a shape paints: nothing, one colour, or what cannot be known.</summary>
[StructLayout(LayoutKind.Auto)]
readonly record struct Paint(bool IsKnown, Rgb? Color)
{
    internal static readonly Paint Nothing = new(true, null);
    internal static readonly Paint Unknown = new(false, null);

    internal static Paint Of(Rgb? color) => color is null ? Unknown : new Paint(true, color);
}

/// <summary>The colour behind text.</summary>
sealed class Ground(DeckSlide slide)
{
    readonly Lazy<List<DeckShape>> _below = new(() => [.. Decorations(slide)]);

    /// <param name="ink">Where the text is.</param>
    /// <param name="before">The text's own shape: what is drawn before it lies below it.</param>
    /// <returns>Null when it cannot be known, for example over a picture.</returns>
    internal Rgb? Behind(Box ink, DeckShape before)
    {
        var own = PaintOf(before);
        if (!own.IsKnown || own.Color is not null)
            return own.Color;
        var drawn = _below.Value.Concat(slide.Shapes.TakeWhile(shape => !ReferenceEquals(shape, before)));
        foreach (var shape in drawn.Reverse())
        {
            if (slide.FrameOf(shape)?.Turned(shape.Turn) is not { } box)
                return null;
            if (box.Shared(ink) is null)
                continue;
            var paint = PaintOf(shape);
            if (!paint.IsKnown)
                return null;
            if (paint.Color is { } color)
                return box.Holds(ink, 1) && shape.Turn == 0 && PlacedText.Geometry(shape) is null or "rect" or "roundRect" ? color : null;
        }
        return Background();
    }

    /// <summary>What the master and the layout draw on every slide.</summary>
    static IEnumerable<DeckShape> Decorations(DeckSlide slide)
    {
        var master = IsShown(slide.Root) && IsShown(slide.Layout.Root) ? slide.Layout.Master.Shapes : [];
        var layout = IsShown(slide.Root) ? slide.Layout.Shapes : [];
        return master.Concat(layout).Where(shape => shape.Placeholder is null);
    }

    static bool IsShown(XElement part) => (string?)part.Attribute("showMasterSp") is not ("0" or "false");

    Paint PaintOf(DeckShape shape)
    {
        if (shape.Element.Name == P + "cxnSp")
            return Paint.Nothing;
        if (!shape.IsShape)
            return Paint.Unknown;
        return Fill(shape) ?? slide.Ancestors(shape).Select(Fill).FirstOrDefault(paint => paint is not null) ?? ByStyle(shape);
    }

    /// <returns>Null when the shape does not say.</returns>
    Paint? Fill(DeckShape shape) => shape.ShapeProperties?.Elements().Select(PaintOfFill).FirstOrDefault(paint => paint is not null);

    Paint? PaintOfFill(XElement fill) => fill.Name.Namespace != A ? null : fill.Name.LocalName switch
    {
        "noFill" => Paint.Nothing,
        "solidFill" => Paint.Of(slide.Colors.OfFill(fill)),
        "gradFill" or "blipFill" or "pattFill" or "grpFill" => Paint.Unknown,
        _ => null,
    };

    Paint ByStyle(DeckShape shape)
    {
        if (shape.Element.Element(P + "style")?.Element(A + "fillRef") is not { } style || style.Attribute("idx")?.Value is null or "0")
            return Paint.Nothing;
        return FromTheme("fillStyleLst", ShapeText.Number(style.Attribute("idx")!.Value, 0), style);
    }

    internal Paint OfCell(XElement? properties) => properties?.Elements().Select(PaintOfFill).FirstOrDefault(paint => paint is not null) ?? Paint.Nothing;

    Rgb? Background()
    {
        foreach (var part in (XElement[])[slide.Root, slide.Layout.Root, slide.Layout.Master.Root])
        {
            if (part.Element(P + "cSld")?.Element(P + "bg") is not { } background)
                continue;
            if (background.Element(P + "bgPr") is { } properties)
                return properties.Elements().Select(PaintOfFill).FirstOrDefault(paint => paint is not null)?.Color;
            return background.Element(P + "bgRef") is { } reference
                ? FromTheme("bgFillStyleLst", ShapeText.Number((string?)reference.Attribute("idx"), 0) - 1000, reference).Color
                : null;
        }
        return null;
    }

    /// <summary>The theme's fill of a number, from 1, in the colour that the reference holds; only a plain fill is known.</summary>
    Paint FromTheme(string list, double number, XElement reference)
    {
        var fill = slide.Layout.Master.Theme?.Element(A + "themeElements")?.Element(A + "fmtScheme")?.Element(A + list)?.Elements().ElementAtOrDefault((int)Math.Clamp(number - 1, -1, 100));
        return fill?.Name == A + "solidFill" ? Paint.Of(slide.Colors.OfFill(fill, slide.Colors.OfFill(reference))) : Paint.Unknown;
    }
}
