using System.Xml.Linq;
using CourseGen.Ppt.Packages;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Merging;

/// <summary>The embedded fonts of all decks: of two with one name the first.</summary>
sealed class FontSet(MergedPackage merged)
{
    readonly Dictionary<string, XElement> _fonts = new(StringComparer.OrdinalIgnoreCase);

    internal XElement? List => _fonts.Count == 0 ? null : new XElement(P + "embeddedFontLst", _fonts.Values);

    internal void Add(PartCopier copier)
    {
        var related = merged.Frame.Related;
        foreach (var font in copier.Deck.Root.Elements(P + "embeddedFontLst").Elements(P + "embeddedFont"))
        {
            if (!_fonts.TryAdd((string?)font.Element(P + "font")?.Attribute("typeface") ?? "", font))
                continue;
            foreach (var id in font.Elements().Attributes(R + "id"))
            {
                var part = copier.CopyPart(copier.Deck.TargetOf(id.Value) ?? throw copier.Deck.Package.Damaged(copier.Deck.MainPart), RelationshipTypes.Font);
                id.Value = $"rIdF{related.Count(relationship => relationship.Type == RelationshipTypes.Font) + 1}";
                related.Add(new Relationship(id.Value, RelationshipTypes.Font, part.Name));
            }
        }
    }
}
