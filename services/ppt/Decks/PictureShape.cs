using System.Xml.Linq;
using static CourseGen.Ppt.Decks.Drawing;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Decks;

/// <summary>A picture in its place: whole, or cropped to the place's proportions where that costs little of it.</summary>
static class PictureShape
{
    /// <summary>Name of the picture of a diagram that is not drawn as shapes, by which the checks find it.</summary>
    internal const string OfDiagram = "Picture of a diagram";

    /// <summary>Of a picture's width or height, both edges together.</summary>
    const double MostCrop = 0.2;
    const double Whole = 100_000;

    internal static XElement Of(int id, Box box, PictureBytes picture, bool crop, string relationship, string altText, XElement? placeholder, string name = "Picture")
    {
        var (place, cut) = Placed(picture, box, crop);
        return new XElement(P + "pic",
            new XElement(P + "nvPicPr", altText.Length == 0 ? NamedDecoration(id, name) : Named(id, name, altText),
                new XElement(P + "cNvPicPr", new XElement(A + "picLocks", new XAttribute("noGrp", 1), new XAttribute("noChangeAspect", 1))),
                new XElement(P + "nvPr", placeholder)),
            new XElement(P + "blipFill", new XElement(A + "blip", new XAttribute(R + "embed", relationship)), cut, new XElement(A + "stretch", new XElement(A + "fillRect"))),
            new XElement(P + "spPr", Frame(place), Rectangle));
    }

    internal static Box PlaceOf(PictureBytes? picture, Box box, bool crop) => picture is null ? box : Placed(picture, box, crop).Place;

    static (Box Place, XElement? Cut) Placed(PictureBytes picture, Box box, bool crop)
    {
        if (picture.Size is not var (width, height))
            return (box, null);
        if (!crop)
            return (box.Fitting(width, height), null);
        var tooWide = width / (double)height / (box.Width / box.Height);
        var share = Math.Min(MostCrop, tooWide > 1 ? 1 - (1 / tooWide) : 1 - tooWide);
        if (share < 0.005)
            return (box.Fitting(width, height), null);
        var (horizontal, vertical) = tooWide > 1 ? (share, 0.0) : (0.0, share);
        return (box.Fitting(width * (1 - horizontal), height * (1 - vertical)), new XElement(A + "srcRect", Cut("l", horizontal), Cut("t", vertical), Cut("r", horizontal), Cut("b", vertical)));
    }

    static XAttribute? Cut(string side, double share) => share == 0 ? null : new XAttribute(side, (int)Math.Round(share / 2 * Whole));

    internal static XElement Missing(int id, Box box, XElement text) => new(P + "sp",
        new XElement(P + "nvSpPr", Named(id, "Missing picture"), new XElement(P + "cNvSpPr"), new XElement(P + "nvPr")),
        new XElement(P + "spPr", Frame(box), Rectangle, SchemeFill("bg2"),
            new XElement(A + "ln", new XAttribute("w", 12700), SchemeFill("accent4"), new XElement(A + "prstDash", new XAttribute("val", "dash")))),
        text);
}
