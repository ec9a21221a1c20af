using System.Xml.Linq;

namespace CourseGen.Ppt.Merging;

/// <summary>Elements of all decks that have a name or id: of two with one name the first.</summary>
/// <param name="attribute">That holds it.</param>
sealed class NamedElements(string attribute)
{
    readonly Dictionary<string, XElement> _elements = new(StringComparer.OrdinalIgnoreCase);

    internal IReadOnlyCollection<XElement> All => _elements.Values;

    internal void Add(IEnumerable<XElement> elements)
    {
        foreach (var element in elements)
            _elements.TryAdd((string?)element.Attribute(attribute) ?? "", element);
    }
}
