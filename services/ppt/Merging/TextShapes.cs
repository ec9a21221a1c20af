using System.Xml.Linq;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Merging;

/// <summary>Where the text of a slide, layout or master stands.</summary>
static class TextShapes
{
    /// <summary>It inherits from the layout and the master.</summary>
    internal static bool IsPlaceholder(XElement? shape) => shape?.Elements().Elements().Elements(P + "ph").Any() == true;

    /// <summary>Shapes that inherit nothing but the deck's defaults.</summary>
    internal static IEnumerable<XElement> Free(XElement root) => root.Descendants(P + "sp").Where(shape => !IsPlaceholder(shape));

    internal static IEnumerable<XElement> Cells(XElement root) => root.Descendants(A + "tc");
}
