using CourseGen.Ppt.Merging;
using CourseGen.Ppt.Packages;
using DocumentFormat.OpenXml.Packaging;

namespace CourseGen.Ppt.Tests.Merging;

/// <summary>Whatever is done to a file: it is merged to a deck that opens again, or refused. Nothing else is thrown, and nothing hangs.</summary>
public sealed class FuzzedDeckTests
{
    const int PerSeed = 20;
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);
    static readonly byte[] Good = DeckMergerTests.Deck("Good", 2);
    static readonly byte[] Rich = RichDeck.Full("Rich").Save();

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 25)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_mutated_file_is_merged_or_refused(int seed)
    {
        for (var number = 0; number < PerSeed; number++)
        {
            var random = new Random((seed * 1000) + number);
            var (what, bytes) = Mutated(random);
            await Task.Run(() => Merge(what, bytes)).WaitAsync(Limit);
        }
    }

    static void Merge(string what, byte[] mutated)
    {
        using var output = new MemoryStream();
        try
        {
            DeckMerger.Merge([new DeckSource("good.pptx", () => new MemoryStream(Good)), new DeckSource("mutated.pptx", () => new MemoryStream(mutated))], output);
        }
        catch (DeckRefusedException refused)
        {
            refused.Message.ShouldStartWith("mutated.pptx ", customMessage: what);
            refused.Remedy.ShouldNotBeEmpty(what);
            return;
        }
        Should.NotThrow(() =>
        {
            Merges.Bytes(output.ToArray());
            using var document = PresentationDocument.Open(output, isEditable: false);
            document.PresentationPart!.SlideParts.Count().ShouldBeGreaterThanOrEqualTo(2);
            new TestPackage(output.ToArray()).ShouldBeSound();
        }, what);
    }

    static (string What, byte[] Bytes) Mutated(Random random) => random.Next(8) switch
    {
        0 => Flipped(random),
        1 => Cut(random),
        2 => Spliced(random),
        3 => OfParts(random, "dropped", (package, part) => package.Parts.Remove(part)),
        4 => OfParts(random, "renamed", (package, part) => Rename(package, part, random)),
        5 => OfText(random, part => part.EndsWith(".rels", StringComparison.Ordinal)),
        6 => OfText(random, part => part == ContentTypes.PartName),
        _ => OfText(random, part => part.EndsWith(".xml", StringComparison.Ordinal) && !part.StartsWith("ppt/slides/", StringComparison.Ordinal) && !part.StartsWith("ppt/notes", StringComparison.Ordinal)),
    };

    static (string What, byte[] Bytes) Flipped(Random random)
    {
        var bytes = (byte[])Rich.Clone();
        var count = random.Next(1, 5);
        for (var flip = 0; flip < count; flip++)
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return ($"{count} bits flipped", bytes);
    }

    static (string What, byte[] Bytes) Cut(Random random)
    {
        var start = random.Next(Rich.Length);
        var end = random.Next(2) == 0 ? Rich.Length : Math.Min(Rich.Length, start + random.Next(1, 200));
        return ($"cut from {start} to {end}", [.. Rich[..start], .. Rich[end..]]);
    }

    static (string What, byte[] Bytes) Spliced(Random random)
    {
        var (from, to, length) = (random.Next(Rich.Length), random.Next(Rich.Length), random.Next(1, 400));
        var bytes = (byte[])Rich.Clone();
        Rich.AsSpan(from, Math.Min(length, Rich.Length - Math.Max(from, to))).CopyTo(bytes.AsSpan(to));
        return ($"{length} bytes of {from} at {to}", bytes);
    }

    static (string What, byte[] Bytes) OfParts(Random random, string what, Action<TestPackage, string> change)
    {
        var package = RichDeck.Full("Rich");
        var part = package.Parts.Keys.ElementAt(random.Next(package.Parts.Count));
        change(package, part);
        return ($"{part} {what}", package.Save());
    }

    static void Rename(TestPackage package, string part, Random random)
    {
        var content = package.Parts[part];
        if (random.Next(2) == 0)
            package.Parts.Remove(part);
        string[] names = [part.ToUpperInvariant(), "../" + part, part + "/", "ppt//" + part, part.Replace("ppt", "pp%74", StringComparison.Ordinal), part + " copy", "ä/" + part, ""];
        package.Parts.TryAdd(names[random.Next(names.Length - 1)], content);
    }

    /// <summary>One attribute's value is exchanged for another's, dropped, doubled, or made nonsense.</summary>
    static (string What, byte[] Bytes) OfText(Random random, Func<string, bool> choose)
    {
        var package = RichDeck.Full("Rich");
        var parts = package.Parts.Keys.Where(choose).ToList();
        var part = parts[random.Next(parts.Count)];
        var pieces = package.Text(part).Split('"');
        if (pieces.Length < 4)
            return ($"{part} as it is", package.Save());
        var (one, other) = ((random.Next(pieces.Length / 2) * 2) + 1, (random.Next(pieces.Length / 2) * 2) + 1);
        string[] values = [pieces[other], "", "-1", "99999999999", "rId999", "../../../../etc/passwd", "&#0;", "&lt;", "ppt/slides/slide1.xml", "../slides/slide2.xml", "presentation.xml", "\u0001", new string('9', 5000)];
        var value = values[random.Next(values.Length)];
        var before = pieces[one];
        pieces[one] = value;
        return ($"{part}: {before} is {value[..Math.Min(40, value.Length)]}", package.Set(part, string.Join('"', pieces)).Save());
    }
}
