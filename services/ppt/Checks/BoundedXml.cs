using System.Xml;
using System.Xml.Linq;
using CourseGen.Ppt.Packages;

namespace CourseGen.Ppt.Checks;

/// <summary>Reads a part that may be hostile: so many nodes and so deep, and no more.</summary>
static class BoundedXml
{
    /// <summary>Elements and attributes; the fullest slides that people make have some ten thousand.</summary>
    const int MostNodes = 1_000_000;
    const int MostDepth = 256;
    const long MostCharacters = 64L << 20;

    static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = MostCharacters,
    };

    /// <exception cref="DeckRefusedException">It is no XML, or beyond the limits.</exception>
    internal static XElement Load(PackageReader package, string part)
    {
        try
        {
            using var stream = package.Open(part);
            using var reader = XmlReader.Create(stream, Settings);
            return Read(reader) ?? throw TooMuch(package, part);
        }
        catch (Exception failure) when (failure is XmlException or InvalidDataException or EndOfStreamException)
        {
            throw package.Damaged(part, failure);
        }
    }

    /// <returns>Null beyond the limits.</returns>
    static XElement? Read(XmlReader reader)
    {
        XElement? root = null, current = null;
        var nodes = 0;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    nodes += 1 + reader.AttributeCount;
                    if (nodes > MostNodes || reader.Depth > MostDepth)
                        return null;
                    var isEmpty = reader.IsEmptyElement;
                    var element = ElementOf(reader);
                    current?.Add(element);
                    root ??= element;
                    current = isEmpty ? current : element;
                    break;
                case XmlNodeType.EndElement:
                    current = current?.Parent;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace:
                case XmlNodeType.Whitespace when current?.Name == OpenXmlNames.A + "t":
                    current?.Add(reader.Value);
                    break;
            }
        }
        return root;
    }

    static XElement ElementOf(XmlReader reader)
    {
        var element = new XElement(XName.Get(reader.LocalName, reader.NamespaceURI));
        while (reader.MoveToNextAttribute())
        {
            if (reader.NamespaceURI != XNamespace.Xmlns.NamespaceName)
                element.SetAttributeValue(XName.Get(reader.LocalName, reader.NamespaceURI), reader.Value);
        }
        return element;
    }

    static DeckRefusedException TooMuch(PackageReader package, string part) =>
        new(package.Name, $"holds {part} with more elements than a deck has", "Use a deck saved by PowerPoint.");
}
