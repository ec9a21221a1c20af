using CourseGen.Ppt.Packages;

namespace CourseGen.Ppt.Merging;

/// <param name="ById">The master's theme, layouts and pictures by its relationship ids, which equal masters share.</param>
sealed record MergedMaster(PackagePart Part, IReadOnlyDictionary<string, PackagePart> ById);

/// <summary>The package that decks are merged into: fresh part names, and what decks share.</summary>
sealed class MergedPackage(DeckProperties properties)
{
    readonly Dictionary<string, int> _counts = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, PackagePart> _media = [];
    readonly Dictionary<string, MergedMaster> _masters = [];

    internal PackageFile Package { get; } = new();
    internal PresentationFrame Frame { get; } = new(properties);

    /// <summary>The name with the next number of its kind: <c>ppt/charts/chart7.xml</c> becomes <c>ppt/charts/chart1.xml</c>, then <c>2</c>.</summary>
    internal string NextName(string name)
    {
        var extension = Path.GetExtension(name);
        var stem = name[..^extension.Length].TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9');
        var count = _counts[stem] = _counts.GetValueOrDefault(stem) + 1;
        return $"{stem}{count}{extension}";
    }

    internal PackagePart Media(string hash, Func<PackagePart> add)
    {
        if (!_media.TryGetValue(hash, out var part))
            _media.Add(hash, part = add());
        return part;
    }

    internal MergedMaster Master(string fingerprint, Func<MergedMaster> add)
    {
        if (!_masters.TryGetValue(fingerprint, out var master))
            _masters.Add(fingerprint, master = add());
        return master;
    }
}
