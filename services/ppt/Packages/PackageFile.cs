using System.IO.Compression;
using System.Xml.Linq;

namespace CourseGen.Ppt.Packages;

/// <summary>A part to write. Its content is asked for when the package is saved, so that a package is never in memory as a whole.</summary>
/// <param name="name">Without a leading slash, for example <c>ppt/slides/slide1.xml</c>.</param>
/// <param name="save">Writes the part under the name it is given.</param>
sealed class PackagePart(string name, string contentType, Action<ZipWriter, string> save)
{
    /// <param name="write">Writes the part's content.</param>
    internal PackagePart(string name, string contentType, Action<Stream> write)
        : this(name, contentType, (zip, entry) => zip.Write(entry, write, IsPacked(contentType) ? CompressionLevel.NoCompression : CompressionLevel.Fastest))
    {
    }

    internal string Name { get; } = name;
    internal string ContentType { get; } = contentType;
    internal List<Relationship> Relationships { get; } = [];

    internal void Save(ZipWriter zip) => save(zip, Name);

    internal void Relate(string id, string type, PackagePart target) => Relationships.Add(new Relationship(id, type, target.Name));

    static bool IsPacked(string contentType) => MediaTypes.IsMedia(contentType) && !contentType.Contains("svg", StringComparison.Ordinal);
}

/// <summary>
/// An Open Packaging Conventions package to write. Equal parts give equal bytes: no time stamp, no generated id, the parts by kind,
/// those of one kind in the order they were added.
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

    internal PackagePart Add(string name, string contentType, Action<Stream> write)
    {
        var part = new PackagePart(name, contentType, write);
        _parts.Add(part);
        return part;
    }

    internal PackagePart Add(string name, string contentType, XElement root) => Add(name, contentType, stream => PackageStream.WriteXml(stream, root));

    internal void Save(Stream output, CancellationToken token = default)
    {
        using var package = new PackageStream(output, Relationships);
        foreach (var part in _parts.GroupBy(part => KindOf(part.Name)).OrderBy(kind => kind.Key, StringComparer.Ordinal).SelectMany(kind => kind))
        {
            token.ThrowIfCancellationRequested();
            package.Write(part);
        }
        package.End();
    }

    /// <summary>The name without its number: <c>ppt/slides/slide.xml</c> for all slides.</summary>
    static string KindOf(string name)
    {
        var extension = Path.GetExtension(name.AsSpan());
        return string.Concat(name.AsSpan(0, name.Length - extension.Length).TrimEnd("0123456789"), extension);
    }
}
