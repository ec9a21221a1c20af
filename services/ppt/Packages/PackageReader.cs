using System.IO.Compression;
using System.Security.Cryptography;
using System.Xml;
using System.Xml.Linq;

namespace CourseGen.Ppt.Packages;

/// <summary>Reads a package that may come from anywhere: its parts, their types and relationships.</summary>
sealed class PackageReader : IDisposable
{
    /// <summary>No part of a deck made by people comes near it; a bomb does.</summary>
    const long MaxXmlBytes = 64L << 20;
    const int MaxParts = 100_000;

    readonly ZipArchive _zip;
    readonly Dictionary<string, ZipArchiveEntry> _entries;
    readonly Dictionary<string, string> _typesByExtension;
    readonly Dictionary<string, string> _typesByPart;

    internal string Name { get; }

    /// <param name="name">For messages, for example the file's name.</param>
    /// <param name="stream">Seekable; closed with the reader.</param>
    /// <exception cref="DeckRefusedException">Not a whole, readable package.</exception>
    internal PackageReader(string name, Stream stream)
    {
        Name = name;
        _zip = OpenZip(name, stream);
        if (_zip.Entries.Count > MaxParts)
            throw new DeckRefusedException(name, $"has more than {MaxParts} parts", "Use a deck saved by PowerPoint.");
        _entries = new Dictionary<string, ZipArchiveEntry>(StringComparer.OrdinalIgnoreCase);
        foreach (var entry in _zip.Entries)
            _entries.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        var types = _entries.ContainsKey("[Content_Types].xml") ? ReadXml("[Content_Types].xml") : throw NotADeck();
        _typesByExtension = TypesOf(types, "Default", "Extension");
        _typesByPart = TypesOf(types, "Override", "PartName");
    }

    internal IEnumerable<string> Parts => _entries.Keys.Where(name => !name.EndsWith('/'));

    /// <summary>What parts of equal content have in common; those of different content seldom.</summary>
    internal (uint Crc, long Size) FingerprintOf(string part) => (_entries[part].Crc32, _entries[part].Length);

    /// <summary>Sha256 of the content.</summary>
    internal string HashOf(string part)
    {
        using var hash = SHA256.Create();
        using var sink = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write);
        CopyTo(part, sink);
        sink.FlushFinalBlock();
        return Convert.ToHexStringLower(hash.Hash!);
    }

    internal bool Has(string part) => _entries.ContainsKey(part);

    internal string ContentTypeOf(string part) =>
        _typesByPart.GetValueOrDefault(part) ?? _typesByExtension.GetValueOrDefault(Path.GetExtension(part).TrimStart('.')) ?? "application/octet-stream";

    /// <param name="part">Empty for the package itself.</param>
    internal IReadOnlyList<Relationship> RelationshipsOf(string part)
    {
        var name = PartNames.RelationshipsOf(part);
        return !Has(name) ? [] : [.. ReadXml(name).Elements().Select(element => RelationshipOf(part, element))];
    }

    internal XElement ReadXml(string part)
    {
        try
        {
            using var stream = Open(part);
            using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, MaxCharactersInDocument = MaxXmlBytes });
            return XElement.Load(reader);
        }
        catch (Exception failure) when (failure is XmlException or InvalidDataException or EndOfStreamException)
        {
            throw Damaged(failure);
        }
    }

    internal Stream Open(string part)
    {
        if (!_entries.TryGetValue(part, out var entry))
            throw Damaged();
        if (entry.Length > MaxXmlBytes && !MediaTypes.IsMedia(ContentTypeOfNamed(part)))
            throw new DeckRefusedException(Name, $"holds {part} of {entry.Length >> 20} MB", "Use a deck saved by PowerPoint.");
        return entry.Open();
    }

    internal void CopyTo(string part, Stream output)
    {
        try
        {
            using var stream = Open(part);
            stream.CopyTo(output);
        }
        catch (InvalidDataException failure)
        {
            throw Damaged(failure);
        }
    }

    internal DeckRefusedException Damaged(Exception? inner = null) =>
        new(Name, "is damaged or incomplete", "Open it in PowerPoint, repair it, and save it again.", inner);

    internal DeckRefusedException NotADeck() => new(Name, "is not a PowerPoint presentation", "Give a .pptx file.");

    public void Dispose() => _zip.Dispose();

    /// <summary>Before the types are read, nothing counts as a picture.</summary>
    string ContentTypeOfNamed(string part) => _typesByPart is null ? "" : ContentTypeOf(part);

    static Relationship RelationshipOf(string part, XElement element)
    {
        var external = (string?)element.Attribute("TargetMode") == "External";
        var target = (string?)element.Attribute("Target") ?? "";
        return new Relationship((string?)element.Attribute("Id") ?? "", (string?)element.Attribute("Type") ?? "",
            external ? target : PartNames.Absolute(part, target), external);
    }

    static Dictionary<string, string> TypesOf(XElement types, string element, string key)
    {
        var found = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var type in types.Elements().Where(type => type.Name.LocalName == element))
            found.TryAdd(((string?)type.Attribute(key) ?? "").TrimStart('/'), (string?)type.Attribute("ContentType") ?? "");
        return found;
    }

    static ZipArchive OpenZip(string name, Stream stream)
    {
        Span<byte> head = stackalloc byte[8];
        var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        stream.Position = 0;
        if (head[..read].StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
            throw new DeckRefusedException(name, "is encrypted or an old .ppt file", "Save it as .pptx without a password.");
        if (!head[..read].StartsWith("PK"u8))
            throw new DeckRefusedException(name, "is not a PowerPoint presentation", "Give a .pptx file.");
        try
        {
            return new ZipArchive(stream, ZipArchiveMode.Read);
        }
        catch (InvalidDataException failure)
        {
            throw new DeckRefusedException(name, "is damaged or incomplete", "Copy or download it again.", failure);
        }
    }
}
