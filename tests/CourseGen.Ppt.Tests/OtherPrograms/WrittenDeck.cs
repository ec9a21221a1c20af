using System.IO.Compression;
using System.Text;

namespace CourseGen.Ppt.Tests.OtherPrograms;

/// <summary>
/// A package put together part by part, so that names, content types and the very text of relationships are those of the program that it stands
/// for. Written to documentation, not by that program: what the programs really do may differ.
/// </summary>
sealed class WrittenDeck
{
    readonly Dictionary<string, byte[]> _parts = [];
    readonly Dictionary<string, List<string>> _relationships = [];
    readonly List<string> _types = ["""<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"""];

    /// <param name="name">Without a leading slash.</param>
    /// <param name="contentType">Null: its extension says.</param>
    internal WrittenDeck Part(string name, string? contentType, byte[] content)
    {
        _parts.Add(name, content);
        if (contentType is not null)
            _types.Add($"""<Override PartName="/{name}" ContentType="{contentType}"/>""");
        return this;
    }

    internal WrittenDeck Part(string name, string? contentType, string xml) =>
        Part(name, contentType, Encoding.UTF8.GetBytes($"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{"\n"}{xml}"""));

    internal WrittenDeck Default(string extension, string contentType)
    {
        _types.Insert(0, $"""<Default Extension="{extension}" ContentType="{contentType}"/>""");
        return this;
    }

    /// <param name="source">A part, or empty for the package.</param>
    /// <param name="type">The end of a type of ISO/IEC 29500, or a whole one of somebody else.</param>
    /// <param name="target">As it stands in the file: relative, absolute or an address.</param>
    internal WrittenDeck Relate(string source, string id, string type, string target, bool external = false)
    {
        var whole = type.Contains("://", StringComparison.Ordinal) ? type : $"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{type}";
        if (!_relationships.TryGetValue(source, out var relationships))
            _relationships.Add(source, relationships = []);
        relationships.Add($"""<Relationship Id="{id}" Type="{whole}" Target="{target}"{(external ? " TargetMode=\"External\"" : "")}/>""");
        return this;
    }

    internal byte[] Written()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write(zip, "[Content_Types].xml", Xml("Types", "content-types", _types));
            foreach (var (source, relationships) in _relationships)
                Write(zip, $"{Path.GetDirectoryName(source)}/_rels/{Path.GetFileName(source)}.rels".TrimStart('/'), Xml("Relationships", "relationships", relationships));
            foreach (var (name, content) in _parts)
                Write(zip, name, content);
        }
        return file.ToArray();
    }

    static byte[] Xml(string root, string kind, IEnumerable<string> elements) => Encoding.UTF8.GetBytes(
        $"""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><{root} xmlns="http://schemas.openxmlformats.org/package/2006/{kind}">{string.Concat(elements)}</{root}>""");

    static void Write(ZipArchive zip, string name, byte[] content)
    {
        using var stream = zip.CreateEntry(name).Open();
        stream.Write(content);
    }
}
