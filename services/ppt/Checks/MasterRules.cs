using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using CourseGen.Ppt.Packages;
using static CourseGen.Ppt.Packages.OpenXmlNames;

namespace CourseGen.Ppt.Checks;

/// <summary>Whether there is one master where one would do, and masters and layouts are tied to one another.</summary>
static class MasterRules
{
    /// <summary>ECMA-376 Part 1, 19.7.16 and 19.7.14: masters and layouts share one range.</summary>
    const uint FirstId = 2147483648;

    internal static void Check(OpenedDeck deck, Findings findings, CancellationToken token)
    {
        var masters = deck.Package.RelationshipsOf(deck.Main)
            .Where(relationship => relationship.Type == RelationshipTypes.SlideMaster && deck.Package.Has(relationship.Target)).Select(relationship => relationship.Target).Distinct().ToList();
        var ids = Ids(deck.Root, "sldMasterIdLst", "sldMasterId").ToList();
        if (masters.Count == 0)
            findings.Error(DeckRules.Master, deck.Main, null, "The deck has no slide master; add one.");
        var prints = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var master in masters)
        {
            token.ThrowIfCancellationRequested();
            var root = BoundedXml.Load(deck.Package, master);
            PartRules.Check(deck.Package, master, root, null, findings);
            CheckLayouts(deck, master, root, findings, token);
            ids.AddRange(Ids(root, "sldLayoutIdLst", "sldLayoutId"));
            if (!prints.TryAdd(PrintOf(deck.Package, master, root), master))
                findings.Warning(DeckRules.Master, master, null, $"{master} is the same as {prints[PrintOf(deck.Package, master, root)]}; keep one, and relate its slides to that.");
        }
        CheckUsed(deck, masters, findings);
        foreach (var id in ids.Where(id => !uint.TryParse(id, out var number) || number < FirstId).Distinct())
            findings.Error(DeckRules.Id, deck.Main, null, $"A master or layout has the id '{id}'; give it a number from {FirstId}.");
        foreach (var id in ids.GroupBy(id => id, StringComparer.Ordinal).Where(same => same.Skip(1).Any()).Select(same => same.Key))
            findings.Error(DeckRules.Id, deck.Main, null, $"More than one master or layout has the id {id}; give each its own.");
    }

    static void CheckLayouts(OpenedDeck deck, string master, XElement root, Findings findings, CancellationToken token)
    {
        if (deck.Package.TargetOf(master, RelationshipTypes.Theme) is null)
            findings.Error(DeckRules.Relationship, master, null, $"{master} has no theme; relate it to one.");
        var listed = Ids(root, "sldLayoutIdLst", "sldLayoutId", R + "id").ToHashSet(StringComparer.Ordinal);
        foreach (var layout in deck.Package.RelationshipsOf(master).Where(relationship => relationship.Type == RelationshipTypes.SlideLayout && deck.Package.Has(relationship.Target)))
        {
            token.ThrowIfCancellationRequested();
            PartRules.Check(deck.Package, layout.Target, BoundedXml.Load(deck.Package, layout.Target), null, findings);
            if (!listed.Contains(layout.Id))
                findings.Error(DeckRules.Master, master, null, $"{master} does not list its layout {layout.Target}; add it to the list of layouts.");
            if (!string.Equals(deck.Package.TargetOf(layout.Target, RelationshipTypes.SlideMaster), master, StringComparison.OrdinalIgnoreCase))
                findings.Error(DeckRules.Relationship, layout.Target, null, $"{layout.Target} does not lead back to its master {master}; relate it to that.");
        }
    }

    static void CheckUsed(OpenedDeck deck, List<string> masters, Findings findings)
    {
        if (masters.Count < 2)
            return;
        var used = deck.Slides.Where(slide => slide.Part is not null).Select(slide => deck.Layers.LayoutOf(slide.Part!)?.Master.Part).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var master in masters.Where(master => !used.Contains(master)))
            findings.Warning(DeckRules.Master, master, null, $"No slide uses {master}; leave it out.");
    }

    static IEnumerable<string> Ids(XElement root, string list, string element, XName? attribute = null) =>
        root.Element(P + list)?.Elements(P + element).Select(id => (string?)id.Attribute(attribute ?? "id") ?? "").Where(id => attribute is null || id.Length > 0) ?? [];

    /// <summary>A master's content with that of its theme, layouts and pictures, whatever their names and ids are.</summary>
    static string PrintOf(PackageReader package, string master, XElement root)
    {
        var parts = package.RelationshipsOf(master).Where(relationship => !relationship.External && package.Has(relationship.Target))
            .Select(relationship => $"{relationship.Type} {package.HashOf(relationship.Target)}").Order(StringComparer.Ordinal);
        var own = new XElement(root);
        own.Element(P + "sldLayoutIdLst")?.Remove();
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{own.ToString(SaveOptions.DisableFormatting)}\n{string.Join('\n', parts)}")));
    }
}
