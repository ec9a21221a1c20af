using System.IO.Compression;
using System.Xml.Linq;

namespace CourseGen.Bench.Decks;

/// <summary>Nobody is fast by leaving slides out.</summary>
static class SlideCount
{
    static readonly XNamespace Presentation = "http://schemas.openxmlformats.org/presentationml/2006/main";

    internal static int Of(string deck)
    {
        using var zip = ZipFile.OpenRead(deck);
        using var presentation = zip.GetEntry("ppt/presentation.xml")!.Open();
        return XElement.Load(presentation).Descendants(Presentation + "sldId").Count();
    }

    /// <exception cref="InvalidOperationException">It has another number of slides.</exception>
    internal static void ShouldBe(int slides, string deck, string maker)
    {
        if (Of(deck) is var count && count != slides)
            throw new InvalidOperationException($"The deck of {maker} has {count} slides and should have {slides}.");
    }
}
