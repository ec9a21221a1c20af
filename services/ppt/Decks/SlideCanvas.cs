using System.Xml.Linq;
using static CourseGen.Ppt.Decks.Drawing;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Decks;

/// <summary>Shapes of one slide: in the slots of its layout, with ids that are unique on it.</summary>
sealed class SlideCanvas(DeckTemplate template, string language, SlideLinks links)
{
    /// <summary>1 is the group of all shapes.</summary>
    int _nextId = 2;

    internal DeckTemplate Template => template;
    internal string Language => language;
    internal TextBody Text { get; } = new(language, template.RightToLeft, links, template.Colors);
    internal TextFit Fit => template.Fit;

    internal int TakeId() => _nextId++;

    /// <summary>A shape that takes as many ids as it has parts.</summary>
    /// <param name="draw">Of the first id; gives the next that is free.</param>
    internal XElement Group(Func<int, (XElement Shape, int NextId)> draw)
    {
        (var shape, _nextId) = draw(_nextId);
        return shape;
    }

    /// <param name="box">Null, or the slot's own: where its layout has it. A slot without a placeholder is a shape of its own.</param>
    internal XElement Fill(Slot slot, Box? box, XElement text)
    {
        var own = !slot.IsPlaceholder || slot.IsMoved || (box is { } other && other != slot.Box);
        if (!slot.IsPlaceholder)
            InheritNothing(text, slot);
        return new XElement(P + "sp",
            new XElement(P + "nvSpPr", Named(TakeId(), slot.Name),
                new XElement(P + "cNvSpPr", slot.IsPlaceholder ? new XElement(A + "spLocks", new XAttribute("noGrp", 1)) : new XAttribute("txBox", 1)),
                new XElement(P + "nvPr", slot.IsPlaceholder ? slot.Placeholder : null)),
            new XElement(P + "spPr", own ? Frame(box ?? slot.Box) : null, slot.IsPlaceholder ? null : Rectangle),
            text);
    }

    /// <summary>Text in a slot, shrunk to fit.</summary>
    internal XElement Fill(Slot slot, params IReadOnlyList<FlowLine> lines) =>
        Fill(slot, null, Text.Of(lines, Fit.Shrink(lines, slot.Style.Size, slot.Box) ?? TextStyle.LeastShrink(slot.Style.Size)));

    /// <summary>What inherits nothing says all itself.</summary>
    static void InheritNothing(XElement text, Slot slot)
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
