using CourseGen.Ppt.Packages;

namespace CourseGen.Ppt.Checks;

/// <summary>Whether the package holds together: every relationship leads to a part, and to every part leads one.</summary>
static class PackageRules
{
    /// <summary>What the target of a relationship must be.</summary>
    static readonly Dictionary<string, string> TypesOfTargets = new(StringComparer.Ordinal)
    {
        [RelationshipTypes.Slide] = PartTypes.Slide,
        [RelationshipTypes.SlideLayout] = PartTypes.SlideLayout,
        [RelationshipTypes.SlideMaster] = PartTypes.SlideMaster,
        [RelationshipTypes.NotesSlide] = PartTypes.NotesSlide,
        [RelationshipTypes.NotesMaster] = PartTypes.NotesMaster,
    };

    internal static void Check(OpenedDeck deck, Findings findings, CancellationToken token)
    {
        var reached = Reached(deck.Package, findings, token);
        foreach (var name in deck.Package.Parts.Where(name => !reached.Contains(name)))
            findings.Warning(DeckRules.UnreachablePart, name, null, $"No relationship leads to {name}; relate it to the part that uses it, or leave it out.");
    }

    static HashSet<string> Reached(PackageReader package, Findings findings, CancellationToken token)
    {
        var reached = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { ContentTypeRules.Part, PartNames.RelationshipsOf("") };
        var open = new Queue<string>([""]);
        while (open.TryDequeue(out var part))
        {
            token.ThrowIfCancellationRequested();
            reached.Add(PartNames.RelationshipsOf(part));
            foreach (var relationship in package.RelationshipsOf(part).Where(relationship => !relationship.External))
            {
                if (!package.Has(relationship.Target))
                    findings.Error(DeckRules.Relationship, NameOf(part), null, $"Relationship {relationship.Id} of {Words(part)} leads to {relationship.Target}, which is not there; add the part, or remove the relationship and what uses it.");
                else if (reached.Add(relationship.Target))
                    open.Enqueue(relationship.Target);
                if (package.Has(relationship.Target) && TypesOfTargets.TryGetValue(relationship.Type, out var type) && package.ContentTypeOf(relationship.Target) != type)
                    findings.Error(DeckRules.ContentType, relationship.Target, null, $"{relationship.Target} is {package.ContentTypeOf(relationship.Target)}, and relationship {relationship.Id} of {Words(part)} needs {type}; correct its content type.");
            }
        }
        return reached;
    }

    static string? NameOf(string part) => part.Length == 0 ? null : part;

    static string Words(string part) => part.Length == 0 ? "the package" : part;
}
