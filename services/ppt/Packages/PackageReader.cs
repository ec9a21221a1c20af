using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace CourseGen.Ppt.Packages;

/// <summary>Reads a package that may come from anywhere: its parts, their types and relationships.</summary>
sealed class PackageReader : IDisposable
{
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
            PackageLimits.RefuseOthers(name, _bytes);
            foreach (var item in Checked(() => PackageLimits.Counted(name, ZipDirectory.Find(_bytes)).Read(_bytes)))
                Add(item);
            PackageLimits.RefuseBombs(name, _bytes, _items);
            _types = !Has(ContentTypes.PartName) ? throw NotADeck() : WithBytes(ContentTypes.PartName, bytes => ContentTypes.Read(bytes.AsSpan())) ?? ContentTypes.Read(ReadXml(ContentTypes.PartName));
        }
        catch
        {
            _bytes.Dispose();
            throw;
        }
    }

    internal IEnumerable<string> Parts => _items.Keys;

    internal bool Has(string part) => _items.ContainsKey(part);

    internal string ContentTypeOf(string part) => _types.Of(part) ?? "application/octet-stream";

    /// <exception cref="DeckRefusedException">The package does not say, or says no type.</exception>
    internal string RequiredTypeOf(string part) => _types.Of(part) is { } type && ContentTypes.IsType(type) ? type : throw Damaged(part);

    internal bool HoldsMacros => _types.Names(PartTypes.Macros) || _items.Keys.Any(part => part.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase));

    /// <param name="part">Empty for the package itself.</param>
    internal IReadOnlyList<Relationship> RelationshipsOf(string part)
    {
        var name = PartNames.RelationshipsOf(part);
        if (!Has(name))
            return [];
        var relationships = WithBytes(name, xml => _relationships.Read(part, xml.AsSpan())) ?? RelationshipXml.Read(part, ReadXml(name));
        return relationships.TrueForAll(relationship => relationship.IsWellFormed) && relationships.DistinctBy(relationship => relationship.Id).Count() == relationships.Count
            ? relationships
            : throw Damaged(name);
    }

    /// <exception cref="DeckRefusedException">The part is missing or no XML, or beyond <see cref="PackageLimits"/>.</exception>
    internal XElement ReadXml(string part) => WithBytes(part, bytes =>
    {
        if (PackageLimits.HasTooManyNodes(bytes))
            throw Damaged(part);
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            var root = XElement.Load(reader, LoadOptions.PreserveWhitespace);
            while (reader.Read()) { }
            return PackageLimits.IsTooDeep(root) ? throw Damaged(part) : root;
        }
        catch (XmlException failure)
        {
            throw Damaged(part, failure);
        }
    });

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
        return WithBytes(part, bytes => bytes.AsSpan().IndexOf(sought) >= 0);
    }

    /// <summary>
    /// Unpacks every deflated part and compares it with its checksum: what is copied as it is packed would carry damage along. Stored parts
    /// are compared while they are copied.
    /// </summary>
    /// <exception cref="DeckRefusedException">A part is not what the archive says it is.</exception>
    internal void Verify(CancellationToken token)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        foreach (var (part, item) in _items.Where(item => item.Value.Method == ZipItem.Deflated))
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

    internal DeckRefusedException NotADeck() => PackageLimits.NotADeck(Name);

    public void Dispose() => _bytes.Dispose();

    void Add(ZipItem item)
    {
        if (item.Encrypted)
            throw new DeckRefusedException(Name, "is encrypted", "Save it as .pptx without a password.");
        if (item.Method is not (ZipItem.Stored or ZipItem.Deflated))
            throw new DeckRefusedException(Name, $"is packed in a way that presentations are not ({item.Name})", "Open it in PowerPoint and save it again.");
        if (!item.IsFolder && !_items.TryAdd(PartNames.Plain(item.Name), item) && _items[PartNames.Plain(item.Name)] is var other && (other.Crc, other.Size) != (item.Crc, item.Size))
            throw Damaged($"{item.Name} is there twice");
    }

    ZipItem ItemOf(string part) => _items.TryGetValue(part, out var item) ? item : throw Damaged(part);

    /// <param name="read">Gets the part's bytes, which are valid only during the call.</param>
    T WithBytes<T>(string part, Func<ArraySegment<byte>, T> read)
    {
        var size = ItemOf(part).Size;
        if (size > PackageLimits.XmlBytes)
            throw Damaged(part);
        var buffer = ArrayPool<byte>.Shared.Rent((int)size + 1);
        try
        {
            using var stream = Open(part);
            return read(new ArraySegment<byte>(buffer, 0, Checked(() => stream.ReadAtLeast(buffer, (int)size + 1, throwOnEndOfStream: false), part)));
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
}
