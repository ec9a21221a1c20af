using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace CourseGen.Ppt.Packages;

/// <summary>Reads a package that may come from anywhere: its parts, their types and relationships.</summary>
sealed class PackageReader : IDisposable
{
    /// <summary>No part of a deck made by people comes near these; a bomb does.</summary>
    const int MaxParts = 100_000;
    const long MaxXmlBytes = 64L << 20;
    const int MaxDepth = 256;
    const long MaxUnpacked = 256L << 20;
    const int MaxRatio = 200;

    readonly SeekableBytes _bytes;
    readonly Dictionary<string, ZipItem> _items = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, string> _hashes = new(StringComparer.OrdinalIgnoreCase);
    readonly ContentTypes _types;
    readonly RelationshipXml _relationships = new();

    internal string Name { get; }

    /// <param name="name">For messages, for example the file's name.</param>
    /// <param name="stream">Seekable; closed with the reader.</param>
    /// <exception cref="DeckRefusedException">Not a whole, readable package.</exception>
    internal PackageReader(string name, Stream stream)
    {
        Name = name;
        _bytes = new SeekableBytes(stream);
        try
        {
            RefuseOthers();
            foreach (var item in Checked(() => Directory().Read(_bytes)))
                Add(item);
            RefuseBombs();
            _types = !Has(ContentTypes.PartName) ? throw NotADeck() : WithBytes(ContentTypes.PartName, ContentTypes.Read) ?? ContentTypes.Read(ReadXml(ContentTypes.PartName));
        }
        catch
        {
            _bytes.Dispose();
            throw;
        }
    }

    internal IEnumerable<string> Parts => _items.Keys;

    internal bool Has(string part) => _items.ContainsKey(part);

    internal string ContentTypeOf(string part) => _types.Of(part);

    internal bool HoldsMacros => _types.Names(PartTypes.Macros) || _items.Keys.Any(part => part.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase));

    /// <param name="part">Empty for the package itself.</param>
    internal IReadOnlyList<Relationship> RelationshipsOf(string part)
    {
        var name = PartNames.RelationshipsOf(part);
        if (!Has(name))
            return [];
        var relationships = WithBytes(name, xml => _relationships.Read(part, xml)) ?? RelationshipXml.Read(part, ReadXml(name));
        return relationships.Exists(relationship => relationship.Id.Length == 0) || relationships.DistinctBy(relationship => relationship.Id).Count() < relationships.Count
            ? throw Damaged(name)
            : relationships;
    }

    internal XElement ReadXml(string part)
    {
        try
        {
            using var stream = Open(part);
            using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, MaxCharactersInDocument = MaxXmlBytes });
            var root = XElement.Load(reader, LoadOptions.PreserveWhitespace);
            while (reader.Read()) { }
            return IsDeeperThan(root, MaxDepth) ? throw Damaged(part) : root;
        }
        catch (Exception failure) when (failure is XmlException or InvalidDataException)
        {
            throw Damaged(part, failure);
        }
    }

    internal Stream Open(string part) => Checked(() => new ZipItemStream(_bytes, ItemOf(part)), part);

    internal void CopyTo(string part, Stream output) => Checked(() =>
    {
        using var stream = Open(part);
        stream.CopyTo(output);
        return true;
    }, part);

    /// <summary>Writes the part as it is packed here.</summary>
    internal void CopyTo(string part, ZipWriter zip, string name) => Checked(() =>
    {
        zip.Copy(name, _bytes, ItemOf(part));
        return true;
    }, part);

    /// <summary>What parts of equal content have in common; those of different content seldom.</summary>
    internal (uint Crc, long Size) FingerprintOf(string part) => ItemOf(part) is var item ? (item.Crc, item.Size) : default;

    /// <summary>Sha256 of the content.</summary>
    internal string HashOf(string part)
    {
        if (_hashes.TryGetValue(part, out var hash))
            return hash;
        using var stream = Open(part);
        return _hashes[part] = Checked(() => Convert.ToHexStringLower(SHA256.HashData(stream)), part);
    }

    internal bool Mentions(string part, string ascii)
    {
        var sought = Encoding.ASCII.GetBytes(ascii);
        return WithBytes(part, bytes => bytes.IndexOf(sought) >= 0);
    }

    /// <summary>Unpacks every part and compares it with its checksum: what is copied as it is packed would carry damage along.</summary>
    /// <exception cref="DeckRefusedException">A part is not what the archive says it is.</exception>
    internal void Verify(CancellationToken token)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        foreach (var (part, item) in _items)
        {
            token.ThrowIfCancellationRequested();
            Checked(() =>
            {
                using var stream = new ZipItemStream(_bytes, item);
                while (stream.Read(buffer) > 0) { }
                return true;
            }, part);
        }
        ArrayPool<byte>.Shared.Return(buffer);
    }

    internal DeckRefusedException Damaged(string? part = null, Exception? inner = null) =>
        new(Name, $"is damaged or incomplete{(part is null ? "" : $" ({part})")}", "Open it in PowerPoint, repair it, and save it again.", inner);

    internal DeckRefusedException NotADeck() => new(Name, "is not a PowerPoint presentation", "Give a .pptx file.");

    public void Dispose() => _bytes.Dispose();

    void RefuseOthers()
    {
        Span<byte> head = stackalloc byte[8];
        head = head[.._bytes.Read(head, 0)];
        if (head.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            throw new DeckRefusedException(Name, "is encrypted or an old .ppt file", "Save it as .pptx without a password.");
        if (!head.StartsWith("PK"u8))
            throw NotADeck();
    }

    ZipDirectory Directory()
    {
        var directory = ZipDirectory.Find(_bytes);
        return directory.Count <= MaxParts ? directory : throw new DeckRefusedException(Name, $"has more than {MaxParts} parts", "Use a deck saved by PowerPoint.");
    }

    void Add(ZipItem item)
    {
        if (item.Encrypted)
            throw new DeckRefusedException(Name, "is encrypted", "Save it as .pptx without a password.");
        if (item.Method is not (ZipItem.Stored or ZipItem.Deflated))
            throw new DeckRefusedException(Name, $"is packed in a way that presentations are not ({item.Name})", "Open it in PowerPoint and save it again.");
        if (!item.IsFolder && !_items.TryAdd(PartNames.Plain(item.Name), item) && _items[PartNames.Plain(item.Name)] is var other && (other.Crc, other.Size) != (item.Crc, item.Size))
            throw Damaged($"{item.Name} is there twice");
    }

    void RefuseBombs()
    {
        if (_items.FirstOrDefault(item => item.Value.Size > MaxXmlBytes && IsXml(item.Key)) is { Key: { } part, Value: var item })
            throw new DeckRefusedException(Name, $"holds {part} of {item.Size >> 20} MB", "Use a deck saved by PowerPoint.");
        var unpacked = _items.Values.Aggregate(0UL, (sum, entry) => sum + (ulong)entry.Size);
        if (unpacked > (ulong)MaxUnpacked && unpacked / MaxRatio > (ulong)_bytes.Length)
            throw new DeckRefusedException(Name, $"unpacks to {unpacked >> 20} MB, more than {MaxRatio} times its size", "Use a deck saved by PowerPoint.");
    }

    static bool IsXml(string part) => part.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || part.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    ZipItem ItemOf(string part) => _items.TryGetValue(part, out var item) ? item : throw Damaged(part);

    T WithBytes<T>(string part, Func<ReadOnlySpan<byte>, T> read)
    {
        var item = ItemOf(part);
        if (item.Size > MaxXmlBytes)
            throw Damaged(part);
        var buffer = ArrayPool<byte>.Shared.Rent((int)item.Size + 1);
        try
        {
            using var stream = Open(part);
            return Checked(() => read(buffer.AsSpan(0, stream.ReadAtLeast(buffer, (int)item.Size + 1, throwOnEndOfStream: false))), part);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    T Checked<T>(Func<T> read, string? part = null)
    {
        try
        {
            return read();
        }
        catch (InvalidDataException failure)
        {
            throw Damaged(part, failure);
        }
    }

    /// <summary>Far deeper than any slide, and what walks it by recursion would overflow.</summary>
    static bool IsDeeperThan(XElement root, int limit)
    {
        var depth = 1;
        for (XNode? node = root; node is not null;)
        {
            if (node is XElement { FirstNode: { } child })
            {
                if (++depth > limit)
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
}
