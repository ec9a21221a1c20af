using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace CourseGen.Ppt.Packages;

/// <summary>Reads a package that may come from anywhere: its parts, their types and relationships.</summary>
sealed class PackageReader : IDisposable
{
    readonly PackageArchive _archive;
    readonly Dictionary<string, string> _hashes = new(StringComparer.OrdinalIgnoreCase);
    readonly ContentTypes _types;
    readonly RelationshipXml _relationships = new();

    /// <param name="name">For messages, for example the file's name.</param>
    /// <param name="stream">Seekable; closed with the reader.</param>
    /// <exception cref="DeckRefusedException">Not a whole, readable package.</exception>
    internal PackageReader(string name, Stream stream)
    {
        _archive = new PackageArchive(name, stream);
        try
        {
            _types = !Has(ContentTypes.PartName) ? throw NotADeck() : _archive.WithBytes(ContentTypes.PartName, bytes => ContentTypes.Read(bytes.AsSpan())) ?? ContentTypes.Read(ReadXml(ContentTypes.PartName));
        }
        catch
        {
            _archive.Dispose();
            throw;
        }
    }

    internal string Name => _archive.Name;

    internal IEnumerable<string> Parts => _archive.Items.Keys;

    internal bool Has(string part) => _archive.Items.ContainsKey(part);

    internal string ContentTypeOf(string part) => _types.Of(part) ?? "application/octet-stream";

    /// <exception cref="DeckRefusedException">The package does not say, or says no type.</exception>
    internal string RequiredTypeOf(string part) => _types.Of(part) is { } type && ContentTypes.IsType(type) ? type : throw Damaged(part);

    internal bool HoldsMacros => _types.Names(PartTypes.Macros) || Parts.Any(part => part.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase));

    /// <param name="part">Empty for the package itself.</param>
    internal IReadOnlyList<Relationship> RelationshipsOf(string part)
    {
        var name = PartNames.RelationshipsOf(part);
        if (!Has(name))
            return [];
        var relationships = _archive.WithBytes(name, xml => _relationships.Read(part, xml.AsSpan())) ?? RelationshipXml.Read(part, ReadXml(name));
        return relationships.TrueForAll(relationship => relationship.IsWellFormed) && relationships.DistinctBy(relationship => relationship.Id).Count() == relationships.Count
            ? relationships
            : throw Damaged(name);
    }

    /// <exception cref="DeckRefusedException">The part is missing or no XML, or beyond <see cref="PackageLimits"/>.</exception>
    internal XElement ReadXml(string part) => _archive.WithBytes(part, bytes =>
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

    internal Stream Open(string part) => _archive.Open(part);

    internal void CopyTo(string part, Stream output) => _archive.CopyTo(part, output);

    /// <summary>Writes the part as it is packed here.</summary>
    internal void CopyTo(string part, ZipWriter zip, string name) => _archive.CopyTo(part, zip, name);

    /// <summary>What parts of equal content have in common; those of different content seldom.</summary>
    internal (uint Crc, long Size) FingerprintOf(string part) => _archive.ItemOf(part) is var item ? (item.Crc, item.Size) : default;

    /// <summary>Sha256 of the content.</summary>
    internal string HashOf(string part)
    {
        if (_hashes.TryGetValue(part, out var hash))
            return hash;
        using var stream = Open(part);
        return _hashes[part] = _archive.Checked(() => Convert.ToHexStringLower(SHA256.HashData(stream)), part);
    }

    internal bool Mentions(string part, string ascii)
    {
        var sought = Encoding.ASCII.GetBytes(ascii);
        return _archive.WithBytes(part, bytes => bytes.AsSpan().IndexOf(sought) >= 0);
    }

    /// <exception cref="DeckRefusedException">A part is not what the archive says it is.</exception>
    internal void Verify(CancellationToken token) => _archive.Verify(token);

    internal DeckRefusedException Damaged(string? part = null, Exception? inner = null) => _archive.Damaged(part, inner);

    internal DeckRefusedException NotADeck() => PackageLimits.NotADeck(Name);

    public void Dispose() => _archive.Dispose();
}
