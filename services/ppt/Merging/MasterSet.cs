using System.IO.Compression;
using System.Xml.Linq;
using CourseGen.Ppt.Packages;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Merging;

/// <summary>
/// The masters of all decks, each once, and under each the layouts of all decks that have it, each once (<see cref="MasterLook"/> says
/// which are the same). Masters get their parts when all decks have been looked at, so that it does not matter in which steps decks are merged.
/// </summary>
sealed class MasterSet(MergedPackage merged)
{
    sealed record Layout(PartCopier Copier, string Name, string RelationshipId)
    {
        internal PackagePart? Part { get; set; }
    }

    sealed record Master(PartCopier Copier, string Name)
    {
        internal List<Layout> Layouts { get; } = [];
        internal PackagePart? Part { get; set; }
    }

    readonly MasterLook _look = new();
    readonly List<Master> _masters = [];
    readonly List<Action> _registrations = [];

    /// <summary>Stores the deck's master at once, which its list of masters does not have.</summary>
    internal PackagePart Add(PartCopier copier, string name)
    {
        if (copier.Find(name) is { } known)
            return known;
        Match(copier, name, isLate: true);
        CreateParts();
        return copier.Find(name)!;
    }

    /// <summary>Finds the deck's master among those of the decks before, or makes it one of them.</summary>
    /// <param name="isLate">The masters before have their parts already, and can take no further layout.</param>
    internal void Match(PartCopier copier, string name, bool isLate = false)
    {
        var source = copier.Deck.Package;
        if (!source.Has(name))
            throw source.Damaged(name);
        var relationships = source.RelationshipsOf(name);
        var layouts = InListOrder(source.ReadXml(name), relationships.Where(relationship => relationship.Type == RelationshipTypes.SlideLayout && !relationship.External)).ToList();
        if (layouts.Find(layout => !source.Has(layout.Target)) is { } missing)
            throw source.Damaged(missing.Target);
        var master = _masters.Find(other => _look.SameMaster(other.Copier, other.Name, copier, name)
            && (!isLate || layouts.TrueForAll(layout => Same(other, copier, layout.Target) is not null)));
        var isNew = master is null;
        if (master is null)
            _masters.Add(master = new Master(copier, name));
        _registrations.Add(() => copier.Register(name, RelationshipTypes.SlideMaster, master.Part!));
        foreach (var (id, _, target, _) in layouts)
        {
            var layout = isNew ? null : Same(master, copier, target);
            if (layout is null)
                master.Layouts.Add(layout = new Layout(copier, target, isNew ? id : FreeId(master)));
            _registrations.Add(() => copier.Register(target, RelationshipTypes.SlideLayout, layout.Part!));
        }
    }

    Layout? Same(Master master, PartCopier copier, string name) => master.Layouts.Find(other => _look.SameLayout(other.Copier, other.Name, copier, name));

    internal void CreateParts()
    {
        foreach (var master in _masters.Where(master => master.Part is null))
            Create(master);
        _registrations.ForEach(register => register());
        _registrations.Clear();
    }

    void Create(Master master)
    {
        var source = master.Copier.Deck.Package;
        var id = merged.Frame.NextMasterId();
        var xml = source.ReadXml(master.Name);
        var changed = SetLayoutIds(xml, master) | master.Copier.Look.Apply(xml, PartTypes.SlideMaster);
        master.Part = merged.Package.Add(merged.NextName("ppt/slideMasters/slideMaster.xml"), PartTypes.SlideMaster, (zip, entry) =>
        {
            if (changed)
                zip.Write(entry, stream => PackageStream.WriteXml(stream, xml), CompressionLevel.Optimal);
            else
                source.CopyTo(master.Name, zip, entry);
        });
        master.Copier.Register(master.Name, RelationshipTypes.SlideMaster, master.Part);
        merged.Frame.Masters.Add((master.Part, id));
        foreach (var layout in master.Layouts)
            layout.Part = merged.Package.Add(merged.NextName("ppt/slideLayouts/slideLayout.xml"), PartTypes.SlideLayout, (zip, entry) => layout.Copier.Save(layout.Name, PartTypes.SlideLayout, zip, entry));
        Relate(master);
    }

    static void Relate(Master master)
    {
        var own = master.Copier.Deck.Package.RelationshipsOf(master.Name);
        master.Copier.CopyRelationships(master.Part!, own.Where(relationship => relationship.Type != RelationshipTypes.SlideLayout));
        foreach (var layout in master.Layouts)
        {
            master.Part!.Relate(layout.RelationshipId, RelationshipTypes.SlideLayout, layout.Part!);
            var relationships = layout.Copier.Deck.Package.RelationshipsOf(layout.Name);
            layout.Part!.Relate(relationships.FirstOrDefault(relationship => relationship.Type == RelationshipTypes.SlideMaster)?.Id ?? "rIdMaster", RelationshipTypes.SlideMaster, master.Part!);
            layout.Copier.CopyRelationships(layout.Part!, relationships.Where(relationship => relationship.Type != RelationshipTypes.SlideMaster));
        }
    }

    /// <returns>Whether the list of layouts is another than before.</returns>
    bool SetLayoutIds(XElement xml, Master master)
    {
        var list = xml.Element(P + "sldLayoutIdLst");
        var before = list?.Elements(P + "sldLayoutId").Select(layout => ((string?)layout.Attribute(R + "id") ?? "", (string?)layout.Attribute("id") ?? "")).ToList();
        var after = master.Layouts.ConvertAll(layout => (layout.RelationshipId, $"{merged.Frame.NextMasterId()}"));
        if (before is not null && before.SequenceEqual(after))
            return false;
        if (list is null)
            (xml.Element(P + "clrMap") ?? throw master.Copier.Deck.Package.Damaged(master.Name)).AddAfterSelf(list = new XElement(P + "sldLayoutIdLst"));
        list.ReplaceNodes(after.Select(layout => new XElement(P + "sldLayoutId", new XAttribute("id", layout.Item2), new XAttribute(R + "id", layout.RelationshipId))));
        return true;
    }

    static IEnumerable<Relationship> InListOrder(XElement master, IEnumerable<Relationship> layouts)
    {
        var order = master.Descendants(P + "sldLayoutId").Select((layout, index) => (Id: (string?)layout.Attribute(R + "id") ?? "", index)).DistinctBy(layout => layout.Id).ToDictionary(layout => layout.Id, layout => layout.index);
        return layouts.OrderBy(layout => order.GetValueOrDefault(layout.Id, int.MaxValue));
    }

    static string FreeId(Master master)
    {
        var taken = master.Copier.Deck.Package.RelationshipsOf(master.Name).Select(relationship => relationship.Id).Concat(master.Layouts.Select(layout => layout.RelationshipId)).ToHashSet();
        return Enumerable.Range(1, int.MaxValue).Select(number => $"rIdL{number}").First(id => !taken.Contains(id));
    }
}
