using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace CourseGen.Ppt.Packages;

/// <summary>
/// An Open Packaging Conventions package written part by part as its parts are made, so that it never is in memory. Equal parts give equal
/// bytes. Its relationships come first, by which programs know the kind of the file; its content types last.
/// </summary>
sealed class PackageStream
{
    static readonly XmlWriterSettings Utf8 = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CloseOutput = false, CheckCharacters = false };

    readonly ZipWriter _zip;
    readonly RelationshipXml _relationships = new();
    readonly List<PackagePart> _written = [];

    /// <param name="output">Need not be seekable; stays open.</param>
    /// <param name="relationships">The package's own.</param>
    internal PackageStream(Stream output, IReadOnlyList<Relationship> relationships)
    {
        _zip = new ZipWriter(output);
        WriteRelationships("", relationships);
    }

    internal void Write(PackagePart part)
    {
        part.Save(_zip);
        WriteRelationships(part.Name, part.Relationships);
        _written.Add(new PackagePart(part.Name, part.ContentType, (_, _) => { }));
    }

    internal void Write(string name, string contentType, XElement root, params IEnumerable<Relationship> relationships)
    {
        var part = new PackagePart(name, contentType, (zip, entry) => zip.Write(entry, stream => WriteXml(stream, root), CompressionLevel.Fastest));
        part.Relationships.AddRange(relationships);
        Write(part);
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
        _zip.Write(ContentTypes.PartName, stream => ContentTypes.Write(_written, stream), CompressionLevel.Fastest);
        _zip.Finish();
    }

    void WriteRelationships(string source, IReadOnlyList<Relationship> relationships)
    {
        if (relationships.Count > 0)
            _relationships.Write(source, [.. relationships], bytes => _zip.Store(PartNames.RelationshipsOf(source), bytes));
    }
}
