using System.Xml.Linq;
using CourseGen.Ppt.Decks;
using CourseGen.Ppt.Packages;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Checks;

/// <summary>A slide as the presentation lists it.</summary>
/// <param name="Part">Null when its relationship leads nowhere.</param>
sealed record ListedSlide(int Number, string Id, string? Part);

/// <summary>A package that is a deck, opened: its presentation part, and its slides in order.</summary>
sealed class OpenedDeck
{
    internal PackageReader Package { get; }
    internal string Main { get; }
    internal XElement Root { get; }
    internal IReadOnlyList<ListedSlide> Slides { get; }
    internal DeckLayers Layers { get; }
    /// <summary>Of a slide, in points.</summary>
    internal Box Size { get; }

    /// <exception cref="DeckRefusedException">Not a presentation.</exception>
    internal OpenedDeck(PackageReader package)
    {
        Package = package;
        Main = PresentationPart.Of(package);
        Root = BoundedXml.Load(package, Main);
        var targets = package.RelationshipsOf(Main).Where(relationship => !relationship.External && package.Has(relationship.Target)).ToLookup(relationship => relationship.Id, relationship => relationship.Target);
        Slides = [.. (Root.Element(P + "sldIdLst")?.Elements(P + "sldId") ?? []).Select((slide, index) =>
            new ListedSlide(index + 1, (string?)slide.Attribute("id") ?? "", targets[(string?)slide.Attribute(R + "id") ?? ""].FirstOrDefault()))];
        Layers = new DeckLayers(package);
        var size = Root.Element(P + "sldSz");
        Size = new Box(0, 0, Points(size, "cx") ?? Box.SlideWidth, Points(size, "cy") ?? Box.SlideHeight);
    }

    static double? Points(XElement? size, string attribute) => long.TryParse((string?)size?.Attribute(attribute), out var emu) && emu > 0 ? emu / (double)Box.EmuPerPoint : null;
}
