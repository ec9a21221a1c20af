using System.Buffers;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace CourseGen.Ppt.Packages;

/// <param name="Target">A part's name, or an address outside the package.</param>
sealed record Relationship(string Id, string Type, string Target, bool External = false)
{
    /// <summary>The id is an XML id, and there is a type.</summary>
    internal bool IsWellFormed => Type.Length > 0 && (IsPlain(Id) || IsName(Id));

    static bool IsPlain(string id) => id.Length > 0 && char.IsAsciiLetter(id[0]) && id.AsSpan().IndexOfAnyExceptInRange('0', 'z') < 0 && id.AsSpan().IndexOfAnyInRange(':', '@') < 0 && id.AsSpan().IndexOfAnyInRange('[', '`') < 0;

    static bool IsName(string id) => id.Length > 0 && XmlConvert.IsStartNCNameChar(id[0]) && id.All(XmlConvert.IsNCNameChar);
}

/// <summary>Reads and writes the relationships of a part (ISO/IEC 29500-2, 6.5.3).</summary>
sealed class RelationshipXml
{
    readonly List<(byte[] Utf8, string Text)> _types = [];
    readonly StringBuilder _text = new();

    /// <param name="source">The part whose relationships they are; empty for the package.</param>
    /// <returns>Null when the real parser must read it.</returns>
    internal List<Relationship>? Read(string source, ReadOnlySpan<byte> xml)
    {
        var relationships = new List<Relationship>();
        var elements = new FlatXml(xml);
        while (elements.Next())
        {
            if (elements.Element.SequenceEqual("Relationship"u8))
                relationships.Add(Of(source, elements.Text("Id"u8), TypeOf(elements.Attribute("Type"u8)), elements.Text("Target"u8), elements.Attribute("TargetMode"u8).SequenceEqual("External"u8)));
        }
        return elements.Fails ? null : relationships;
    }

    internal static List<Relationship> Read(string source, XElement root) => [.. root.Elements().Where(element => element.Name.LocalName == "Relationship").Select(element =>
        Of(source, (string?)element.Attribute("Id") ?? "", (string?)element.Attribute("Type") ?? "", (string?)element.Attribute("Target") ?? "", (string?)element.Attribute("TargetMode") == "External"))];

    static Relationship Of(string source, string id, string type, string target, bool external) => external || NamesNoPart(target)
        ? new Relationship(id, type, target is "" ? "#" : target, External: true)
        : new Relationship(id, type, PartNames.Absolute(source, target));

    /// <summary>PowerPoint writes the target NULL where a picture or slide was lost, others a bare place in the same file.</summary>
    static bool NamesNoPart(string target) => target is "" or ['#', ..] || target == "NULL" || target.EndsWith("/NULL", StringComparison.Ordinal);

    string TypeOf(ReadOnlySpan<byte> utf8)
    {
        foreach (var (known, text) in _types)
        {
            if (utf8.SequenceEqual(known))
                return text;
        }
        var added = Encoding.UTF8.GetString(utf8);
        if (_types.Count < 32)
            _types.Add((utf8.ToArray(), added));
        return added;
    }

    /// <param name="write">Gets the part's bytes, which are valid only during the call.</param>
    internal void Write(string source, IReadOnlyList<Relationship> relationships, Action<ReadOnlySpan<byte>> write)
    {
        _text.Clear().Append("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">""");
        foreach (var relationship in relationships)
        {
            _text.Append("<Relationship Id=\"").Append(XmlText.Attribute(relationship.Id)).Append("\" Type=\"").Append(XmlText.Attribute(relationship.Type))
                .Append("\" Target=\"").Append(XmlText.Attribute(relationship.External ? relationship.Target : PartNames.Relative(source, relationship.Target)))
                .Append(relationship.External ? "\" TargetMode=\"External\"/>" : "\"/>");
        }
        _text.Append("</Relationships>");
        var bytes = ArrayPool<byte>.Shared.Rent(_text.Length * 3);
        var length = 0;
        foreach (var chunk in _text.GetChunks())
            length += Encoding.UTF8.GetBytes(chunk.Span, bytes.AsSpan(length));
        write(bytes.AsSpan(0, length));
        ArrayPool<byte>.Shared.Return(bytes);
    }
}
