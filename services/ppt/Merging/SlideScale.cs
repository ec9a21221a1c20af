using System.Globalization;
using System.Xml.Linq;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Merging;

/// <summary>
/// Brings the slides of a deck to another size of the same shape, as PowerPoint does: places, sizes, type, spaces and lines alike, so
/// that what fitted fits. Proportions, angles and timings stay.
/// </summary>
/// <param name="factor">New size over old; 1: nothing is to be done.</param>
sealed class SlideScale(double factor)
{
    /// <summary>Parts of slides that measure in EMU or points.</summary>
    static readonly string[] ContentTypes = ["slide+xml", "slideLayout+xml", "slideMaster+xml", "diagramDrawing+xml", "chart+xml"];

    /// <summary>Attributes that are lengths, by the element that has them (ECMA-376 Part 1, 20.1 and 21.1).</summary>
    static readonly Dictionary<string, string[]> Lengths = new()
    {
        ["off"] = ["x", "y"],
        ["ext"] = ["cx", "cy"],
        ["chOff"] = ["x", "y"],
        ["chExt"] = ["cx", "cy"],
        ["gridCol"] = ["w"],
        ["tr"] = ["h"],
        ["tcPr"] = ["marL", "marR", "marT", "marB"],
        ["bodyPr"] = ["lIns", "rIns", "tIns", "bIns", "spcCol"],
        ["ln"] = ["w"],
        ["lnL"] = ["w"],
        ["lnR"] = ["w"],
        ["lnT"] = ["w"],
        ["lnB"] = ["w"],
        ["rPr"] = ["sz", "spc"],
        ["defRPr"] = ["sz", "spc"],
        ["endParaRPr"] = ["sz", "spc"],
        ["spcPts"] = ["val"],
        ["buSzPts"] = ["val"],
        ["tab"] = ["pos"],
        ["tile"] = ["tx", "ty"],
        ["outerShdw"] = ["blurRad", "dist"],
        ["innerShdw"] = ["blurRad", "dist"],
        ["reflection"] = ["blurRad", "dist"],
        ["glow"] = ["rad"],
        ["softEdge"] = ["rad"],
    };

    /// <summary>Left, right, top, bottom, of shapes and of cells.</summary>
    static readonly int[] DefaultMargins = [91440, 91440, 45720, 45720];

    static readonly string[] ParagraphLengths = ["marL", "marR", "indent", "defTabSz"];
    static readonly string[] PointLengths = ["x", "y"];

    internal double Factor => factor;

    internal bool Applies(string contentType) => factor != 1 && Array.Exists(ContentTypes, type => contentType.EndsWith(type, StringComparison.Ordinal));

    internal XElement Apply(XElement root)
    {
        SayMargins(root);
        foreach (var element in root.DescendantsAndSelf())
        {
            foreach (var name in LengthsOf(element))
                Scale(element.Attribute(name));
        }
        return root;
    }

    /// <summary>Margins that are the default anywhere would stay while all around them is scaled.</summary>
    static void SayMargins(XElement root)
    {
        var shapes = root.Name == P + "sldMaster" ? root.Descendants(P + "sp") : TextShapes.Free(root);
        foreach (var body in shapes.Elements(P + "txBody").Elements(A + "bodyPr"))
            Say(body, Lengths["bodyPr"]);
        foreach (var cell in TextShapes.Cells(root))
        {
            if (cell.Element(A + "tcPr") is null)
                cell.Element(A + "txBody")?.AddAfterSelf(new XElement(A + "tcPr"));
            foreach (var properties in cell.Elements(A + "tcPr"))
                Say(properties, Lengths["tcPr"]);
        }
    }

    static void Say(XElement element, string[] margins)
    {
        foreach (var (margin, value) in margins.Zip(DefaultMargins))
        {
            if (element.Attribute(margin) is null)
                element.SetAttributeValue(margin, value);
        }
    }

    static string[] LengthsOf(XElement element)
    {
        var name = element.Name.LocalName;
        if (Lengths.TryGetValue(name, out var lengths))
            return lengths;
        if (name == "pPr" || (name.StartsWith("lvl", StringComparison.Ordinal) && name.EndsWith("pPr", StringComparison.Ordinal)))
            return ParagraphLengths;
        return name == "pt" && element.Name.Namespace == A && element.Ancestors(A + "path").FirstOrDefault()?.Attribute("w") is null ? PointLengths : [];
    }

    void Scale(XAttribute? length)
    {
        if (length is not null && long.TryParse(length.Value, CultureInfo.InvariantCulture, out var value))
            length.Value = ((long)Math.Round(value * factor)).ToString(CultureInfo.InvariantCulture);
    }
}
