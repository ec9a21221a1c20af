using System.Xml.Linq;
using static CourseGen.Ppt.Decks.Drawing;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Decks;

/// <summary>What the instructor says, on the slide's notes page.</summary>
static class NotesPage
{
    internal static XElement Of(string notes, string language, bool rightToLeft, SlideLinks links)
    {
        var body = new TextBody(language, rightToLeft, links, SlideColors.Styled);
        // Size and indent are the notes master's; LibreOffice takes neither from there.
        var text = body.Of(notes.Split('\n').Select(line => new FlowLine(LineKind.Text, line)), size: DeckMaster.NotesSize);
        return new XElement(P + "notes", Namespaces,
            new XElement(P + "cSld", Tree(
                new XElement(P + "sp",
                    new XElement(P + "nvSpPr", Named(2, "Slide image"),
                        new XElement(P + "cNvSpPr", new XElement(A + "spLocks", new XAttribute("noGrp", 1), new XAttribute("noRot", 1), new XAttribute("noChangeAspect", 1))),
                        new XElement(P + "nvPr", new XElement(P + "ph", new XAttribute("type", "sldImg")))),
                    new XElement(P + "spPr")),
                new XElement(P + "sp",
                    new XElement(P + "nvSpPr", Named(3, "Notes"),
                        new XElement(P + "cNvSpPr", new XElement(A + "spLocks", new XAttribute("noGrp", 1))),
                        new XElement(P + "nvPr", new XElement(P + "ph", new XAttribute("type", "body"), new XAttribute("idx", 1)))),
                    new XElement(P + "spPr"),
                    text),
                new XElement(P + "sp",
                    new XElement(P + "nvSpPr", Named(4, "Page number"),
                        new XElement(P + "cNvSpPr", new XElement(A + "spLocks", new XAttribute("noGrp", 1))),
                        new XElement(P + "nvPr", new XElement(P + "ph", new XAttribute("type", "sldNum"), new XAttribute("sz", "quarter"), new XAttribute("idx", 5)))),
                    new XElement(P + "spPr"),
                    body.SlideNumber()))),
            new XElement(P + "clrMapOvr", new XElement(A + "masterClrMapping")));
    }
}
