using System.Xml.Linq;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Merging;

/// <summary>The custom shows of all decks: named selections of slides. An id or name that is taken becomes the next one free.</summary>
sealed class ShowSet
{
    readonly Dictionary<SourceDeck, Dictionary<string, string>> _changes = [];
    readonly HashSet<string> _names = [];
    readonly List<XElement> _shows = [];
    readonly HashSet<uint> _ids = [];

    internal XElement? List => _shows.Count == 0 ? null : new XElement(P + "custShowLst", _shows);

    /// <summary>New ids of a deck's shows by their old ones, where they differ.</summary>
    internal IReadOnlyDictionary<string, string> ChangesOf(SourceDeck deck) => _changes.GetValueOrDefault(deck) ?? [];

    /// <param name="numberOf">The place of a slide in the merged deck, from 1, by its relationship in its own; null when it is not there.</param>
    internal void Add(SourceDeck deck, Func<string, int?> numberOf)
    {
        foreach (var show in deck.Root.Elements(P + "custShowLst").Elements(P + "custShow"))
        {
            var slides = show.Elements(P + "sldLst").Elements(P + "sld").Select(slide => numberOf((string?)slide.Attribute(R + "id") ?? "")).OfType<int>().ToList();
            if (!uint.TryParse((string?)show.Attribute("id"), out var id))
                throw deck.Package.Damaged(deck.MainPart);
            var newId = _ids.Add(id) ? id : Next();
            if (newId != id)
                (_changes.TryGetValue(deck, out var changes) ? changes : _changes[deck] = []).TryAdd($"{id}", $"{newId}");
            _shows.Add(new XElement(P + "custShow", new XAttribute("name", NameOf((string?)show.Attribute("name") ?? "")), new XAttribute("id", newId),
                new XElement(P + "sldLst", slides.Select(number => new XElement(P + "sld", new XAttribute(R + "id", $"rIdS{number}"))))));
        }
    }

    uint Next()
    {
        var id = 0u;
        while (!_ids.Add(id))
            id++;
        return id;
    }

    string NameOf(string name)
    {
        if (_names.Add(name))
            return name;
        var stem = name.EndsWith(')') && name.LastIndexOf(" (", StringComparison.Ordinal) is > 0 and var end ? name[..end] : name;
        return Enumerable.Range(2, int.MaxValue - 2).Select(number => $"{stem} ({number})").First(_names.Add);
    }
}
