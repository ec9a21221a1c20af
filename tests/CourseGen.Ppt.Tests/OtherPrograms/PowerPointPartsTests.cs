using System.IO.Compression;
using System.Text;
using CourseGen.Ppt.Tests.Merging;
using DocumentFormat.OpenXml.Office2010.PowerPoint;
using DocumentFormat.OpenXml.Packaging;
using P = DocumentFormat.OpenXml.Presentation;

namespace CourseGen.Ppt.Tests.OtherPrograms;

/// <summary>What PowerPoint stores for a deck as a whole is in the merged deck too.</summary>
public sealed class PowerPointPartsTests
{
    static readonly byte[] Merged = Merges.Bytes(ProgramDecks.Ours, PowerPointDeck.Written());

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

    [Fact]
    public void Embedded_fonts_stay_embedded_under_their_names() => Open(document =>
    {
        var font = document.PresentationPart!.Presentation.EmbeddedFontList!.Elements<P.EmbeddedFont>().Single();
        return (font.Font!.Typeface!.Value, Bytes(document.PresentationPart.GetPartById(font.RegularFont!.Id!)), Bytes(document.PresentationPart.GetPartById(font.BoldFont!.Id!)));
    }).ShouldSatisfyAllConditions(
        font => font.Item1.ShouldBe("Montserrat"), font => font.Item2.ShouldBe(SampleFiles.Font(1)), font => font.Item3.ShouldBe(SampleFiles.Font(2)));

    [Fact]
    public void Custom_XML_stays_with_its_properties() => Open(document => document.PresentationPart!.CustomXmlParts.Select(part =>
        (Encoding.UTF8.GetString(Bytes(part)).Contains("https://example.org/course", StringComparison.Ordinal), part.CustomXmlPropertiesPart?.DataStoreItem.ItemId?.Value)).ToList())
        .ShouldBe([(true, "{0D1C2B3A-0000-4000-8000-000000000021}")]);

    [Fact]
    public void Two_copies_of_one_deck_have_the_comments_of_both_and_its_author_once()
    {
        var twice = Merges.Bytes(PowerPointDeck.Written(), PowerPointDeck.Written());
        SlideStory.Of(twice).SelectMany(story => story.Comments).Count().ShouldBe(2);
        using var document = PresentationDocument.Open(new MemoryStream(twice), isEditable: false);
        document.PresentationPart!.GetPartsOfType<PowerPointAuthorsPart>().Single().AuthorList!.ChildElements.Count.ShouldBe(1);
    }

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

    static byte[] Bytes(OpenXmlPart part)
    {
        using var stream = part.GetStream();
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
