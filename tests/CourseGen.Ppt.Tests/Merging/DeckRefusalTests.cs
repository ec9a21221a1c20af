using System.IO.Compression;
using System.Text;
using CourseGen.Ppt.Merging;
using CourseGen.Ppt.Packages;
using CourseGen.Ppt.Tests.Testing;

namespace CourseGen.Ppt.Tests.Merging;

public sealed class DeckRefusalTests : IDisposable
{
    readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("coursegen-merge-");
    static readonly byte[] Good = DeckMergerTests.Deck("Good", 2);

    public static TheoryData<string, byte[]> BadDecks => new()
    {
        { "is encrypted or an old .ppt file", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0] },
        { "is not a PowerPoint presentation", [] },
        { "is not a PowerPoint presentation", Encoding.UTF8.GetBytes("<html>Sign in</html>") },
        { "is damaged or incomplete", Good[..(Good.Length / 2)] },
        { "is damaged or incomplete", Good[..^30] },
        { "is not a PowerPoint presentation", Changed("[Content_Types].xml", null) },
        { "is not a PowerPoint presentation", Changed("[Content_Types].xml", types => types.Replace("presentationml.presentation.main", "wordprocessingml.document.main")) },
        { "holds macros", Changed("[Content_Types].xml", types => types.Replace("vnd.openxmlformats-officedocument.presentationml.presentation.main", "vnd.ms-powerpoint.presentation.macroEnabled.main")) },
        { "is a Strict Open XML presentation", Changed("_rels/.rels", rels => rels.Replace("http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships")) },
        { "is damaged or incomplete", Changed("ppt/slides/slide2.xml", null) },
        { "is damaged or incomplete", Changed("ppt/media/image1.png", null) },
        { "is damaged or incomplete", Changed("ppt/slideMasters/slideMaster1.xml", null) },
        { "is damaged or incomplete", Changed("ppt/presentation.xml", _ => "<p:presentation") },
        { "is damaged or incomplete", Changed("ppt/presentation.xml", xml => "<!DOCTYPE x [<!ENTITY a \"aaaa\">]>" + xml[xml.IndexOf("?>", StringComparison.Ordinal)..][2..]) },
        { "holds macros", WithMacros() },
        { "is encrypted", Patched(6, 1, 8, 1) },
        { "is packed in a way that presentations are not", Patched(8, 14, 10, 14) },
        { "is damaged or incomplete (ppt/media/image1.png)", Flipped("ppt/media/image1.png") },
        { "is damaged or incomplete (ppt/slides/slide2.xml)", Flipped("ppt/slides/slide2.xml") },
        { "is damaged or incomplete", Bomb.OfOverlaps(Good) },
        { "is damaged or incomplete", Bomb.ThatLies(Good) },
        { "unpacks to 1", Bomb.OfRatio(Good) },
        { "holds ppt/bomb.xml of 65 MB", Bomb.OfOnePart(Good) },
        { "has more than 100000 parts", Bomb.OfParts() },
        { "is damaged or incomplete (ppt/presentation.xml)", Changed("ppt/presentation.xml", xml => xml.Replace("<p:notesSz", string.Concat(Enumerable.Repeat("<p:x>", 5000)) + string.Concat(Enumerable.Repeat("</p:x>", 5000)) + "<p:notesSz")) },
        { "is damaged or incomplete (ppt/presentation.xml)", Changed("ppt/presentation.xml", xml => xml.Replace("<p:notesSz", string.Concat(Enumerable.Repeat("<p:x/>", 2_000_001)) + "<p:notesSz")) },
        { "is damaged or incomplete", Twice("ppt/slides/slide1.xml") },
        { "is damaged or incomplete (ppt/notesMasters/notesMaster1.xml)", Changed("ppt/notesSlides/_rels/notesSlide1.xml.rels", xml => xml.Replace("relationships/notesMaster", "relationships/other")) },
        { "is damaged or incomplete (ppt/presentation.xml)", Changed("ppt/slides/_rels/slide1.xml.rels", xml => xml.Replace("../slideLayouts/", "../presentation.xml#")) },
        { "has slides of 10 × 7.5 inches", Changed("ppt/presentation.xml", xml => xml.Replace("cx=\"12192000\"", "cx=\"9144000\"")) },
    };

    [Theory]
    [MemberData(nameof(BadDecks))]
    public void A_file_that_cannot_be_merged_is_refused_by_name_and_the_output_stays(string why, byte[] bad)
    {
        var output = Save("out.pptx", Encoding.UTF8.GetBytes("before"));
        var refused = Should.Throw<DeckRefusedException>(() => DeckMerger.MergeFiles([Save("good.pptx", Good), Save("bad.pptx", bad)], output));
        refused.Message.ShouldStartWith($"bad.pptx {why}");
        refused.Remedy.ShouldNotBeEmpty();
        File.ReadAllText(output).ShouldBe("before");
        _folder.GetFiles().Select(file => file.Name).ShouldBe(["good.pptx", "bad.pptx", "out.pptx"], ignoreOrder: true);
    }

    [Fact]
    public void The_output_may_be_one_of_the_inputs()
    {
        var deck = Save("deck.pptx", Good);
        DeckMerger.MergeFiles([deck, deck], deck).TotalSlides.ShouldBe(4);
        DeckChecks.ShouldBeValid(File.ReadAllBytes(deck));
    }

    [Fact]
    public void A_file_that_is_missing_is_an_IO_fault() =>
        Should.Throw<FileNotFoundException>(() => DeckMerger.MergeFiles([Path.Combine(_folder.FullName, "none.pptx")], Path.Combine(_folder.FullName, "out.pptx")));

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_deck_whose_size_is_rounded_otherwise_is_merged()
    {
        var other = Changed("ppt/presentation.xml", xml => xml.Replace("cx=\"12192000\"", "cx=\"12192120\""));
        DeckMerger.MergeFiles([Save("good.pptx", Good), Save("rounded.pptx", other)], Path.Combine(_folder.FullName, "out.pptx")).TotalSlides.ShouldBe(4);
    }

    static byte[] WithMacros()
    {
        var deck = new TestPackage(Good).Add("ppt/vbaProject.bin", "application/vnd.ms-office.vbaProject", [1, 2, 3]);
        return deck.Relate("ppt/presentation.xml", "rIdV", "http://schemas.microsoft.com/office/2006/relationships/vbaProject", "vbaProject.bin").Save();
    }

    /// <summary>Bytes of all local headers and directory records changed.</summary>
    static byte[] Patched(int inHeader, byte header, int inRecord, byte record)
    {
        var deck = (byte[])Good.Clone();
        for (var index = 0; index < deck.Length - 46; index++)
        {
            if (deck.AsSpan(index).StartsWith("PK\u0003\u0004"u8))
                deck[index + inHeader] = header;
            else if (deck.AsSpan(index).StartsWith("PK\u0001\u0002"u8))
                deck[index + inRecord] = record;
        }
        return deck;
    }

    /// <summary>One bit of the part's packed data is another.</summary>
    static byte[] Flipped(string part)
    {
        var deck = (byte[])Good.Clone();
        var name = deck.AsSpan().IndexOf(Encoding.ASCII.GetBytes(part));
        deck[name + part.Length + 40] ^= 4;
        return deck;
    }

    static byte[] Twice(string part)
    {
        using var deck = new MemoryStream();
        deck.Write(Good);
        using (var zip = new ZipArchive(deck, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var writer = new StreamWriter(zip.CreateEntry(part).Open());
            writer.Write("<other/>");
        }
        return deck.ToArray();
    }

    string Save(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    /// <summary>The good deck with one part changed, or (null) without it.</summary>
    static byte[] Changed(string part, Func<string, string>? change)
    {
        using var deck = new MemoryStream();
        deck.Write(Good);
        using (var zip = new ZipArchive(deck, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry(part)!;
            string before;
            using (var reader = new StreamReader(entry.Open()))
                before = reader.ReadToEnd();
            entry.Delete();
            if (change is not null)
            {
                var after = change(before);
                after.ShouldNotBe(before);
                using var writer = new StreamWriter(zip.CreateEntry(part).Open());
                writer.Write(after);
            }
        }
        return deck.ToArray();
    }
}
