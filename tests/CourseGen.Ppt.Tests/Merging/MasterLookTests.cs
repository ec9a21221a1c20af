using System.Globalization;
using System.Xml.Linq;
using CourseGen.Ppt.Tests.Testing;

namespace CourseGen.Ppt.Tests.Merging;

/// <summary>When two decks' masters are one, and when not.</summary>
public sealed class MasterLookTests
{
    static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    static readonly XNamespace P = Merges.P;
    const string Master = "ppt/slideMasters/slideMaster1.xml";
    const string Layout = "ppt/slideLayouts/slideLayout2.xml";
    const string Theme = "ppt/theme/theme1.xml";

    [Fact]
    public void A_deck_that_PowerPoint_saved_again_brings_no_second_master()
    {
        var merged = Merges.Of(RichDeck.Plain("Ours").Save(), SavedAgain(RichDeck.Plain("Saved again")));
        DeckChecks.ShouldBeValid(SavedAgain(RichDeck.Plain("Saved again")));
        Masters(merged).ShouldBe((1, 15));
        DeckChecks.ShouldBeValid(merged.Save());
        merged.ShouldBeSound();
        DeckChecks.Layouts(merged.Save()).Distinct().Count().ShouldBe(1, "all four slides have the layout they had");
    }

    [Fact]
    public void It_does_not_matter_which_of_the_two_comes_first()
    {
        Masters(Merges.Of(SavedAgain(RichDeck.Plain("Saved again")), RichDeck.Plain("Ours").Save())).ShouldBe((1, 15));
        Masters(Merges.Of(SavedAgain(RichDeck.Plain("A")), SavedAgain(RichDeck.Plain("B")))).ShouldBe((1, 15));
    }

    public static TheoryData<string, string, string, string, int, int> Differences => new()
    {
        { "another colour of the theme", Theme, "<a:srgbClr val=\"", "<a:srgbClr val=\"1", 2, 30 },
        { "another font of the theme", Theme, "<a:latin typeface=\"", "<a:latin typeface=\"X", 2, 30 },
        { "another theme's name", Theme, "name=\"CourseGen", "name=\"House", 2, 30 },
        { "a larger title", Master, "<a:defRPr sz=\"3200\"", "<a:defRPr sz=\"3300\"", 2, 30 },
        { "a moved placeholder of the master", Master, "<a:off x=\"", "<a:off x=\"1", 2, 30 },
        { "another background", Master, "<p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"bg1\"", "<p:bg><p:bgPr><a:solidFill><a:schemeClr val=\"bg2\"", 2, 30 },
        { "a moved placeholder of a layout", Layout, "<a:off x=\"", "<a:off x=\"1", 1, 16 },
        { "another name of a layout", Layout, "<p:cSld name=\"", "<p:cSld name=\"My ", 1, 16 },
    };

    [Theory]
    [MemberData(nameof(Differences))]
    public void What_can_be_seen_keeps_masters_and_layouts_apart(string what, string part, string before, string after, int masters, int layouts)
    {
        var edited = RichDeck.Plain("Edited");
        var text = edited.Text(part);
        var place = text.IndexOf(before, StringComparison.Ordinal);
        place.ShouldBeGreaterThan(0, what);
        edited.Set(part, text[..place] + (after.Length - before.Length == 1 && after.StartsWith("<a:srgbClr", StringComparison.Ordinal) ? "<a:srgbClr val=\"" + Other(text[(place + before.Length)..][..6]) + text[(place + before.Length + 6)..] : after + text[(place + before.Length)..]));
        var merged = Merges.Of(RichDeck.Plain("Ours").Save(), edited.Save());
        Masters(merged).ShouldBe((masters, layouts), what);
        merged.ShouldBeSound();
        DeckChecks.ShouldBeValid(merged.Save());
    }

    [Fact]
    public void A_picture_on_a_master_is_compared_by_what_it_shows()
    {
        Masters(Merges.Of(WithLogo(7), WithLogo(7))).ShouldBe((1, 15));
        Masters(Merges.Of(WithLogo(7), WithLogo(8))).ShouldBe((2, 30));
        Merges.Of(WithLogo(7), WithLogo(7), WithLogo(8)).In("ppt/media/").Count().ShouldBe(2);
    }

    [Fact]
    public void A_layout_that_one_deck_adds_is_added_to_the_one_master_under_an_id_of_its_own()
    {
        var edited = RichDeck.Plain("Edited");
        var merged = Merges.Of(RichDeck.Plain("Ours").Save(), edited.Change(Layout, "<p:cSld name=\"", "<p:cSld name=\"My ").Save());
        var master = merged.Xml(Master);
        var ids = master.Descendants(P + "sldLayoutId").Select(layout => ulong.Parse((string)layout.Attribute("id")!, CultureInfo.InvariantCulture)).ToList();
        ids.Concat(merged.Xml("ppt/presentation.xml").Descendants(P + "sldMasterId").Select(id => ulong.Parse((string)id.Attribute("id")!, CultureInfo.InvariantCulture))).ShouldBeUnique();
        ids.ShouldAllBe(id => id >= 2147483648);
        master.Descendants(P + "sldLayoutId").Select(layout => merged.Follow(Master, (string)layout.Attribute(Merges.R + "id")!)).ShouldBeUnique();
    }

    static (int Masters, int Layouts) Masters(TestPackage merged) => (merged.In("ppt/slideMasters/").Count(), merged.In("ppt/slideLayouts/").Count());

    static string Other(string colour) => colour == "123456" ? "654321" : "123456";

    static byte[] WithLogo(byte shade)
    {
        var deck = RichDeck.Plain($"Logo {shade}");
        deck.Change(Master, "</p:spTree>", """
            <p:pic><p:nvPicPr><p:cNvPr id="90" name="Logo"/><p:cNvPicPr/><p:nvPr userDrawn="1"/></p:nvPicPr><p:blipFill><a:blip r:embed="rIdLogo"/><a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="91440" cy="91440"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr></p:pic></p:spTree>
            """);
        deck.Relate(Master, "rIdLogo", "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image", "../media/image9.png");
        return deck.Add("ppt/media/image9.png", "image/png", Samples.Png(8, 8, shade)).Save();
    }

    /// <summary>
    /// What PowerPoint does to a master, its layouts and theme when it saves a deck that another program wrote: ids and names of parts anew,
    /// ids of creation, prompts, languages, defaults written out, the levels that were left out, the theme's family.
    /// </summary>
    static byte[] SavedAgain(TestPackage deck)
    {
        deck.Set(Master, Saved(deck.Xml(Master), 1));
        foreach (var (layout, index) in deck.In("ppt/slideLayouts/").ToList().Select((layout, index) => (layout, index)))
            deck.Set(layout, Saved(deck.Xml(layout), index + 2));
        deck.Change(Theme, "</a:themeElements>", "</a:themeElements><a:objectDefaults/><a:extraClrSchemeLst/><a:extLst><a:ext uri=\"{05A4C25C-085E-4340-85A3-A5531E510DB2}\"><thm15:themeFamily xmlns:thm15=\"http://schemas.microsoft.com/office/thememl/2012/main\" name=\"F\" id=\"{9C2B1D6E-1F1A-4A51-9B5D-6B3C8C2D1E10}\" vid=\"{9C2B1D6E-1F1A-4A51-9B5D-6B3C8C2D1E11}\"/></a:ext></a:extLst>");
        RenameRelationships(deck);
        return deck.Save();
    }

    static string Saved(XElement root, int number)
    {
        foreach (var layout in root.Descendants(P + "sldLayoutId"))
            layout.SetAttributeValue("id", ulong.Parse((string)layout.Attribute("id")!, CultureInfo.InvariantCulture) + 12);
        root.SetAttributeValue("preserve", 1);
        foreach (var shape in root.Descendants(P + "cNvPr"))
            shape.SetAttributeValue("id", (int)shape.Attribute("id")! + 6);
        foreach (var body in root.Descendants(P + "sp").Where(shape => shape.Descendants(P + "ph").Any()).Elements(P + "txBody"))
        {
            body.Elements(A + "p").Remove();
            body.Add(XElement.Parse($"<a:p xmlns:a=\"{A}\"><a:r><a:rPr lang=\"en-US\" dirty=\"0\"/><a:t>Click to edit</a:t></a:r><a:endParaRPr lang=\"en-US\"/></a:p>"));
        }
        if (root.Name == P + "sldMaster")
            WriteDefaults(root);
        root.Element(P + "cSld")!.Add(XElement.Parse($"<p:extLst xmlns:p=\"{P}\"><p:ext uri=\"{{BB962C8B-B14F-4D97-AF65-F5344CB8AC3E}}\"><p14:creationId xmlns:p14=\"http://schemas.microsoft.com/office/powerpoint/2010/main\" val=\"{number}\"/></p:ext></p:extLst>"));
        return root.ToString(SaveOptions.DisableFormatting);
    }

    static void WriteDefaults(XElement master)
    {
        foreach (var body in master.Descendants(A + "bodyPr").Where(body => body.Attribute("rtlCol") is null))
            body.SetAttributeValue("rtlCol", 0);
        foreach (var level in master.Descendants().Where(element => element.Name.LocalName.EndsWith("pPr", StringComparison.Ordinal) && element.Name.LocalName.StartsWith("lvl", StringComparison.Ordinal)))
        {
            foreach (var (name, value) in new[] { ("defTabSz", "914400"), ("rtl", "0"), ("eaLnBrk", "1"), ("latinLnBrk", "0"), ("hangingPunct", "1") })
                level.SetAttributeValue(name, value);
            level.Element(A + "defRPr")?.SetAttributeValue("kern", 1200);
        }
        foreach (var style in master.Descendants(P + "bodyStyle").Concat(master.Descendants(P + "otherStyle")))
        {
            for (var level = style.Elements().Count() + 1; level <= 9; level++)
                style.Add(XElement.Parse($"<a:lvl{level}pPr xmlns:a=\"{A}\" marL=\"{level * 457200}\" indent=\"-228600\"><a:defRPr sz=\"1800\" kern=\"1200\"/></a:lvl{level}pPr>"));
        }
    }

    /// <summary>PowerPoint numbers relationships through.</summary>
    static void RenameRelationships(TestPackage deck)
    {
        var ids = deck.RelationshipsOf(Master).Select(relationship => relationship.Id).Reverse().Select((id, index) => (id, index)).ToList();
        foreach (var (id, index) in ids)
        {
            foreach (var part in new[] { Master, "ppt/slideMasters/_rels/slideMaster1.xml.rels" })
                deck.Set(part, deck.Text(part).Replace($"\"{id}\"", $"\"new{index + 1}\"", StringComparison.Ordinal));
        }
    }
}
