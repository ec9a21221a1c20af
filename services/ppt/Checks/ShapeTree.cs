using System.Xml.Linq;
using CourseGen.Ppt.Decks;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Checks;

/// <summary>The visible shapes of a slide, layout or master in the order they are drawn, those in groups in the slide's own measure.</summary>
static class ShapeTree
{
    static readonly XNamespace Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    /// <summary>More on one slide are looked at no more: no person drew them one by one.</summary>
    const int MostShapes = 5000;
    const int MostPlaceholders = 200;

    /// <summary>Of a group's inner measure to the slide's; null once a group is turned.</summary>
    sealed record Scale(double X, double Y, double FactorX, double FactorY);

    internal static IReadOnlyList<DeckShape> Of(XElement part) =>
        part.Element(P + "cSld")?.Element(P + "spTree") is { } tree ? [.. Leaves(tree, new Scale(0, 0, 1, 1), covered: false).Take(MostShapes)] : [];

    internal static IReadOnlyList<DeckShape> Placeholders(IReadOnlyList<DeckShape> shapes) => [.. shapes.Where(shape => shape.Placeholder is not null).Take(MostPlaceholders)];

    /// <summary>Without the fallback for programs that know less, which says the same twice.</summary>
    internal static IEnumerable<XElement> Drawn(XElement parent) => parent.Elements().SelectMany(element => element.Name == Compatibility + "AlternateContent"
        ? element.Element(Compatibility + "Choice")?.Elements() ?? []
        : [element]);

    static IEnumerable<DeckShape> Leaves(XElement parent, Scale? scale, bool covered)
    {
        foreach (var element in Drawn(parent))
        {
            if (element.Name.Namespace != P || element.Name.LocalName is "nvGrpSpPr" or "grpSpPr" or "extLst" || IsHidden(element))
                continue;
            if (element.Name != P + "grpSp")
                yield return ShapeOf(element, scale, covered);
            else
            {
                foreach (var shape in Leaves(element, Inner(element, scale), covered || AltText.IsGiven(element.Element(P + "nvGrpSpPr")?.Element(P + "cNvPr"))))
                    yield return shape;
            }
        }
    }

    static DeckShape ShapeOf(XElement element, Scale? scale, bool covered)
    {
        var frame = element.Element(P + "xfrm") ?? element.Element(P + "spPr")?.Element(A + "xfrm");
        return new DeckShape(element, Scaled(BoxOf(frame, "off", "ext"), scale), TurnOf(frame), PlaceholderOf(element), covered);
    }

    static PlaceholderKey? PlaceholderOf(XElement element)
    {
        var mark = element.Elements().FirstOrDefault(child => child.Name.LocalName.StartsWith("nv", StringComparison.Ordinal))?.Element(P + "nvPr")?.Element(P + "ph");
        if (mark is null)
            return null;
        return new PlaceholderKey((string?)mark.Attribute("type") ?? "obj", uint.TryParse((string?)mark.Attribute("idx"), out var index) ? index : 0);
    }

    static bool IsHidden(XElement element) =>
        (string?)element.Elements().FirstOrDefault(child => child.Name.LocalName.StartsWith("nv", StringComparison.Ordinal))?.Element(P + "cNvPr")?.Attribute("hidden") is "1" or "true";

    static Scale? Inner(XElement group, Scale? outer)
    {
        var frame = group.Element(P + "grpSpPr")?.Element(A + "xfrm");
        if (outer is null || frame is null)
            return outer;
        if (TurnOf(frame) != 0 || Scaled(BoxOf(frame, "off", "ext"), outer) is not { } place || BoxOf(frame, "chOff", "chExt") is not { Width: > 0, Height: > 0 } inside)
            return null;
        var (x, y) = (place.Width / inside.Width, place.Height / inside.Height);
        return new Scale(place.X - (inside.X * x), place.Y - (inside.Y * y), x, y);
    }

    static Box? Scaled(Box? box, Scale? scale) => box is { } inner && scale is { } by
        ? new Box(by.X + (inner.X * by.FactorX), by.Y + (inner.Y * by.FactorY), inner.Width * by.FactorX, inner.Height * by.FactorY)
        : null;

    static Box? BoxOf(XElement? frame, string offset, string extent) =>
        Points(frame?.Element(A + offset), "x") is { } x && Points(frame!.Element(A + offset), "y") is { } y
        && Points(frame.Element(A + extent), "cx") is { } width && Points(frame.Element(A + extent), "cy") is { } height
            ? new Box(x, y, width, height)
            : null;

    static double? Points(XElement? element, string attribute) => long.TryParse((string?)element?.Attribute(attribute), out var emu) ? emu / (double)Box.EmuPerPoint : null;

    static double TurnOf(XElement? frame) => int.TryParse((string?)frame?.Attribute("rot"), out var turn) ? ((turn / 60_000.0 % 360) + 360) % 360 : 0;
}
