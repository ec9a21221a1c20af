using System.Xml.Linq;
using CourseGen.Ppt.Packages;

namespace CourseGen.Ppt.Merging;

/// <summary>
/// Whether two masters, or two layouts, look the same: byte for byte, or in everything but what PowerPoint writes anew whenever it
/// saves (ids, extensions, languages, spelling marks, prompts, values that are the default anyway, levels of text that a master leaves
/// out). Masters are the same when their themes are too; layouts when also their type and name are.
/// </summary>
sealed class MasterLook
{
    readonly Dictionary<(PartCopier, string), XElement> _read = [];

    internal bool SameMaster(PartCopier first, string firstName, PartCopier second, string secondName) =>
        SamePart(first, ThemeOf(first.Deck.Package, firstName), second, ThemeOf(second.Deck.Package, secondName)) && SamePart(first, firstName, second, secondName);

    internal bool SameLayout(PartCopier first, string firstName, PartCopier second, string secondName) => SamePart(first, firstName, second, secondName);

    bool SamePart(PartCopier first, string firstName, PartCopier second, string secondName)
    {
        if (first == second && firstName == secondName)
            return true;
        var (left, right) = (TargetsOf(first.Deck.Package, firstName), TargetsOf(second.Deck.Package, secondName));
        if (first.Look.Same(second.Look) && SameTargets(left, right) && MediaSet.SameContent(first.Deck.Package, firstName, second.Deck.Package, secondName))
            return true;
        return new LookComparer(left, right).Same(Read(first, firstName), Read(second, secondName));
    }

    /// <summary>As the merged deck would have it.</summary>
    XElement Read(PartCopier copier, string name)
    {
        if (!_read.TryGetValue((copier, name), out var root))
        {
            root = copier.Deck.Package.ReadXml(name);
            copier.Look.Apply(root, copier.Deck.Package.ContentTypeOf(name));
            _read.Add((copier, name), root);
        }
        return root;
    }

    static string ThemeOf(PackageReader source, string master) =>
        source.RelationshipsOf(master).FirstOrDefault(relationship => relationship.Type == RelationshipTypes.Theme && source.Has(relationship.Target))?.Target ?? throw source.Damaged(master);

    static bool SameTargets(Dictionary<string, string> first, Dictionary<string, string> second) =>
        first.Count == second.Count && first.All(target => second.GetValueOrDefault(target.Key) == target.Value);

    /// <summary>What a relationship id stands for: content or address, never a part's name.</summary>
    static Dictionary<string, string> TargetsOf(PackageReader source, string name) => source.RelationshipsOf(name).ToDictionary(relationship => relationship.Id, relationship => relationship switch
    {
        { External: true } => relationship.Target,
        { Type: RelationshipTypes.SlideLayout or RelationshipTypes.SlideMaster or RelationshipTypes.Theme or RelationshipTypes.Slide } => relationship.Type,
        _ => source.HashOf(relationship.Target),
    });
}
