using CourseGen.Ppt.Packages;

namespace CourseGen.Ppt.Merging;

/// <summary>Which part of the merged package stands for which part of a deck: what is led to twice is copied once.</summary>
sealed class CopiedParts
{
    readonly Dictionary<string, (PackagePart Part, string? RelationshipType)> _copied = new(StringComparer.OrdinalIgnoreCase);

    /// <param name="relationshipType">By which the part is led to; null for media, which may be led to as a film and as its own extension's
    /// media. No other part is of two kinds.</param>
    internal PackagePart Register(string name, string? relationshipType, PackagePart part)
    {
        _copied[name] = (part, relationshipType);
        return part;
    }

    internal PackagePart? Find(string name) => _copied.GetValueOrDefault(name).Part;

    /// <summary>The part is there, and what leads to it now leads to a part of its kind.</summary>
    internal bool IsOf(string name, string relationshipType) =>
        _copied.TryGetValue(name, out var copied) && (copied.RelationshipType is null || copied.RelationshipType == relationshipType);
}
