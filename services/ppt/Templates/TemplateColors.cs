using System.Xml.Linq;
using CourseGen.Ppt.Checks;
using CourseGen.Ppt.Decks;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Templates;

/// <summary>Which of a customer's theme colours stand for those of the product's themes, chosen by their contrast (WCAG 2.2: 4.5 for text).</summary>
sealed class TemplateColors(DeckColors theme)
{
    const double Readable = 4.5, Different = 3;
    static readonly Rgb White = new(1, 1, 1), Black = new(0, 0, 0);
    static readonly string[] Darks = ["tx2", "accent1", "accent2", "accent3", "accent5", "accent6", "accent4"];

    /// <param name="ink">Fill of the text on content slides; null: the theme's <c>tx1</c>.</param>
    internal SlideColors On(XElement? ink)
    {
        var (ground, text) = (Named("bg1", White), Named("tx1", Black));
        var written = ink is null ? text : theme.OfFill(ink) ?? text;
        var panel = Named("bg2", ground).ContrastTo(text) >= Readable ? "bg2" : "bg1";
        var strong = Array.Find(Darks, name => Named(name, ground).ContrastTo(ground) >= Readable && Named(name, ground).ContrastTo(Named(panel, ground)) >= Readable) ?? "tx1";
        var isLight = text.ContrastTo(Black) > text.ContrastTo(White);
        var needsPanel = written.ContrastTo(ground) < Different;
        var behind = !needsPanel ? ground : written.ContrastTo(Black) > written.ContrastTo(White) ? Black : White;
        return new SlideColors(null, shape => Recolored(shape, panel, strong, isLight), needsPanel, Named("hlink", ground).ContrastTo(behind) < Readable);
    }

    Rgb Named(string name, Rgb otherwise) => theme.Named(name) ?? otherwise;

    /// <param name="isLight">Tints of accents are light, so light text cannot stand on them.</param>
    static XElement Recolored(XElement shape, string panel, string strong, bool isLight)
    {
        foreach (var color in shape.Descendants(A + "schemeClr").ToList())
        {
            var name = (string?)color.Attribute("val");
            if (name == "accent3" && isLight)
                color.ReplaceWith(new XElement(A + "schemeClr", new XAttribute("val", panel)));
            else if (name is "bg2")
                color.SetAttributeValue("val", panel);
            else if (name is "tx2" or "accent4")
                color.SetAttributeValue("val", strong);
        }
        return shape;
    }
}
