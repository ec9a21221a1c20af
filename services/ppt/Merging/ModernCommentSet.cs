using System.Xml.Linq;
using CourseGen.Ppt.Packages;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Merging;

/// <summary>
/// Comments with replies, as PowerPoint for Microsoft 365 writes them ([MS-PPTX] 2.6): authors and comments have GUIDs, and a comment
/// names its slide by the slide's id.
/// </summary>
sealed class ModernCommentSet
{
    readonly Dictionary<string, XElement> _authors = new(StringComparer.OrdinalIgnoreCase);
    readonly HashSet<string> _ids = new(StringComparer.OrdinalIgnoreCase);
    int _count;

    internal XElement? Authors => _authors.Count == 0 ? null : new XElement(P188 + "authorLst", new XAttribute(XNamespace.Xmlns + "p188", P188), _authors.Values);

    internal void AddAuthors(SourceDeck deck)
    {
        foreach (var author in deck.PartOf(RelationshipTypes.ModernAuthors) is { } part ? deck.Package.ReadXml(part).Elements(P188 + "author") : [])
            _authors.TryAdd((string?)author.Attribute("id") ?? "", author);
    }

    /// <param name="slideIds">New ids of the deck's slides by their old ones.</param>
    /// <returns>Null when the comments can stay as they are.</returns>
    internal XElement? Copy(SourceDeck deck, string name, IReadOnlyDictionary<string, string> slideIds)
    {
        var comments = deck.Package.ReadXml(name);
        var changed = false;
        foreach (var slide in comments.Descendants(Command + "sldMk").Attributes("sldId"))
            changed |= Set(slide, slideIds.GetValueOrDefault(slide.Value) ?? slide.Value);
        foreach (var id in comments.Descendants().Where(element => element.Name == P188 + "cm" || element.Name == P188 + "reply").Attributes("id"))
        {
            _count++;
            if (DerivedId.Is(id.Value) || !_ids.Add(id.Value))
                changed |= Set(id, DerivedId.Of($"comment {_count}"));
        }
        return changed ? comments : null;
    }

    static bool Set(XAttribute attribute, string value)
    {
        if (attribute.Value == value)
            return false;
        attribute.Value = value;
        return true;
    }
}
