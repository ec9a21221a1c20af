using System.Xml.Linq;
using CourseGen.Ppt.Packages;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Merging;

/// <summary>
/// What decks have beside their slides. Fonts, custom XML, tags, table styles and properties of all decks are kept, of two with
/// one name the first; what a deck can have only once is the first deck's that has it. Left out: thumbnails, signatures, printer settings, the
/// state of windows, the record of changes, and the password for changes.
/// </summary>
sealed class PresentationParts(MergedPackage merged)
{
    static readonly XNamespace CustomProperties = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties";
    static readonly string[] KeptAttributes = ["serverZoom", "firstSlideNum", "showSpecialPlsOnTitleSld", "rtl", "embedTrueTypeFonts", "saveSubsetFonts", "autoCompressPictures", "removePersonalInfoOnSave"];
    static readonly string[] KeptChildren = ["notesSz", "photoAlbum", "kinsoku"];

    readonly Dictionary<string, XElement> _fonts = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, XElement> _tags = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, XElement> _properties = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, XElement> _tableStyles = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, PackagePart> _customXml = [];
    readonly List<XElement> _customData = [];

    PresentationFrame Frame => merged.Frame;

    internal void AddFirst(PartCopier copier)
    {
        var root = copier.Deck.Root;
        Frame.Size = copier.Deck.Size;
        Frame.Attributes.AddRange(root.Attributes().Where(attribute => KeptAttributes.Contains(attribute.Name.ToString())));
        Frame.Children.AddRange(root.Elements().Where(element => element.Name.Namespace == P && KeptChildren.Contains(element.Name.LocalName)));
        Frame.Extensions.AddRange(root.Elements(P + "extLst").Elements(P + "ext").Where(extension =>
            !extension.Descendants(P14 + "sectionLst").Any() && !extension.Descendants().Attributes().Any(attribute => attribute.Name.Namespace == R)));
    }

    internal void Add(PartCopier copier)
    {
        var deck = copier.Deck;
        AddFonts(copier);
        AddCustomXml(copier);
        AddCustomData(copier);
        merged.ModernComments.AddAuthors(deck);
        AddTableStyles(deck);
        if (deck.PackagePartOf(RelationshipTypes.CustomProperties) is { } properties)
            AddNamed(_properties, deck.Package.ReadXml(properties).Elements(CustomProperties + "property"), "name");
        AddOnce(copier, deck.PartOf(RelationshipTypes.PresentationProperties), RelationshipTypes.PresentationProperties, "rIdP", Frame.Related);
        AddOnce(copier, deck.PackagePartOf(RelationshipTypes.Labels), RelationshipTypes.Labels, "rIdL", Frame.PackageRelated);
    }

    /// <summary>The lists that are made of all decks.</summary>
    internal void Finish()
    {
        Frame.TableStyles.AddRange(_tableStyles.Values);
        if (_fonts.Count > 0)
            Frame.Children.Add(new XElement(P + "embeddedFontLst", _fonts.Values));
        if (merged.Shows.List is { } shows)
            Frame.Children.Add(shows);
        var tags = _tags.Count == 0 ? null : Relate("rIdG", RelationshipTypes.Tags, "ppt/tags/tag.xml", PartTypes.Tags, new XElement(P + "tagLst", new XAttribute(XNamespace.Xmlns + "p", P), _tags.Values));
        if (tags is not null || _customData.Count > 0)
            Frame.Children.Add(new XElement(P + "custDataLst", _customData, tags is null ? null : new XElement(P + "tags", new XAttribute(R + "id", tags))));
        if (merged.Comments.Authors is { } authors)
            Relate("rIdA", RelationshipTypes.CommentAuthors, "ppt/commentAuthors.xml", PartTypes.CommentAuthors, authors);
        if (merged.ModernComments.Authors is { } modern)
            Relate("rIdB", RelationshipTypes.ModernAuthors, "ppt/authors.xml", PartTypes.ModernAuthors, modern);
        if (_properties.Count > 0)
            AddProperties();
    }

    void AddFonts(PartCopier copier)
    {
        foreach (var font in copier.Deck.Root.Elements(P + "embeddedFontLst").Elements(P + "embeddedFont"))
        {
            if (!_fonts.TryAdd((string?)font.Element(P + "font")?.Attribute("typeface") ?? "", font))
                continue;
            foreach (var id in font.Elements().Attributes(R + "id"))
            {
                var part = copier.CopyPart(copier.Deck.TargetOf(id.Value) ?? throw copier.Deck.Package.Damaged(copier.Deck.MainPart), RelationshipTypes.Font);
                id.Value = $"rIdF{Frame.Related.Count(relationship => relationship.Type == RelationshipTypes.Font) + 1}";
                Frame.Related.Add(new Relationship(id.Value, RelationshipTypes.Font, part.Name));
            }
        }
    }

    void AddCustomXml(PartCopier copier)
    {
        foreach (var (relationships, related) in new[] { (copier.Deck.Relationships, Frame.Related), (copier.Deck.Package.RelationshipsOf(""), Frame.PackageRelated) })
        {
            foreach (var relationship in relationships.Where(relationship => relationship.Type == RelationshipTypes.CustomXml && !relationship.External && copier.Deck.Package.Has(relationship.Target)))
            {
                var part = CopyCustomXml(copier, relationship.Target);
                if (!related.Exists(other => other.Target == part.Name))
                    related.Add(new Relationship($"rIdX{related.Count(other => other.Type == RelationshipTypes.CustomXml) + 1}", RelationshipTypes.CustomXml, part.Name));
            }
        }
    }

    PackagePart CopyCustomXml(PartCopier copier, string name)
    {
        var source = copier.Deck.Package;
        var key = string.Join(' ', source.RelationshipsOf(name).Where(relationship => !relationship.External && source.Has(relationship.Target)).Select(relationship => source.HashOf(relationship.Target)).Prepend(source.HashOf(name)));
        if (_customXml.TryGetValue(key, out var part))
            copier.Register(name, RelationshipTypes.CustomXml, part);
        else
            _customXml.Add(key, part = copier.CopyPart(name, RelationshipTypes.CustomXml));
        return part;
    }

    void AddCustomData(PartCopier copier)
    {
        foreach (var element in copier.Deck.Root.Elements(P + "custDataLst").Elements())
        {
            if (copier.Deck.TargetOf((string?)element.Attribute(R + "id")) is not { } target)
                continue;
            if (element.Name == P + "tags")
                AddNamed(_tags, copier.Deck.Package.ReadXml(target).Elements(P + "tag"), "name");
            else
                AddCustomData(CopyCustomXml(copier, target));
        }
    }

    void AddCustomData(PackagePart part)
    {
        if (Frame.Related.Find(relationship => relationship.Target == part.Name) is { } relationship && !_customData.Exists(other => other.Attribute(R + "id")!.Value == relationship.Id))
            _customData.Add(new XElement(P + "custData", new XAttribute(R + "id", relationship.Id)));
    }

    void AddTableStyles(SourceDeck deck)
    {
        if (deck.PartOf(RelationshipTypes.TableStyles) is not { } part)
            return;
        var styles = deck.Package.ReadXml(part);
        Frame.DefaultTableStyle ??= (string?)styles.Attribute("def");
        AddNamed(_tableStyles, styles.Elements(A + "tblStyle"), "styleId");
    }

    static void AddNamed(Dictionary<string, XElement> all, IEnumerable<XElement> elements, string name)
    {
        foreach (var element in elements)
            all.TryAdd((string?)element.Attribute(name) ?? "", element);
    }

    static void AddOnce(PartCopier copier, string? part, string type, string id, List<Relationship> related)
    {
        if (part is not null && !related.Exists(relationship => relationship.Type == type))
            related.Add(new Relationship(id, type, copier.CopyPart(part, type).Name));
    }

    string Relate(string id, string type, string name, string contentType, XElement content)
    {
        Frame.Related.Add(new Relationship(id, type, merged.Package.Add(name == "ppt/tags/tag.xml" ? merged.NextName(name) : name, contentType, content).Name));
        return id;
    }

    /// <summary>Their numbers count from 2 (ECMA-376 Part 2 leaves 0 and 1 to others).</summary>
    void AddProperties()
    {
        foreach (var (property, index) in _properties.Values.Select((property, index) => (property, index)))
            property.SetAttributeValue("pid", index + 2);
        var part = merged.Package.Add("docProps/custom.xml", PartTypes.CustomProperties, new XElement(CustomProperties + "Properties", _properties.Values));
        Frame.PackageRelated.Add(new Relationship("rIdC", RelationshipTypes.CustomProperties, part.Name));
    }
}
