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

    readonly FontSet _fonts = new(merged);
    readonly CustomDataSet _customData = new(merged);
    readonly NamedElements _properties = new("name");
    readonly NamedElements _tableStyles = new("styleId");

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
        _fonts.Add(copier);
        _customData.Add(copier);
        merged.ModernComments.AddAuthors(deck);
        AddTableStyles(deck);
        if (deck.PackagePartOf(RelationshipTypes.CustomProperties) is { } properties)
            _properties.Add(deck.Package.ReadXml(properties).Elements(CustomProperties + "property"));
        AddOnce(copier, deck.PartOf(RelationshipTypes.PresentationProperties), RelationshipTypes.PresentationProperties, "rIdP", Frame.Related);
        AddOnce(copier, deck.PackagePartOf(RelationshipTypes.Labels), RelationshipTypes.Labels, "rIdL", Frame.PackageRelated);
    }

    /// <summary>The lists that are made of all decks.</summary>
    internal void Finish()
    {
        Frame.TableStyles.AddRange(_tableStyles.All);
        Frame.Children.AddRange(new[] { _fonts.List, merged.Shows.List, _customData.Finish() }.OfType<XElement>());
        if (merged.Comments.Authors is { } authors)
            Relate("rIdA", RelationshipTypes.CommentAuthors, "ppt/commentAuthors.xml", PartTypes.CommentAuthors, authors);
        if (merged.ModernComments.Authors is { } modern)
            Relate("rIdB", RelationshipTypes.ModernAuthors, "ppt/authors.xml", PartTypes.ModernAuthors, modern);
        if (_properties.All.Count > 0)
            AddProperties();
    }

    void AddTableStyles(SourceDeck deck)
    {
        if (deck.PartOf(RelationshipTypes.TableStyles) is not { } part)
            return;
        var styles = deck.Package.ReadXml(part);
        Frame.DefaultTableStyle ??= (string?)styles.Attribute("def");
        _tableStyles.Add(styles.Elements(A + "tblStyle"));
    }

    static void AddOnce(PartCopier copier, string? part, string type, string id, List<Relationship> related)
    {
        if (part is not null && !related.Exists(relationship => relationship.Type == type))
            related.Add(new Relationship(id, type, copier.CopyPart(part, type).Name));
    }

    void Relate(string id, string type, string name, string contentType, XElement content) =>
        Frame.Related.Add(new Relationship(id, type, merged.Package.Add(name, contentType, content).Name));

    /// <summary>Their numbers count from 2 (ECMA-376 Part 2 leaves 0 and 1 to others).</summary>
    void AddProperties()
    {
        foreach (var (property, index) in _properties.All.Select((property, index) => (property, index)))
            property.SetAttributeValue("pid", index + 2);
        var part = merged.Package.Add("docProps/custom.xml", PartTypes.CustomProperties, new XElement(CustomProperties + "Properties", _properties.All));
        Frame.PackageRelated.Add(new Relationship("rIdC", RelationshipTypes.CustomProperties, part.Name));
    }
}
