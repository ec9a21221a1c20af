using System.Xml.Linq;

namespace CourseGen.Ppt.Packages;

/// <summary>What no deck made by people comes near, and a bomb does.</summary>
static class PackageLimits
{
    internal const long XmlBytes = 64L << 20;
    const int Parts = 100_000;
    const long Unpacked = 256L << 20;
    const int Ratio = 200;
    const int Nodes = 2_000_000;
    const int Depth = 256;

    /// <exception cref="DeckRefusedException">The file is no ZIP archive.</exception>
    internal static void RefuseOthers(string name, SeekableBytes bytes)
    {
        Span<byte> head = stackalloc byte[8];
        head = head[..bytes.Read(head, 0)];
        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            throw new DeckRefusedException(name, "is encrypted or an old .ppt file", "Save it as .pptx without a password.");
        if (!head.StartsWith("PK"u8))
            throw NotADeck(name);
    }

    internal static ZipDirectory Counted(string name, ZipDirectory directory) =>
        directory.Count <= Parts ? directory : throw new DeckRefusedException(name, $"has more than {Parts} parts", "Use a deck saved by PowerPoint.");

    /// <exception cref="DeckRefusedException">The archive says that it unpacks to far too much; that it does not lie is checked by unpacking.</exception>
    internal static void RefuseBombs(string name, SeekableBytes bytes, Dictionary<string, ZipItem> items)
    {
        if (items.FirstOrDefault(item => item.Value.Size > XmlBytes && IsXml(item.Key)) is { Key: { } part, Value: var item })
            throw new DeckRefusedException(name, $"holds {part} of {item.Size >> 20} MB", "Use a deck saved by PowerPoint.");
        var unpacked = items.Values.Aggregate(0UL, (sum, entry) => sum + (ulong)entry.Size);
        if (unpacked > (ulong)Unpacked && unpacked / Ratio > (ulong)bytes.Length)
            throw new DeckRefusedException(name, $"unpacks to {unpacked >> 20} MB, more than {Ratio} times its size", "Use a deck saved by PowerPoint.");
    }

    internal static bool HasTooManyNodes(ReadOnlySpan<byte> xml) => xml.Count((byte)'<') + xml.Count((byte)'=') > Nodes;

    /// <summary>What walks such XML by recursion would overflow.</summary>
    internal static bool IsTooDeep(XElement root)
    {
        var depth = 1;
        for (XNode? node = root; node is not null;)
        {
            if (node is XElement { FirstNode: { } child })
            {
                if (++depth > Depth)
                    return true;
                node = child;
                continue;
            }
            while (node is not null && node != root && node.NextNode is null)
            {
                node = node.Parent;
                depth--;
            }
            node = node is null || node == root ? null : node.NextNode;
        }
        return false;
    }

    internal static DeckRefusedException NotADeck(string name) => new(name, "is not a PowerPoint presentation", "Give a .pptx file.");

    static bool IsXml(string part) => part.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || part.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
}
