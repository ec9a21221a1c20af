using System.Xml.Linq;
using CourseGen.Contracts.Documents;
using CourseGen.Ppt.Checks;
using CourseGen.Ppt.Packages;
using CourseGen.Ppt.Tests.Testing;
using static CourseGen.Ppt.Tests.Checks.CheckedDecks;
using static CourseGen.Ppt.Tests.Checks.DeckEdit;

namespace CourseGen.Ppt.Tests.Checks;

public sealed class PackageRulesTests
{
    [Fact]
    public void A_good_deck_has_no_finding() => Check(Deck).ShouldBeEmpty();

    [Fact]
    public void A_relationship_that_leads_nowhere_is_found()
    {
        var finding = Check(Deck.Remove("ppt/media/image1.png")).Single(finding => finding.Rule == DeckRules.Relationship);
        finding.Part.ShouldBe(PictureSlide);
        finding.Severity.ShouldBe(FindingSeverity.Error);
        finding.Message.ShouldBe("Relationship rIdP of ppt/slides/slide4.xml leads to ppt/media/image1.png, which is not there; add the part, or remove the relationship and what uses it.");
    }

    [Fact]
    public void A_relationship_that_is_named_but_not_there_is_found() =>
        OnlyFinding(Deck.Replace(PictureSlide, "\"rIdP\"", "\"rIdQ\""), DeckRules.Relationship).Message.ShouldContain("names the relationship rIdQ");

    [Fact]
    public void A_slide_without_a_layout_is_found() =>
        OnlyFinding(Deck.Xml("ppt/slides/_rels/slide1.xml.rels", relationships => relationships.Elements().First(one => ((string)one.Attribute("Type")!).EndsWith("/slideLayout", StringComparison.Ordinal)).Remove()), DeckRules.Relationship)
            .Message.ShouldContain("has no layout");

    [Fact]
    public void A_part_that_nothing_leads_to_is_found()
    {
        var finding = OnlyFinding(Deck.Put("ppt/slides/slide99.xml.rels.xml", "<a/>"u8.ToArray()).Xml("[Content_Types].xml", AddType("xml", "application/xml")), DeckRules.UnreachablePart);
        finding.Part.ShouldBe("ppt/slides/slide99.xml.rels.xml");
        finding.Severity.ShouldBe(FindingSeverity.Warning);
    }

    [Fact]
    public void A_part_without_a_content_type_is_found() =>
        Check(Deck.Put("ppt/left.bin", [1])).Single(finding => finding.Rule == DeckRules.ContentType).Message.ShouldContain("ppt/left.bin has no content type");

    [Fact]
    public void A_content_type_without_its_part_is_found() =>
        OnlyFinding(Deck.Replace("[Content_Types].xml", "</Types>", "<Override PartName=\"/ppt/slides/slide77.xml\" ContentType=\"x/y\"/></Types>"), DeckRules.ContentType)
            .Message.ShouldContain("ppt/slides/slide77.xml, which is not there");

    [Fact]
    public void A_listed_extension_that_no_part_has_is_found() =>
        OnlyFinding(Deck.Xml("[Content_Types].xml", AddType("gif", "image/gif")), DeckRules.ContentType).Message.ShouldContain("the extension 'gif'");

    [Fact]
    public void A_slide_that_is_no_slide_is_found() =>
        Check(Deck.Xml("[Content_Types].xml", types => types.Elements().Single(type => (string?)type.Attribute("PartName") == "/ppt/slides/slide2.xml").SetAttributeValue("ContentType", "application/xml")))
            .ShouldContain(finding => finding.Rule == DeckRules.ContentType && finding.Part == "ppt/slides/slide2.xml");

    [Fact]
    public void Equal_pictures_in_two_parts_are_found()
    {
        var twice = Deck.Put("ppt/media/image2.png", Samples.Png(80, 60)).Xml("ppt/slides/_rels/slide1.xml.rels", relationships => relationships.Add(
            new XElement(relationships.Name.Namespace + "Relationship", new XAttribute("Id", "rId9"), new XAttribute("Type", RelationshipTypes.Image), new XAttribute("Target", "../media/image2.png"))));
        OnlyFinding(twice, DeckRules.Media).Message.ShouldStartWith("ppt/media/image1.png, ppt/media/image2.png hold the same");
    }

    [Theory]
    [InlineData("id=\"257\"", "id=\"256\"", "Slides 1 and 2 have the id 256")]
    [InlineData("id=\"257\"", "id=\"12\"", "The slide's id is '12'")]
    public void Slide_ids_that_are_wrong_are_found(string old, string with, string says) =>
        Check(Deck.Replace("ppt/presentation.xml", $"<p:sldId {old}", $"<p:sldId {with}")).Single(finding => finding.Rule == DeckRules.Id).Message.ShouldStartWith(says);

    [Fact]
    public void A_layout_with_the_masters_id_is_found() =>
        OnlyFinding(Deck.Replace(Master, "<p:sldLayoutId id=\"2147483649\"", "<p:sldLayoutId id=\"2147483648\""), DeckRules.Id).Message.ShouldContain("2147483648");

    [Fact]
    public void Shapes_of_one_id_are_found() =>
        OnlyFinding(Deck.Xml(Slide1, slide => slide.Shape("Content").Properties().SetAttributeValue("id", 2)), DeckRules.Id).Message.ShouldStartWith("2 shapes have the id 2 (");

    [Fact]
    public void A_slide_in_no_section_is_found() =>
        OnlyFinding(Deck.Replace("ppt/presentation.xml", "<p14:sldId id=\"258\" />", ""), DeckRules.Section).Slide.ShouldBe(3);

    [Fact]
    public void A_section_that_lists_no_slide_is_found() =>
        OnlyFinding(Deck.Replace("ppt/presentation.xml", "<p14:sldId id=\"258\" />", "<p14:sldId id=\"258\" /><p14:sldId id=\"999\" />"), DeckRules.Section).Message.ShouldContain("slide id 999");

    [Fact]
    public void A_second_master_that_equals_the_first_is_found()
    {
        var second = WithSecondMaster(Deck);
        Check(second).Where(finding => finding.Rule == DeckRules.Master).Select(finding => finding.Message).ShouldBe([
            "ppt/slideMasters/slideMaster2.xml is the same as ppt/slideMasters/slideMaster1.xml; keep one, and relate its slides to that.",
            "No slide uses ppt/slideMasters/slideMaster2.xml; leave it out."]);
    }

    [Fact]
    public void What_is_no_deck_is_refused() => Should.Throw<DeckRefusedException>(() => Check([1, 2, 3])).Message.ShouldStartWith("deck.pptx ");

    [Fact]
    public void Elements_without_end_are_refused_and_not_kept_in_memory()
    {
        var endless = string.Concat("<p:sld xmlns:p=\"x\">", string.Concat(Enumerable.Repeat("<p:a/>", 1_100_000)), "</p:sld>");
        Should.Throw<DeckRefusedException>(() => Check(Deck.Put(Slide1, System.Text.Encoding.UTF8.GetBytes(endless)))).Message.ShouldContain("more elements than a deck has");
    }

    [Fact]
    public void Elements_in_one_another_without_end_are_refused()
    {
        var deep = string.Concat(string.Concat(Enumerable.Repeat("<a>", 100_000)), string.Concat(Enumerable.Repeat("</a>", 100_000)));
        Should.Throw<DeckRefusedException>(() => Check(Deck.Put(Slide1, System.Text.Encoding.UTF8.GetBytes(deep))));
    }

    static Action<XElement> AddType(string extension, string type) => types => types.AddFirst(
        new XElement(types.Name.Namespace + "Default", new XAttribute("Extension", extension), new XAttribute("ContentType", type)));

    static byte[] WithSecondMaster(byte[] deck)
    {
        const string Second = "ppt/slideMasters/slideMaster2.xml";
        XElement? master = null, relationships = null;
        deck = deck.Xml(Master, root => master = new XElement(root)).Xml("ppt/slideMasters/_rels/slideMaster1.xml.rels", root => relationships = new XElement(root));
        foreach (var (index, layout) in master!.Descendants(P + "sldLayoutId").Index())
            layout.SetAttributeValue("id", 2147483700 + index);
        return deck.Put(Second, Bytes(master)).Put("ppt/slideMasters/_rels/slideMaster2.xml.rels", Bytes(relationships!))
            .Xml("ppt/_rels/presentation.xml.rels", root => root.Add(new XElement(
                root.Name.Namespace + "Relationship", new XAttribute("Id", "rIdM2"), new XAttribute("Type", RelationshipTypes.SlideMaster), new XAttribute("Target", "slideMasters/slideMaster2.xml"))))
            .Replace("ppt/presentation.xml", "</p:sldMasterIdLst>", "<p:sldMasterId id=\"2147483699\" r:id=\"rIdM2\" /></p:sldMasterIdLst>")
            .Xml("[Content_Types].xml", types => types.Add(new XElement(types.Name.Namespace + "Override", new XAttribute("PartName", $"/{Second}"), new XAttribute("ContentType", PartTypes.SlideMaster))));
    }

    static byte[] Bytes(XElement root) => System.Text.Encoding.UTF8.GetBytes(root.ToString(SaveOptions.DisableFormatting));
}
