using System.Xml.Linq;
using CourseGen.Ppt.Packages;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Merging;

/// <summary>The custom XML and tags of all decks: equal XML once with its properties, of two tags with one name the first.</summary>
sealed class CustomDataSet(MergedPackage merged)
{
    readonly Dictionary<string, PackagePart> _xml = [];
    readonly NamedElements _tags = new("name");
    readonly List<XElement> _data = [];

    PresentationFrame Frame => merged.Frame;

    internal void Add(PartCopier copier)
    {
        AddXml(copier, copier.Deck.Relationships, Frame.Related);
        AddXml(copier, copier.Deck.Package.RelationshipsOf(""), Frame.PackageRelated);
        foreach (var element in copier.Deck.Root.Elements(P + "custDataLst").Elements())
        {
            if (copier.Deck.TargetOf((string?)element.Attribute(R + "id")) is not { } target)
                continue;
            if (element.Name == P + "tags")
                _tags.Add(copier.Deck.Package.ReadXml(target).Elements(P + "tag"));
            else
                AddData(Copy(copier, target));
        }
    }

    /// <returns>Null when no deck has any.</returns>
    internal XElement? Finish()
    {
        if (_tags.All.Count + _data.Count == 0)
            return null;
        return new XElement(P + "custDataLst", _data, _tags.All.Count == 0 ? null : new XElement(P + "tags", new XAttribute(R + "id", RelateTags())));
    }

    string RelateTags()
    {
        var part = merged.Package.Add(merged.NextName("ppt/tags/tag.xml"), PartTypes.Tags, new XElement(P + "tagLst", new XAttribute(XNamespace.Xmlns + "p", P), _tags.All));
        Frame.Related.Add(new Relationship("rIdG", RelationshipTypes.Tags, part.Name));
        return "rIdG";
    }

    void AddXml(PartCopier copier, IEnumerable<Relationship> relationships, List<Relationship> related)
    {
        foreach (var relationship in relationships.Where(relationship => relationship.Type == RelationshipTypes.CustomXml && !relationship.External && copier.Deck.Package.Has(relationship.Target)))
        {
            var part = Copy(copier, relationship.Target);
            if (!related.Exists(other => other.Target == part.Name))
                related.Add(new Relationship($"rIdX{related.Count(other => other.Type == RelationshipTypes.CustomXml) + 1}", RelationshipTypes.CustomXml, part.Name));
        }
    }

    PackagePart Copy(PartCopier copier, string name)
    {
        var source = copier.Deck.Package;
        var properties = source.RelationshipsOf(name).Where(relationship => !relationship.External && source.Has(relationship.Target)).Select(relationship => source.HashOf(relationship.Target));
        var key = string.Join(' ', properties.Prepend(source.HashOf(name)));
        if (_xml.TryGetValue(key, out var part))
            copier.Register(name, RelationshipTypes.CustomXml, part);
        else
            _xml.Add(key, part = copier.CopyPart(name, RelationshipTypes.CustomXml));
        return part;
    }

    void AddData(PackagePart part)
    {
        if (Frame.Related.Find(relationship => relationship.Target == part.Name) is { } relationship && !_data.Exists(other => other.Attribute(R + "id")!.Value == relationship.Id))
            _data.Add(new XElement(P + "custData", new XAttribute(R + "id", relationship.Id)));
    }
}
