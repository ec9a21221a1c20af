using System.Xml.Linq;
using CourseGen.Ppt.Merging;

namespace CourseGen.Ppt.Tests.Merging;

/// <summary>Merges decks in memory.</summary>
static class Merges
{
    internal static readonly XNamespace P = "http://schemas.openxmlformats.org/presentationml/2006/main";
    internal static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    internal static TestPackage Of(params byte[][] decks) => new(Bytes(decks));

    internal static byte[] Bytes(params byte[][] decks)
    {
        using var output = new MemoryStream();
        DeckMerger.Merge(Sources(decks), output);
        return output.ToArray();
    }

    internal static List<DeckSource> Sources(params byte[][] decks) => [.. decks.Select((deck, index) => new DeckSource($"deck-{index + 1}.pptx", () => new MemoryStream(deck)))];
}
