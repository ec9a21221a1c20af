using System.Xml.Linq;
using CourseGen.Ppt.Packages;
using CourseGen.Ppt.Tests.Testing;

namespace CourseGen.Ppt.Tests.Merging;

/// <summary>Packages that are right and unlike PowerPoint's: every program reads them, so the merge does.</summary>
public sealed class PeculiarPackageTests
{
    const string Picture = "ppt/media/image77.png";

    public static TheoryData<string> Peculiarities => [.. Changes.Keys];

    static readonly Dictionary<string, Action<TestPackage>> Changes = new()
    {
        ["targets from the package's root"] = deck => ChangeTargets(deck, (part, target) => "/" + PartNames.Absolute(part, target)),
        ["back slashes"] = deck => ChangeTargets(deck, (_, target) => target.Replace('/', '\\')),
        ["detours"] = deck => ChangeTargets(deck, (_, target) => "./" + target),
        ["targets in capitals"] = deck => ChangeTargets(deck, (_, target) => target.Replace("slideLayout", "SLIDELAYOUT", StringComparison.Ordinal)),
        ["escaped names"] = deck => Rename(deck, "ppt/media/a%20picture.png", "../media/a%20picture.png"),
        ["names with spaces"] = deck => Rename(deck, "ppt/media/a picture.png", "../media/a%20picture.png"),
        ["names of other scripts"] = deck => Rename(deck, "ppt/media/höhe.png", "../media/h%C3%B6he.png"),
        ["types in capitals"] = deck => deck.Set(ContentTypes.PartName, deck.Text(ContentTypes.PartName).Replace("PartName=\"/ppt/slides/", "PartName=\"/PPT/SLIDES/", StringComparison.Ordinal)),
        ["numbers that start at a hundred"] = deck => deck.Set("ppt/presentation.xml", deck.Text("ppt/presentation.xml").Replace("id=\"25", "id=\"10025", StringComparison.Ordinal)),
        ["relationships with a comment and entities"] = deck => deck.Change("ppt/slides/_rels/slide1.xml.rels", "<Relationships", "<!-- made &amp; kept --><Relationships"),
    };

    [Theory]
    [MemberData(nameof(Peculiarities))]
    public void A_peculiar_package_is_merged_like_any_other(string what)
    {
        var deck = RichDeck.With("Peculiar", rich => rich.WithFilm());
        Changes[what](deck);
        var merged = Merges.Of(DeckMergerTests.Deck("Ours", 2), deck.Save());
        DeckChecks.Titles(merged.Save()).ShouldBe(["Ours 1", "Ours 2", "Peculiar 1", "Peculiar 2", "Peculiar 3"]);
        merged.Parts[merged.Follow("ppt/slides/slide4.xml", "rIdPoster")].ShouldBe(Samples.Png(16, 9, 77));
        merged.In("ppt/slideMasters/").Count().ShouldBe(1);
        merged.ShouldBeSound();
        DeckChecks.ShouldBeValid(merged.Save());
    }

    [Fact]
    public void A_picture_that_PowerPoint_lost_stays_lost_and_harms_nothing()
    {
        var deck = RichDeck.With("Lost", rich => rich.WithFilm());
        deck.Set("ppt/slides/_rels/slide2.xml.rels", deck.Text("ppt/slides/_rels/slide2.xml.rels").Replace("../media/image77.png", "NULL", StringComparison.Ordinal));
        deck.Parts.Remove(Picture);
        var merged = Merges.Of(deck.Change(ContentTypes.PartName, $"<Override PartName=\"/{Picture}\" ContentType=\"image/png\" />", "").Save());
        merged.RelationshipsOf("ppt/slides/slide2.xml").Single(relationship => relationship.Id == "rIdPoster").Target.ShouldBe("NULL");
        merged.ShouldBeSound();
    }

    [Fact]
    public void A_picture_that_one_program_calls_jpg_and_another_jpeg_is_stored_once()
    {
        var (one, other) = (RichDeck.With("One", rich => rich.WithFilm()), RichDeck.With("Other", rich => rich.WithFilm()));
        one.Change(ContentTypes.PartName, $"<Override PartName=\"/{Picture}\" ContentType=\"image/png\" />", $"<Override PartName=\"/{Picture}\" ContentType=\"image/jpeg\" />");
        other.Change(ContentTypes.PartName, $"<Override PartName=\"/{Picture}\" ContentType=\"image/png\" />", $"<Override PartName=\"/{Picture}\" ContentType=\"image/jpg\" />");
        Merges.Of(one.Save(), other.Save()).In("ppt/media/").Count().ShouldBe(2, "the picture and the film");
    }

    [Fact]
    public void Decks_that_name_no_size_have_slides_of_the_size_that_is_meant_then()
    {
        var deck = RichDeck.Plain("A");
        deck.Change("ppt/presentation.xml", "<p:sldSz cx=\"12192000\" cy=\"6858000\" />", "");
        var merged = Merges.Of(deck.Save(), deck.Save());
        ((string?)merged.Xml("ppt/presentation.xml").Element(Merges.P + "sldSz")!.Attribute("cx")).ShouldBe("9144000");
    }

    static void ChangeTargets(TestPackage deck, Func<string, string, string> change)
    {
        foreach (var part in deck.Parts.Keys.Where(part => part.EndsWith(".rels", StringComparison.Ordinal)).ToList())
        {
            var (folder, name) = (part[..part.IndexOf("_rels/", StringComparison.Ordinal)], part[(part.LastIndexOf('/') + 1)..^".rels".Length]);
            var relationships = deck.Xml(part);
            foreach (var target in relationships.Elements().Where(relationship => (string?)relationship.Attribute("TargetMode") != "External").Attributes("Target"))
                target.Value = change(folder + name, target.Value);
            deck.Set(part, relationships.ToString(SaveOptions.DisableFormatting));
        }
    }

    static void Rename(TestPackage deck, string name, string target)
    {
        deck.Parts.Add(name, deck.Parts[Picture]);
        deck.Parts.Remove(Picture);
        deck.Change("ppt/slides/_rels/slide2.xml.rels", "../media/image77.png", target);
        deck.Set(ContentTypes.PartName, deck.Text(ContentTypes.PartName).Replace("/" + Picture, "/" + target[3..].Insert(0, "ppt/"), StringComparison.Ordinal));
    }
}
