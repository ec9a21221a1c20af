using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace CourseGen.Ppt.Packages;

/// <summary>
/// An Open Packaging Conventions package written part by part as its parts are made, so that it never is in memory. Equal parts give equal
/// bytes. Its relationships come first, by which programs know the kind of the file; its content types last.
/// </summary>
sealed class PackageStream : IDisposable
{
    static readonly XNamespace ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    static readonly XNamespace Rels = "http://schemas.openxmlformats.org/package/2006/relationships";
    static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
    static readonly XmlWriterSettings Utf8 = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CloseOutput = false, CheckCharacters = false };

    readonly ZipArchive _zip;
    readonly SortedDictionary<string, string> _byExtension = new(StringComparer.Ordinal) { ["rels"] = "application/vnd.openxmlformats-package.relationships+xml" };
    readonly List<(string Name, string Type)> _byName = [];

    /// <param name="output">Stays open.</param>
    /// <param name="relationships">The package's own.</param>
    internal PackageStream(Stream output, IReadOnlyList<Relationship> relationships)
    {
        _zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        WriteRelationships("", relationships);
    }

    internal void Write(PackagePart part)
    {
        var extension = Path.GetExtension(part.Name).TrimStart('.').ToLowerInvariant();
        var isMedia = MediaTypes.IsMedia(part.ContentType);
        if (!isMedia || (!_byExtension.TryAdd(extension, part.ContentType) && _byExtension[extension] != part.ContentType))
            _byName.Add((part.Name, part.ContentType));
        using (var entry = Entry(part.Name, isMedia ? CompressionLevel.NoCompression : CompressionLevel.Fastest))
            part.Write(entry);
        WriteRelationships(part.Name, part.Relationships);
    }

    internal static void WriteXml(Stream stream, XElement root)
    {
        using var writer = XmlWriter.Create(stream, Utf8);
        writer.WriteStartDocument(standalone: true);
        root.WriteTo(writer);
    }

    /// <summary>Ends the package; without it, it is none.</summary>
    internal void End()
    {
        using var entry = Entry("[Content_Types].xml", CompressionLevel.Fastest);
        WriteXml(entry, new XElement(ContentTypes + "Types",
            _byExtension.Select(type => new XElement(ContentTypes + "Default", new XAttribute("Extension", type.Key), new XAttribute("ContentType", type.Value))),
            _byName.Select(type => new XElement(ContentTypes + "Override", new XAttribute("PartName", "/" + type.Name), new XAttribute("ContentType", type.Type)))));
    }

    public void Dispose() => _zip.Dispose();

    void WriteRelationships(string source, IReadOnlyList<Relationship> relationships)
    {
        if (relationships.Count == 0)
            return;
        using var entry = Entry(PartNames.RelationshipsOf(source), CompressionLevel.Fastest);
        WriteXml(entry, new XElement(Rels + "Relationships", relationships.Select(relationship => new XElement(Rels + "Relationship",
            new XAttribute("Id", relationship.Id),
            new XAttribute("Type", relationship.Type),
            new XAttribute("Target", relationship.External ? relationship.Target : PartNames.Relative(source, relationship.Target)),
            relationship.External ? new XAttribute("TargetMode", "External") : null))));
    }

    Stream Entry(string name, CompressionLevel level)
    {
        var entry = _zip.CreateEntry(name, level);
        entry.LastWriteTime = NoTime;
        return entry.Open();
    }
}
