using System.Xml.Linq;
using CourseGen.Ppt.Packages;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Checks;

/// <summary>What holds within every part that shows shapes: ids are unique, and the relationships it names are there.</summary>
static class PartRules
{
    static readonly XNamespace Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    /// <param name="slide">Its number; null for a layout or master.</param>
    internal static void Check(PackageReader package, string part, XElement root, int? slide, Findings findings)
    {
        CheckRelationships(package, part, root, slide, findings);
        CheckShapeIds(part, root, slide, findings);
        if (slide is not null && package.TargetOf(part, RelationshipTypes.SlideLayout) is not { } layout)
            findings.Error(DeckRules.Relationship, part, slide, "The slide has no layout; relate it to one.");
    }

    internal static void CheckRelationships(PackageReader package, string part, XElement root, int? slide, Findings findings)
    {
        var ids = package.RelationshipsOf(part).Select(relationship => relationship.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var id in root.DescendantsAndSelf().Attributes().Where(attribute => attribute.Name.Namespace == R && attribute.Value.Length > 0).Select(attribute => attribute.Value).Distinct().Where(id => !ids.Contains(id)))
            findings.Error(DeckRules.Relationship, part, slide, $"{part} names the relationship {id}, which it does not have; add it, or remove what names it.");
    }

    static void CheckShapeIds(string part, XElement root, int? slide, Findings findings)
    {
        var shapes = Properties(root.Element(P + "cSld")?.Element(P + "spTree")).ToList();
        foreach (var same in shapes.GroupBy(shape => (string?)shape.Attribute("id") ?? "", StringComparer.Ordinal).Where(same => same.Skip(1).Any()))
            findings.Warning(DeckRules.Id, part, slide, $"{same.Count()} shapes have the id {same.Key} ({string.Join(", ", same.Take(3).Select(shape => $"'{(string?)shape.Attribute("name")}'"))}); give each its own.");
    }

    /// <summary>Fallbacks for programs that know less repeat the ids of what they stand for.</summary>
    static IEnumerable<XElement> Properties(XElement? parent)
    {
        var open = new Stack<XElement>(parent is null ? [] : [parent]);
        while (open.TryPop(out var element))
        {
            if (element.Name == P + "cNvPr")
                yield return element;
            foreach (var child in element.Elements().Where(child => child.Name != Compatibility + "Fallback"))
                open.Push(child);
        }
    }
}
