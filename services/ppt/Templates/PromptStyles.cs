using System.Xml.Linq;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Templates;

/// <summary>
/// LibreOffice writes a placeholder's look into its prompt, and a master without text styles; slides then inherit nothing. Here the prompts'
/// looks become the placeholders' own styles, which slides do inherit.
/// </summary>
static class PromptStyles
{
    const int Levels = 9;

    /// <param name="part">A master without <c>txStyles</c>, or a layout of it; changed.</param>
    internal static XElement Lift(XElement part)
    {
        foreach (var body in part.Descendants(P + "sp").Where(shape => shape.Descendants(P + "ph").Any()).Elements(P + "txBody"))
        {
            foreach (var autofit in body.Elements(A + "bodyPr").Elements(A + "normAutofit"))
                autofit.RemoveAttributes();
            if (body.Element(A + "lstStyle") is { HasElements: true })
                continue;
            var levels = body.Elements(A + "p").Select(LevelOf).OfType<XElement>().DistinctBy(level => level.Name).OrderBy(level => level.Name.LocalName, StringComparer.Ordinal).ToList();
            body.Elements(A + "lstStyle").Remove();
            body.Element(A + "bodyPr")?.AddAfterSelf(new XElement(A + "lstStyle", levels));
        }
        return part;
    }

    /// <returns>Null when the paragraph says nothing of its look.</returns>
    static XElement? LevelOf(XElement paragraph)
    {
        var properties = paragraph.Element(A + "pPr");
        var look = paragraph.Elements(A + "r").Elements(A + "rPr").FirstOrDefault() ?? paragraph.Element(A + "endParaRPr");
        var level = (int?)properties?.Attribute("lvl") ?? 0;
        return look is null || level is < 0 or >= Levels ? null : new XElement(A + $"lvl{level + 1}pPr",
            properties?.Attributes().Where(attribute => attribute.Name != "lvl"),
            properties?.Elements().Where(element => element.Name.LocalName is not ("defRPr" or "extLst")),
            new XElement(A + "defRPr", look.Attributes(), look.Elements().Where(element => element.Name.LocalName is not ("hlinkClick" or "hlinkMouseOver" or "extLst"))));
    }
}
