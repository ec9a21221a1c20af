using System.IO.Compression;
using CourseGen.Ppt.Merging;
using DocumentFormat.OpenXml.Office2010.PowerPoint;
using DocumentFormat.OpenXml.Packaging;
using P = DocumentFormat.OpenXml.Presentation;

namespace CourseGen.Ppt.Tests.OtherPrograms;

/// <summary>What PowerPoint stores for a deck as a whole is in the merged deck too.</summary>
public sealed class PowerPointPartsTests
{
    static readonly byte[] Merged = Merge(ProgramDecks.Ours, PowerPointDeck.Written());

    [Fact]
    public void Sections_keep_their_names_and_slides() => Open(document => document.PresentationPart!.Presentation.Descendants<Section>()
        .Select(section => (section.Name!.Value, section.Descendants<SectionSlideIdListEntry>().Count())).ToList())
        .ShouldBe([("Module 1", 2), ("First part", 1), ("Second part", 2)]);

    [Fact]
    public void A_transition_keeps_what_newer_and_older_programs_show()
    {
        var overview = Open(document => Slides(document)[2].Slide.OuterXml);
        overview.ShouldContain("<p14:prism");
        overview.ShouldContain("<mc:Fallback>");
    }

    [Fact]
    public void A_film_is_stored_once_for_both_its_relationships() =>
        Parts(Merged).Count(part => part.Key.EndsWith(".mp4", StringComparison.Ordinal)).ShouldBe(1);

    static T Open<T>(Func<PresentationDocument, T> read)
    {
        using var document = PresentationDocument.Open(new MemoryStream(Merged), isEditable: false);
        return read(document);
    }

    static List<SlidePart> Slides(PresentationDocument document) => [.. document.PresentationPart!.Presentation.SlideIdList!.Elements<P.SlideId>()
        .Select(id => (SlidePart)document.PresentationPart.GetPartById(id.RelationshipId!))];

    static Dictionary<string, long> Parts(byte[] deck)
    {
        using var zip = new ZipArchive(new MemoryStream(deck));
        return zip.Entries.ToDictionary(entry => entry.FullName, entry => entry.Length);
    }

    static byte[] Merge(params byte[][] decks)
    {
        using var output = new MemoryStream();
        DeckMerger.Merge([.. decks.Select((deck, index) => new DeckSource($"deck-{index + 1}.pptx", () => new MemoryStream(deck)))], output);
        return output.ToArray();
    }
}
