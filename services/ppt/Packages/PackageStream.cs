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
    static readonly XmlWriterSettings Utf8 = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), CloseOutput = false, CheckCharacters = false };

    readonly ZipWriter _zip;
    readonly RelationshipXml _relationships = new();
    readonly List<(string Name, string ContentType)> _parts = [];

    /// <param name="output">Stays open, and need not be seekable.</param>
    /// <param name="relationships">The package's own.</param>
    internal PackageStream(Stream output, IReadOnlyList<Relationship> relationships)
    {
        _zip = new ZipWriter(output);
        WriteRelationships("", relationships);
    }

    internal void Write(PackagePart part)
    {
        _parts.Add((part.Name, part.ContentType));
        part.Save(_zip);
        WriteRelationships(part.Name, part.Relationships);
    }

    internal void Write(string name, string contentType, XElement root, params IEnumerable<Relationship> relationships)
    {
        var part = new PackagePart(name, contentType, stream => WriteXml(stream, root));
        part.Relationships.AddRange(relationships);
        Write(part);
    }

    /// <summary>Ends the package; without it, it is none.</summary>
    internal void End()
    {
        _zip.Write(ContentTypes.PartName, stream => ContentTypes.Write(_parts, stream), CompressionLevel.Fastest);
        _zip.Finish();
    }

    public void Dispose() => _zip.Dispose();

    internal static void WriteXml(Stream stream, XElement root)
    {
        using var writer = XmlWriter.Create(stream, Utf8);
        writer.WriteStartDocument(standalone: true);
        root.WriteTo(writer);
    }

    void WriteRelationships(string source, IReadOnlyList<Relationship> relationships)
    {
        if (relationships.Count > 0)
            _relationships.Write(source, relationships, bytes => _zip.Store(PartNames.RelationshipsOf(source), bytes));
    }
}
