using System.IO.Compression;
using System.Xml.Linq;
using CourseGen.Ppt.Checks;
using CourseGen.Ppt.Packages;

namespace CourseGen.Ppt.Tests.Checks;

/// <summary>Whatever a file holds, it is checked or refused by name, and soon.</summary>
public sealed class HostileDecksTests
{
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);
    static readonly string[] Values = ["", "-1", "0", "1", "256", "99999999999999999999", "-9223372036854775808", "NaN", "1e308", "rId1", "title", "pic", "true", "../../../x", "é\u202E", "%00"];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 10)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Fifty_decks_with_parts_changed_at_random_are_checked_or_refused(int seed)
    {
        var random = new Random(seed);
        for (var number = 0; number < 50; number++)
        {
            var deck = Mutated(random);
            await Task.Run(() => CheckOrRefuse(deck)).WaitAsync(Longest);
        }
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task Fifty_files_with_bytes_changed_at_random_are_checked_or_refused(int seed)
    {
        var random = new Random(seed);
        for (var number = 0; number < 50; number++)
        {
            var bytes = CheckedDecks.Deck.ToArray();
            for (var change = 0; change < random.Next(1, 30); change++)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            await Task.Run(() => CheckOrRefuse(bytes[..(random.Next(4) == 0 ? random.Next(bytes.Length) : bytes.Length)])).WaitAsync(Longest);
        }
    }

    static void CheckOrRefuse(byte[] deck)
    {
        try
        {
            CheckedDecks.Check(deck).Count.ShouldBeLessThanOrEqualTo(Findings.Most + 1);
        }
        catch (DeckRefusedException refused)
        {
            refused.Message.ShouldStartWith("deck.pptx ");
        }
    }

    static byte[] Mutated(Random random)
    {
        var stream = new MemoryStream();
        stream.Write(CheckedDecks.Deck);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entries = zip.Entries.Where(entry => !entry.FullName.EndsWith(".png", StringComparison.Ordinal)).ToList();
            for (var change = 0; change < random.Next(1, 4); change++)
                Mutate(zip, entries[random.Next(entries.Count)].FullName, random);
        }
        return stream.ToArray();
    }

    static void Mutate(ZipArchive zip, string part, Random random)
    {
        XElement root;
        using (var reader = zip.GetEntry(part)!.Open())
            root = XElement.Load(reader);
        for (var change = 0; change < random.Next(1, 12); change++)
        {
            var elements = root.Descendants().ToList();
            if (elements.Count == 0)
                break;
            var element = elements[random.Next(elements.Count)];
            var attributes = element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration).ToList();
            switch (random.Next(5))
            {
                case 0:
                    element.Remove();
                    break;
                case 1:
                    element.AddAfterSelf(new XElement(element));
                    break;
                case 2:
                    elements[random.Next(elements.Count)].AddFirst(new XElement(element));
                    break;
                default:
                    if (attributes.Count > 0)
                        attributes[random.Next(attributes.Count)].Value = Values[random.Next(Values.Length)];
                    break;
            }
        }
        zip.GetEntry(part)!.Delete();
        using var writer = zip.CreateEntry(part).Open();
        root.Save(writer, SaveOptions.DisableFormatting);
    }
}
