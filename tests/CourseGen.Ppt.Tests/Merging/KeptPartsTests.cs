using CourseGen.Ppt.Tests.Testing;

namespace CourseGen.Ppt.Tests.Merging;

/// <summary>Everything that a slide can hold is in the merged deck, and leads where it led.</summary>
public sealed class KeptPartsTests
{
    static readonly TestPackage Merged = Merges.Of(RichDeck.Plain("Plain").Save(), RichDeck.Full("B").Save(), RichDeck.Full("C").Save());
    const string FirstOfB = "ppt/slides/slide3.xml";
    const string FirstOfC = "ppt/slides/slide6.xml";

    [Fact]
    public void A_deck_with_everything_is_valid_before_and_after()
    {
        DeckChecks.ShouldBeValid(RichDeck.Full("B").Save());
        RichDeck.Full("B").ShouldBeSound();
        DeckChecks.ShouldBeValid(Merged.Save());
        Merged.ShouldBeSound();
    }

    [Theory]
    [InlineData(FirstOfB, "B")]
    [InlineData(FirstOfC, "C")]
    public void A_chart_keeps_its_own_workbook(string slide, string name) =>
        Merged.Text(Merged.Follow(Merged.Follow(slide, "rIdChart"), "package")).ShouldBe($"workbook of {name}");

    [Fact]
    public void A_diagram_keeps_its_five_parts()
    {
        foreach (var slide in new[] { FirstOfB, FirstOfC })
            new[] { "rIdDm", "rIdLo", "rIdQs", "rIdCs", "rIdDrawing" }.Select(id => Merged.Follow(slide, id)).ShouldAllBe(part => part.StartsWith("ppt/diagrams/"));
        Merged.In("ppt/diagrams/").Count().ShouldBe(10);
    }

    [Fact]
    public void A_film_is_stored_once_however_often_slides_lead_to_it()
    {
        var film = Merged.Follow("ppt/slides/slide4.xml", "rIdVideo");
        new[] { Merged.Follow("ppt/slides/slide4.xml", "rIdMedia"), Merged.Follow("ppt/slides/slide7.xml", "rIdVideo"), Merged.Follow("ppt/slides/slide7.xml", "rIdMedia") }.ShouldAllBe(part => part == film);
        Merged.In("ppt/media/").ShouldBe(["ppt/media/image1.png", "ppt/media/media1.mp4"]);
    }

    [Fact]
    public void An_embedded_font_is_stored_once_and_listed_once()
    {
        Merged.In("ppt/fonts/").Count().ShouldBe(1);
        var font = Merged.Xml("ppt/presentation.xml").Descendants(Merges.P + "embeddedFont").ShouldHaveSingleItem();
        Merged.Follow("ppt/presentation.xml", (string)font.Element(Merges.P + "regular")!.Attribute(Merges.R + "id")!).ShouldBe("ppt/fonts/font1.fntdata");
    }

    [Fact]
    public void Equal_custom_xml_is_stored_once_with_its_properties()
    {
        Merged.Follow(Merged.Follow("ppt/presentation.xml", "customXml"), "customXmlProps").ShouldBe("customXml/itemProps1.xml");
        Merged.In("customXml/").Count().ShouldBe(2);
    }

    [Fact]
    public void Tags_of_slides_stay_theirs_and_those_of_decks_are_joined()
    {
        Merged.Text(Merged.Follow(FirstOfC, "rIdTag")).ShouldContain("val=\"C\"");
        var tags = Merged.Xml(Merged.Follow("ppt/presentation.xml", "tags")).Elements().Select(tag => $"{(string?)tag.Attribute("name")}={(string?)tag.Attribute("val")}");
        tags.ShouldBe(["DECK=B", "OF_B=1", "OF_C=1"], "of two tags with one name the first stays");
    }

    [Fact]
    public void Comments_keep_their_authors_and_their_numbers_go_on()
    {
        var authors = Merged.Xml("ppt/commentAuthors.xml").Elements().ToList();
        authors.Select(author => (string?)author.Attribute("name")).ShouldBe(["A. Author", "Second author"]);
        authors.Select(author => (string?)author.Attribute("lastIdx")).ShouldBe(["4", "4"]);
        Comments(FirstOfB).ShouldBe(["0 2 A. Author on B", "1 2 Second author on B"]);
        Comments(FirstOfC).ShouldBe(["0 4 A. Author on C", "1 4 Second author on C"]);
    }

    [Fact]
    public void Authors_that_other_decks_number_otherwise_keep_their_comments()
    {
        var merged = Merges.Of(RichDeck.With("A", deck => deck.WithComments("Ann", "Ben")).Save(), RichDeck.With("B", deck => deck.WithComments("Cy", "Ben")).Save());
        merged.Xml("ppt/commentAuthors.xml").Elements().Select(author => $"{(string?)author.Attribute("id")} {(string?)author.Attribute("name")}").ShouldBe(["0 Ann", "1 Ben", "2 Cy"]);
        var comments = merged.Xml(merged.Follow("ppt/slides/slide4.xml", "rIdComments")).Elements().Select(comment => $"{(string?)comment.Attribute("authorId")} {(string?)comment.Attribute("idx")} {comment.Element(Merges.P + "text")?.Value}");
        comments.ShouldBe(["2 2 Cy on B", "1 4 Ben on B"]);
    }

    [Fact]
    public void Comments_with_replies_name_their_slide_by_its_new_id_and_have_ids_of_their_own()
    {
        var comments = new[] { "ppt/slides/slide4.xml", "ppt/slides/slide7.xml" }.Select(slide => Merged.Xml(Merged.Follow(slide, "rIdModern"))).ToList();
        comments.Select(list => (string?)list.Descendants().Single(element => element.Name.LocalName == "sldMk").Attribute("sldId")).ShouldBe(["259", "262"]);
        comments.Select(list => (string?)list.Elements().Single().Attribute("id")).ShouldBeUnique();
        Merged.Xml("ppt/authors.xml").Elements().Count().ShouldBe(1);
    }

    [Fact]
    public void Custom_shows_are_kept_under_ids_of_their_own_and_links_to_them_too()
    {
        var shows = Merged.Xml("ppt/presentation.xml").Descendants(Merges.P + "custShow").ToList();
        shows.Select(show => $"{(string?)show.Attribute("id")} {(string?)show.Attribute("name")}").ShouldBe(["0 Short", "1 Short (2)"]);
        shows[1].Descendants(Merges.P + "sld").Select(slide => Merged.Follow("ppt/presentation.xml", (string)slide.Attribute(Merges.R + "id")!)).ShouldBe(["ppt/slides/slide8.xml", FirstOfC]);
        Merged.Text("ppt/slides/slide4.xml").ShouldContain("ppaction://customshow?id=0&amp;return=true");
        Merged.Text("ppt/slides/slide7.xml").ShouldContain("ppaction://customshow?id=1&amp;return=true");
    }

    [Fact]
    public void Links_lead_to_the_slides_and_pages_they_led_to()
    {
        Merged.Follow(FirstOfB, "rIdJump").ShouldBe("ppt/slides/slide5.xml");
        Merged.Follow(FirstOfC, "rIdJump").ShouldBe("ppt/slides/slide8.xml");
        Merged.Follow(FirstOfC, "rIdWeb").ShouldBe("https://example.org/tides?a=1&b=2#c");
    }

    [Fact]
    public void A_zoom_shows_the_slide_it_showed()
    {
        var merged = Merges.Of(RichDeck.Plain("Plain").Save(), RichDeck.With("Z", deck => deck.WithZoom()).Save());
        merged.Text(FirstOfB).ShouldContain("sldId=\"260\"");
        merged.ShouldBeSound();
        DeckChecks.ShouldBeValid(merged.Save());
    }

    [Fact]
    public void A_slide_that_need_not_change_is_copied_as_it_is() =>
        Merged.Parts[FirstOfC].ShouldBe(RichDeck.Full("C").Parts["ppt/slides/slide1.xml"], "transition and all");

    [Fact]
    public void Custom_properties_are_joined() => Merged.Xml("docProps/custom.xml").Elements()
        .Select(property => $"{(string?)property.Attribute("pid")} {(string?)property.Attribute("name")}={property.Value}").ShouldBe(["2 Deck=B", "3 Of B=true", "4 Of C=true"]);

    [Fact]
    public void A_link_to_a_slide_that_is_not_shown_stays_on_its_own_slide()
    {
        var deck = RichDeck.With("A", rich => rich.WithLinks());
        deck.Set("ppt/presentation.xml", System.Text.RegularExpressions.Regex.Replace(deck.Text("ppt/presentation.xml"), "<p:sldId id=\"258\"[^>]*/>|<p14:sldId id=\"258\"[^>]*/>", "", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        var merged = Merges.Of(deck.Save());
        merged.Follow("ppt/slides/slide1.xml", "rIdJump").ShouldBe("ppt/slides/slide1.xml");
        merged.ShouldBeSound();
        merged.In("ppt/slides/").Count().ShouldBe(2);
    }

    [Fact]
    public void A_link_on_a_master_leads_to_the_slide_it_led_to()
    {
        var deck = RichDeck.Plain("Linked").Relate("ppt/slideMasters/slideMaster1.xml", "rIdHome", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/slide", "../slides/slide2.xml");
        deck.Change("ppt/theme/theme1.xml", "name=\"CourseGen", "name=\"House");
        var merged = Merges.Of(RichDeck.Plain("Plain").Save(), deck.Save()).ShouldBeSound();
        merged.Follow("ppt/slideMasters/slideMaster2.xml", "rIdHome").ShouldBe("ppt/slides/slide4.xml");
    }

    [Fact]
    public void Two_slides_that_share_a_notes_page_get_one_each()
    {
        var deck = RichDeck.Plain("A");
        deck.Set("ppt/slides/_rels/slide2.xml.rels", deck.Text("ppt/slides/_rels/slide1.xml.rels"));
        deck.Parts.Remove("ppt/notesSlides/notesSlide2.xml");
        deck.Parts.Remove("ppt/notesSlides/_rels/notesSlide2.xml.rels");
        deck.Change("[Content_Types].xml", "<Override PartName=\"/ppt/notesSlides/notesSlide2.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.presentationml.notesSlide+xml\"/>", "");
        var merged = Merges.Of(deck.Save()).ShouldBeSound();
        merged.Follow(merged.Follow("ppt/slides/slide2.xml", "notesSlide"), "slide").ShouldBe("ppt/slides/slide2.xml");
    }

    static IEnumerable<string> Comments(string slide) => Merged.Xml(Merged.Follow(slide, "rIdComments")).Elements()
        .Select(comment => $"{(string?)comment.Attribute("authorId")} {(string?)comment.Attribute("idx")} {comment.Element(Merges.P + "text")!.Value}");
}
