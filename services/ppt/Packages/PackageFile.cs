using System.IO.Compression;
using System.Text;
using System.Xml.Linq;

namespace CourseGen.Ppt.Packages;

/// <summary>A part to write. Its content is asked for when the package is saved, so that a package is never in memory as a whole.</summary>
/// <param name="name">Without a leading slash, for example <c>ppt/slides/slide1.xml</c>.</param>
/// <param name="save">Writes the part under the name it is given.</param>
sealed class PackagePart(string name, string contentType, Action<ZipWriter, string> save)
{
    internal string Name { get; } = name;
    internal string ContentType { get; } = contentType;
    internal string Extension => Path.GetExtension(Name).TrimStart('.').ToLowerInvariant();
    internal List<Relationship> Relationships { get; } = [];

    internal void Save(ZipWriter zip) => save(zip, Name);

    internal void Relate(string id, string type, PackagePart target) => Relationships.Add(new Relationship(id, type, target.Name));
}

/// <summary>
/// An Open Packaging Conventions package to write. Equal parts give equal bytes: no time stamp, no generated id, content types
/// first, then the parts by kind, those of one kind in the order they were added.
/// </summary>
sealed class PackageFile
{
    readonly List<PackagePart> _parts = [];

    internal IReadOnlyList<PackagePart> Parts => _parts;

    internal List<Relationship> Relationships { get; } = [];

    internal PackagePart Add(string name, string contentType, Action<ZipWriter, string> save)
    {
        var part = new PackagePart(name, contentType, save);
        _parts.Add(part);
        return part;
    }

    internal PackagePart Add(string name, string contentType, Action<Stream> write) =>
        Add(name, contentType, (zip, entry) => zip.Write(entry, write, IsPacked(contentType) ? CompressionLevel.NoCompression : CompressionLevel.Optimal));

    internal PackagePart Add(string name, string contentType, XElement root) => Add(name, contentType, stream => WriteXml(stream, root));

    internal void Save(Stream output, CancellationToken token = default)
    {
        var parts = _parts.GroupBy(part => KindOf(part.Name)).OrderBy(kind => kind.Key, StringComparer.Ordinal).SelectMany(kind => kind).ToList();
        var zip = new ZipWriter(output);
        var relationships = new RelationshipXml();
        zip.Write(ContentTypes.PartName, stream => ContentTypes.Write(parts, stream), CompressionLevel.Optimal);
        SaveRelationships(zip, relationships, "", Relationships);
        foreach (var part in parts)
        {
            token.ThrowIfCancellationRequested();
            part.Save(zip);
            SaveRelationships(zip, relationships, part.Name, part.Relationships);
        }
        zip.Finish();
    }

    static void SaveRelationships(ZipWriter zip, RelationshipXml xml, string source, List<Relationship> relationships)
    {
        if (relationships.Count > 0)
            xml.Write(source, relationships, bytes => zip.Store(PartNames.RelationshipsOf(source), bytes));
    }

    internal static void WriteXml(Stream stream, XElement root)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };
        writer.Write("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>""");
        writer.Write(root.ToString(SaveOptions.DisableFormatting));
    }

    /// <summary>The name without its number: <c>ppt/slides/slide.xml</c> for all slides.</summary>
    static string KindOf(string name)
    {
        var extension = Path.GetExtension(name.AsSpan());
        return string.Concat(name.AsSpan(0, name.Length - extension.Length).TrimEnd("0123456789"), extension);
    }

    static bool IsPacked(string contentType) => MediaTypes.IsMedia(contentType) && !contentType.Contains("svg", StringComparison.Ordinal);
}
