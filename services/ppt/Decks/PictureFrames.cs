using System.Xml.Linq;
using CourseGen.Contracts.Documents;
using static CourseGen.Ppt.Decks.Drawing;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Decks;

/// <summary>A picture in its placeholder with its caption below, or the note in the place of one that is missing.</summary>
static class PictureFrames
{
    internal const double CaptionSize = 14;
    const int MostCaptionLines = 3;
    const double CaptionPadding = 10;

    /// <returns>Empty when there is none, or the slide's text says the same.</returns>
    internal static string CaptionOf(Slide slide)
    {
        var caption = slide.ContentBlocks.First(block => block.Type == BlockType.Image).Caption ?? "";
        return slide.ContentBlocks.Any(block => block.Type != BlockType.Image && block.Text == caption) ? "" : caption;
    }

    internal static double CaptionHeight(string caption, double width) => caption.Length == 0 ? 0
        : Math.Min(MostCaptionLines, TextMeasure.Lines(caption, CaptionSize, width - (2 * SlideGeometry.InsetX))) * CaptionSize * TextMeasure.LineHeight + CaptionPadding;

    /// <summary>The largest place of the picture's proportions in the box, in its middle.</summary>
    internal static Box Fitted(DeckPicture? picture, Box box)
    {
        if (picture is null || PictureFormat.SizeOf(picture.Bytes) is not var (width, height))
            return box;
        var scale = Math.Min(box.Width / width, box.Height / height);
        return new Box(box.X + ((box.Width - (width * scale)) / 2), box.Y + ((box.Height - (height * scale)) / 2), width * scale, height * scale);
    }

    internal static XElement Of(int id, Box box, string relationship, string altText) => new(P + "pic",
        new XElement(P + "nvPicPr", Named(id, "Picture", altText),
            new XElement(P + "cNvPicPr", new XElement(A + "picLocks", new XAttribute("noGrp", 1), new XAttribute("noChangeAspect", 1))),
            new XElement(P + "nvPr", Placeholder("pic", DeckLayouts.PictureIndex))),
        new XElement(P + "blipFill", new XElement(A + "blip", new XAttribute(R + "embed", relationship)), new XElement(A + "stretch", new XElement(A + "fillRect"))),
        new XElement(P + "spPr", Frame(box), Rectangle));

    internal static XElement Missing(int id, Box box, XElement text) => new(P + "sp",
        new XElement(P + "nvSpPr", Named(id, "Missing picture"), new XElement(P + "cNvSpPr", new XAttribute("txBox", 1)), new XElement(P + "nvPr")),
        new XElement(P + "spPr", Frame(box), Rectangle, SchemeFill("bg2"),
            new XElement(A + "ln", new XAttribute("w", 12700), SchemeFill("accent4"), new XElement(A + "prstDash", new XAttribute("val", "dash")))),
        text);
}
