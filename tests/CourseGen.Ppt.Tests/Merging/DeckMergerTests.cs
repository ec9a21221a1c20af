using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Decks;
using CourseGen.Ppt.Merging;
using CourseGen.Ppt.Packages;
using CourseGen.Ppt.Tests.Testing;
using DocumentFormat.OpenXml.Office2010.PowerPoint;
using DocumentFormat.OpenXml.Packaging;
using P = DocumentFormat.OpenXml.Presentation;

namespace CourseGen.Ppt.Tests.Merging;

public sealed class DeckMergerTests
{
    static readonly byte[] Shared = Samples.Png(60, 40, 10);

    [Fact]
    public void Slides_come_in_order_with_their_notes_and_layouts()
    {
        var decks = new[] { Deck("A", 3), Deck("B", 2), Deck("C", 1) };
        var merged = Merges.Bytes(decks);
        DeckChecks.ShouldBeValid(merged);
        DeckChecks.Titles(merged).ShouldBe(decks.SelectMany(DeckChecks.Titles));
        DeckChecks.Notes(merged).ShouldBe(decks.SelectMany(DeckChecks.Notes));
        DeckChecks.Layouts(merged).ShouldBe(decks.SelectMany(DeckChecks.Layouts));
        DeckChecks.Texts(merged).ShouldBe(decks.SelectMany(DeckChecks.Texts));
    }

    [Theory]
    [InlineData("professional")]
    [InlineData("modern")]
    [InlineData("minimal")]
    public void Decks_of_one_style_share_one_master_and_equal_pictures(string style)
    {
        var merged = Merges.Bytes(Deck("A", 2, style), Deck("B", 2, style));
        DeckChecks.ShouldBeValid(merged);
        DeckChecks.Open(merged, presentation => presentation.SlideMasterParts.Single().SlideLayoutParts.Count()).ShouldBe(15);
        Media(merged).ShouldBe(3, "one shared, one of each deck");
    }

    [Fact]
    public void Decks_of_different_styles_keep_their_masters()
    {
        var merged = Merges.Bytes(Deck("A", 1, "professional"), Deck("B", 1, "modern"), Deck("C", 1, "professional"));
        DeckChecks.ShouldBeValid(merged);
        DeckChecks.Open(merged, presentation => presentation.SlideMasterParts.Count()).ShouldBe(2);
        DeckChecks.Read(merged, slide => slide.SlideLayoutPart!.SlideMasterPart!.ThemePart!.Theme.Name!.Value).ShouldBe(["CourseGen professional", "CourseGen modern", "CourseGen professional"]);
        DeckChecks.Open(merged, presentation => presentation.SlideMasterParts.SelectMany(master => master.SlideMaster.SlideLayoutIdList!.Elements<P.SlideLayoutId>().Select(layout => layout.Id!.Value))
            .Concat(presentation.Presentation.SlideMasterIdList!.Elements<P.SlideMasterId>().Select(master => master.Id!.Value)).ToList()).ShouldBeUnique();
    }

    [Fact]
    public void Neighbouring_sections_of_one_name_become_one()
    {
        var merged = Merges.Bytes(Deck("A", 2, section: "Module 1"), Deck("B", 1, section: "Module 1"), Deck("C", 2, section: "Module 2"));
        DeckChecks.Open(merged, presentation => presentation.Presentation.Descendants<Section>().Select(section => (section.Name!.Value, section.Descendants<SectionSlideIdListEntry>().Count())).ToList())
            .ShouldBe([("Module 1", 3), ("Module 2", 2)]);
    }

    [Fact]
    public void Slide_ids_are_unique_and_each_slide_has_its_own_notes()
    {
        var merged = Merges.Bytes(Deck("A", 3), Deck("B", 3));
        DeckChecks.Open(merged, presentation => presentation.Presentation.SlideIdList!.Elements<P.SlideId>().Select(id => id.Id!.Value).ToList()).ShouldBeUnique();
        DeckChecks.Read(merged, slide => slide.NotesSlidePart!.Uri.ToString()).ShouldBeUnique();
        DeckChecks.Open(merged, presentation => presentation.NotesMasterPart).ShouldNotBeNull();
    }

    [Fact]
    public void A_merged_deck_can_be_merged_again()
    {
        var once = Merges.Bytes(Deck("A", 2), Deck("B", 2, "modern"));
        var twice = Merges.Bytes(once, Deck("C", 1), once);
        DeckChecks.ShouldBeValid(twice);
        DeckChecks.Open(twice, presentation => presentation.SlideMasterParts.Count()).ShouldBe(2);
        DeckChecks.Titles(twice).Count.ShouldBe(9);
    }

    [Fact]
    public void A_deck_saved_by_another_program_is_merged_with_its_own_master()
    {
        using var edited = new MemoryStream();
        edited.Write(Deck("Edited", 2));
        using (var document = PresentationDocument.Open(edited, isEditable: true))
        {
            var theme = document.PresentationPart!.SlideMasterParts.Single().ThemePart!.Theme;
            theme.Name = "By hand";
            theme.Save();
            document.PackageProperties.Title = "Edited by hand";
        }
        var merged = Merges.Bytes(Deck("A", 1), edited.ToArray());
        DeckChecks.ShouldBeValid(merged);
        DeckChecks.Titles(merged).ShouldBe(["A 1", "Edited 1", "Edited 2"]);
        DeckChecks.Open(merged, presentation => presentation.SlideMasterParts.Count()).ShouldBe(2);
    }

    [Fact]
    public void Links_between_slides_and_to_the_web_still_lead_where_they_led()
    {
        using var linked = new MemoryStream();
        linked.Write(Deck("Linked", 2));
        using (var document = PresentationDocument.Open(linked, isEditable: true))
        {
            var slides = document.PresentationPart!.Presentation.SlideIdList!.Elements<P.SlideId>().Select(id => (SlidePart)document.PresentationPart.GetPartById(id.RelationshipId!)).ToList();
            slides[0].AddPart(slides[1], "rIdNext");
            slides[0].AddHyperlinkRelationship(new Uri("https://example.org/a?b=c"), isExternal: true, "rIdWeb");
        }
        var merged = Merges.Bytes(Deck("A", 3), linked.ToArray());
        DeckChecks.Read(merged, slide => (slide.Parts.Where(part => part.RelationshipId == "rIdNext").Select(part => DeckChecks.TitleOf((SlidePart)part.OpenXmlPart)).SingleOrDefault(),
            slide.HyperlinkRelationships.SingleOrDefault()?.Uri.ToString()))[3].ShouldBe(("Linked 2", "https://example.org/a?b=c"));
    }

    [Fact]
    public void The_same_decks_give_the_same_bytes() => Merges.Bytes(Deck("A", 2), Deck("B", 2)).ShouldBe(Merges.Bytes(Deck("A", 2), Deck("B", 2)));

    [Fact]
    public void One_deck_alone_is_merged_too() => DeckChecks.Titles(Merges.Bytes(Deck("A", 2))).ShouldBe(["A 1", "A 2"]);

    [Fact]
    public void The_result_counts_slides_and_decks_and_the_properties_are_set()
    {
        using var output = new MemoryStream();
        var result = DeckMerger.Merge(Merges.Sources(Deck("A", 2), Deck("B", 3)), output, new DeckProperties("Course", "Author", "es"));
        result.ShouldBe(new MergeResult(5, 2));
        using var document = PresentationDocument.Open(output, isEditable: false);
        (document.PackageProperties.Title, document.PackageProperties.Creator, document.PackageProperties.Language).ShouldBe(("Course", "Author", "es"));
    }

    [Fact]
    public void Content_types_name_exactly_the_parts_that_are_there()
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(Merges.Bytes(Deck("A", 2), Deck("B", 2))));
        using var types = zip.GetEntry("[Content_Types].xml")!.Open();
        var named = System.Xml.Linq.XElement.Load(types).Elements().Select(type => (string?)type.Attribute("PartName")).OfType<string>().ToList();
        named.ShouldBe(zip.Entries.Select(entry => "/" + entry.FullName).Where(name => name != "/[Content_Types].xml" && !name.EndsWith(".rels", StringComparison.Ordinal) && !name.EndsWith(".png", StringComparison.Ordinal)), ignoreOrder: true);
    }

    internal static byte[] Deck(string name, int slides, string style = "professional", string? section = null)
    {
        var pictures = new Dictionary<string, DeckPicture> { ["shared"] = new(Shared, "Shared by all decks"), ["own"] = new(Samples.Png(60, 40, (byte)name[0]), "Its own") };
        var content = Samples.Deck(Enumerable.Range(1, slides).Select(number => number switch
        {
            1 => Samples.Slide(SlideLayout.TextImageLeft, $"{name} 1", Samples.Bullets("One"), Samples.Image("shared")),
            2 => Samples.Slide(SlideLayout.TextImageRight, $"{name} 2", Samples.Bullets("One"), Samples.Image("own")),
            _ => Samples.Slide(SlideLayout.Table, $"{name} {number}", Samples.Table(3)),
        }).Select(slide => slide with { Notes = $"{slide.Title}: {Samples.Notes}" }), style, pictures: pictures);
        return Samples.Written(section is null ? content : content with { Sections = [content.Sections[0] with { Name = section }] });
    }

    static int Media(byte[] deck)
    {
        using var zip = new System.IO.Compression.ZipArchive(new MemoryStream(deck));
        return zip.Entries.Count(entry => entry.FullName.StartsWith("ppt/media/", StringComparison.Ordinal));
    }
}
