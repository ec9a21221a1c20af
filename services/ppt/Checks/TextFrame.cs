using System.Runtime.InteropServices;
using System.Xml.Linq;
using CourseGen.Ppt.Decks;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Checks;

/// <summary>How a shape's text is made to fit.</summary>
/// <param name="Scale">Of its sizes; 1 when nothing is shrunk.</param>
/// <param name="LineReduction">What its lines lose of their height.</param>
/// <param name="GrowsShape">The shape follows its text.</param>
[StructLayout(LayoutKind.Auto)]
readonly record struct Autofit(double Scale, double LineReduction, bool GrowsShape)
{
    internal static readonly Autofit None = new(1, 0, false);

    internal static Autofit Of(XElement? fit) => fit?.Name.LocalName switch
    {
        "normAutofit" => new(ShapeText.Percent((string?)fit.Attribute("fontScale"), 1), ShapeText.Percent((string?)fit.Attribute("lnSpcReduction"), 0), false),
        "spAutoFit" => new(1, 0, true),
        _ => None,
    };
}

/// <summary>The room for a shape's text.</summary>
/// <param name="Anchor"><c>t</c>, <c>ctr</c> or <c>b</c>.</param>
/// <param name="Wraps">Lines end at the frame.</param>
/// <param name="IsPlain">In one column, level, and written the ordinary way; else its room is not known.</param>
sealed record TextFrame(double Left, double Top, double Right, double Bottom, string Anchor, bool Wraps, bool IsPlain, Autofit Fit)
{
    /// <summary>Where nothing says otherwise (ECMA-376 Part 1, 21.1.2.1.1).</summary>
    internal const double InsetX = 7.2;
    internal const double InsetY = 3.6;

    internal static TextFrame Of(DeckShape shape, DeckSlide slide)
    {
        var bodies = ((IEnumerable<DeckShape>)[shape, .. slide.Ancestors(shape)]).Select(level => level.Text?.Element(A + "bodyPr")).OfType<XElement>().ToList();
        string[] fits = ["noAutofit", "normAutofit", "spAutoFit"];
        var fit = bodies.SelectMany(body => body.Elements()).FirstOrDefault(element => fits.Contains(element.Name.LocalName));
        return new TextFrame(
            Inset(bodies, "lIns", InsetX), Inset(bodies, "tIns", InsetY),
            Inset(bodies, "rIns", InsetX), Inset(bodies, "bIns", InsetY),
            Inherited(bodies, "anchor") ?? "t",
            Inherited(bodies, "wrap") != "none",
            Inherited(bodies, "vert") is null or "horz" && ShapeText.Number(Inherited(bodies, "numCol"), 1) <= 1 && ShapeText.Number(Inherited(bodies, "rot"), 0) == 0,
            Autofit.Of(fit));
    }

    static double Inset(List<XElement> bodies, string side, double otherwise) => Inherited(bodies, side) is { } emu ? ShapeText.Number(emu, 0) / Box.EmuPerPoint : otherwise;

    static string? Inherited(List<XElement> bodies, string attribute) => bodies.Select(body => (string?)body.Attribute(attribute)).FirstOrDefault(value => value is not null);
}
