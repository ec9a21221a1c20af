using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace CourseGen.Ppt.Packages;

/// <param name="Target">A part's name, or an address outside the package.</param>
sealed record Relationship(string Id, string Type, string Target, bool External = false);

/// <summary>A part to write. Its content is asked for when the package is saved, so that a package is never in memory as a whole.</summary>
/// <param name="name">Without a leading slash, for example <c>ppt/slides/slide1.xml</c>.</param>
sealed class PackagePart(string name, string contentType, Action<Stream> write)
{
    internal string Name { get; } = name;
    internal string ContentType { get; } = contentType;
    internal Action<Stream> Write { get; } = write;
    internal List<Relationship> Relationships { get; } = [];

    internal void Relate(string id, string type, PackagePart target) => Relationships.Add(new Relationship(id, type, target.Name));
}

/// <summary>
/// An Open Packaging Conventions package to write. Equal parts give equal bytes: no time stamp, no generated id, content types
/// first, parts in the order they were added.
/// </summary>
sealed class PackageFile
{
    static readonly XNamespace ContentTypes = "http://schemas.openxmlformats.org/package/2006/content-types";
    static readonly XNamespace Rels = "http://schemas.openxmlformats.org/package/2006/relationships";
    static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    readonly List<PackagePart> _parts = [];

    internal IReadOnlyList<PackagePart> Parts => _parts;

    internal List<Relationship> Relationships { get; } = [];

    internal PackagePart Add(string name, string contentType, Action<Stream> write)
    {
        var part = new PackagePart(name, contentType, write);
        _parts.Add(part);
        return part;
    }

    internal PackagePart Add(string name, string contentType, XElement root) => Add(name, contentType, stream => WriteXml(stream, root));

    internal void Save(Stream output, CancellationToken token = default)
    {
        using var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true);
        Write(zip, "[Content_Types].xml", stream => WriteXml(stream, TypesOfParts()));
        WriteRelationships(zip, "", Relationships);
        foreach (var part in _parts)
        {
            token.ThrowIfCancellationRequested();
            Write(zip, part.Name, part.Write, IsPacked(part) ? CompressionLevel.NoCompression : CompressionLevel.Optimal);
            WriteRelationships(zip, part.Name, part.Relationships);
        }
    }

    XElement TypesOfParts()
    {
        var byExtension = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["rels"] = "application/vnd.openxmlformats-package.relationships+xml",
        };
        foreach (var part in _parts.Where(IsMedia))
            byExtension.TryAdd(ExtensionOf(part), part.ContentType);
        return new XElement(ContentTypes + "Types",
            byExtension.Select(type => new XElement(ContentTypes + "Default", new XAttribute("Extension", type.Key), new XAttribute("ContentType", type.Value))),
            _parts.Where(part => byExtension.GetValueOrDefault(ExtensionOf(part)) != part.ContentType).Select(part =>
                new XElement(ContentTypes + "Override", new XAttribute("PartName", "/" + part.Name), new XAttribute("ContentType", part.ContentType))));
    }

    static void WriteRelationships(ZipArchive zip, string source, List<Relationship> relationships)
    {
        if (relationships.Count == 0)
            return;
        Write(zip, PartNames.RelationshipsOf(source), stream => WriteXml(stream, new XElement(Rels + "Relationships", relationships.Select(relationship =>
            new XElement(Rels + "Relationship",
                new XAttribute("Id", relationship.Id),
                new XAttribute("Type", relationship.Type),
                new XAttribute("Target", relationship.External ? relationship.Target : PartNames.Relative(source, relationship.Target)),
                relationship.External ? new XAttribute("TargetMode", "External") : null)))));
    }

    static void Write(ZipArchive zip, string name, Action<Stream> write, CompressionLevel level = CompressionLevel.Optimal)
    {
        var entry = zip.CreateEntry(name, level);
        entry.LastWriteTime = NoTime;
        using var stream = entry.Open();
        write(stream);
    }

    internal static void WriteXml(Stream stream, XElement root)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        writer.Write("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""");
        writer.Write(root.ToString(SaveOptions.DisableFormatting));
    }

    static bool IsMedia(PackagePart part) => MediaTypes.IsMedia(part.ContentType);

    static bool IsPacked(PackagePart part) => IsMedia(part) && !part.ContentType.Contains("svg", StringComparison.Ordinal);

    static string ExtensionOf(PackagePart part) => Path.GetExtension(part.Name).TrimStart('.').ToLowerInvariant();
}
