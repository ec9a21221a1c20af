using System.Buffers;
using System.Text;
using System.Xml.Linq;

namespace CourseGen.Ppt.Packages;

/// <summary>The types of a package's parts (ISO/IEC 29500-2, 7.2.3).</summary>
sealed class ContentTypes
{
    internal const string PartName = "[Content_Types].xml";

    static readonly SearchValues<char> TypeCharacters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-.^_`|~/");

    readonly Dictionary<string, string> _byExtension = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, string> _byPart = new(StringComparer.OrdinalIgnoreCase);

    /// <returns>Null when the real parser must read it.</returns>
    internal static ContentTypes? Read(ReadOnlySpan<byte> xml)
    {
        var types = new ContentTypes();
        var elements = new FlatXml(xml);
        while (elements.Next())
        {
            if (elements.Element.SequenceEqual("Override"u8))
                types.AddPart(elements.Text("PartName"u8), elements.Text("ContentType"u8));
            else if (elements.Element.SequenceEqual("Default"u8))
                types._byExtension.TryAdd(elements.Text("Extension"u8), elements.Text("ContentType"u8));
        }
        return elements.Fails ? null : types;
    }

    internal static ContentTypes Read(XElement root)
    {
        var types = new ContentTypes();
        foreach (var element in root.Elements())
        {
            if (element.Name.LocalName == "Override")
                types.AddPart((string?)element.Attribute("PartName") ?? "", (string?)element.Attribute("ContentType") ?? "");
            else if (element.Name.LocalName == "Default")
                types._byExtension.TryAdd((string?)element.Attribute("Extension") ?? "", (string?)element.Attribute("ContentType") ?? "");
        }
        return types;
    }

    /// <summary>Null when the package does not say.</summary>
    internal string? Of(string part) => _byPart.GetValueOrDefault(part) ?? _byExtension.GetValueOrDefault(Path.GetExtension(part).TrimStart('.'));

    /// <summary>Type and subtype (RFC 9110, 8.3.1).</summary>
    internal static bool IsType(string text) => text.IndexOf('/') is > 0 and var slash && slash < text.Length - 1 && text.LastIndexOf('/') == slash && !text.AsSpan().ContainsAnyExcept(TypeCharacters);

    internal bool Names(string contentType) => _byPart.ContainsValue(contentType);

    /// <summary>Exactly the parts that are there: pictures by their extension, all others by name.</summary>
    internal static void Write(IReadOnlyList<(string Name, string ContentType)> parts, Stream output)
    {
        var byExtension = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["rels"] = "application/vnd.openxmlformats-package.relationships+xml",
        };
        foreach (var (name, type) in parts.Where(part => MediaTypes.IsMedia(part.ContentType)))
            byExtension.TryAdd(ExtensionOf(name), type);
        using var text = new StreamWriter(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        text.Write("""<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">""");
        foreach (var (extension, type) in byExtension)
            text.Write($"<Default Extension=\"{XmlText.Attribute(extension)}\" ContentType=\"{XmlText.Attribute(type)}\"/>");
        foreach (var (name, type) in parts)
        {
            if (byExtension.GetValueOrDefault(ExtensionOf(name)) != type)
                text.Write($"<Override PartName=\"/{XmlText.Attribute(name)}\" ContentType=\"{XmlText.Attribute(type)}\"/>");
        }
        text.Write("</Types>");
    }

    static string ExtensionOf(string part) => Path.GetExtension(part).TrimStart('.').ToLowerInvariant();

    void AddPart(string name, string contentType) => _byPart.TryAdd(PartNames.Plain(name), contentType);
}
